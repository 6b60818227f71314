// Runs both passes over a file for a test and gathers the batches into plain rows.

import { inspectSource, type InspectOptions } from '../../source/inspect-source.ts';
import type { SourceInspection } from '../../source/inspection.ts';
import { removeCopy } from '../../source/open-source.ts';
import type { Reject } from '../../plan/import-outcome.ts';
import type { SkipCause } from '../batch.ts';
import { accountColumns, contractColumns } from '../load-columns.ts';
import type { TransformSettings } from '../settings.ts';
import { transformSource } from '../transform-source.ts';

export const TODAY = '2026-11-22';

export interface TransformedFile {
  readonly inspection: SourceInspection;
  /** By load column; blank cells are left out. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly accounts: readonly Readonly<Record<string, string>>[];
  /** Physical line of each row. */
  readonly lines: readonly number[];
  readonly keys: readonly bigint[];
  readonly fingerprints: readonly bigint[];
  readonly rejected: readonly Reject[];
  readonly skipped: Readonly<Record<SkipCause, number>>;
  readonly warnings: Readonly<Record<string, number>>;
  readonly read: number;
}

/** Splits one line of the CSV that is sent. */
export function splitLoadLine(line: string): string[] {
  const cells: string[] = [];
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
  return cells;
}

function records(csv: Uint8Array, ends: Uint32Array, columns: readonly string[]): Record<string, string>[] {
  const bytes = Buffer.from(csv.buffer, csv.byteOffset, csv.byteLength);
  return Array.from(ends, (end, row) => {
    const line = bytes.toString('utf8', row === 0 ? 0 : ends[row - 1], end - 1);
    const cells = splitLoadLine(line);
    if (cells.length !== columns.length) throw new Error(`${cells.length} cells for ${columns.length} columns: ${line}`);
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']).filter(([, cell]) => cell !== ''));
  });
}

/** Both passes with the usual settings of the tests; every provider is known under its own spelling. */
export async function transformFile(
  path: string,
  options: Partial<InspectOptions> = {},
  settings: Partial<TransformSettings> = {},
): Promise<TransformedFile> {
  const inspection = await inspectSource(path, { language: 'en', today: TODAY, ...options });
  try {
    return await transformInspected(inspection, settings);
  } finally {
    await removeCopy(inspection);
  }
}

async function transformInspected(inspection: SourceInspection, settings: Partial<TransformSettings>): Promise<TransformedFile> {
  const providerKeys = new Map(inspection.providers.map(({ key }) => [key, { externalId: key, contractKey: key }]));
  const all: TransformSettings = {
    providerKeys,
    sourceName: 'Test supplier',
    obtainedOn: '2026-11-02',
    importRunExternalId: 'run-1',
    accountsMode: 'match',
    language: 'en',
    today: TODAY,
    ...settings,
  };
  const [columns, accountNames] = [contractColumns(inspection), accountColumns(inspection)];
  const rows: Record<string, string>[] = [];
  const accounts: Record<string, string>[] = [];
  const [lines, keys, fingerprints, rejected]: [number[], bigint[], bigint[], Reject[]] = [[], [], [], []];
  const skipped: Record<SkipCause, number> = { blank: 0, 'repeated-header': 0, totals: 0, duplicate: 0 };
  const warnings: Record<string, number> = {};
  let read = 0;
  for await (const batch of transformSource(inspection, all)) {
    rows.push(...records(batch.csv, batch.ends, columns));
    accounts.push(...records(batch.accountCsv, batch.accountEnds, accountNames));
    lines.push(...batch.lines);
    keys.push(...batch.keys);
    fingerprints.push(...batch.fingerprints);
    rejected.push(...batch.rejected);
    for (const cause of Object.keys(skipped) as SkipCause[]) skipped[cause] += batch.skipped[cause];
    for (const { code, count } of batch.warnings) warnings[code] = (warnings[code] ?? 0) + count;
    read += batch.read;
  }
  return { inspection, rows, accounts, lines, keys, fingerprints, rejected, skipped, warnings, read };
}
