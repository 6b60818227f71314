// The other sides of the import benchmark, each as its users run it, with a ready-made CSV of contracts.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { ChildServer } from './child-server.ts';
import { measureProcess, type Measured } from './measure-process.ts';
import { sf, sfLogin } from './sf-command.ts';

export interface Sides {
  readonly sink: ChildServer;
  /** The CSV to send. */
  readonly ready: string;
  /** A home for what the tools keep. */
  readonly folder: string;
}

/** `sf data upsert bulk`. */
export async function runSfUpsert(sides: Sides): Promise<Measured> {
  await sfLogin(sides.folder, sides.sink, 'sink');
  return sf(sides.folder, [
    ...['data', 'upsert', 'bulk', '--sobject', 'Competitor_Contract__c', '--external-id', 'External_Id__c'],
    ...['--file', sides.ready, '--wait', '30', '--target-org', 'sink'],
  ]);
}

/** csv-parse and jsforce's loadAndWaitForResults. */
export async function runJsforce({ sink, ready, folder }: Sides): Promise<Measured> {
  const script = path.join(import.meta.dirname, 'jsforce-peer.ts');
  const took = await measureProcess(process.execPath, [script, sink.instanceUrl, sink.accessToken, ready], { cwd: folder });
  if (took.exitCode !== 0) throw new Error(`jsforce ended with ${took.exitCode}: ${took.stdout}`);
  return took;
}

/**
 * SFDMU from the folder of its package. It gets the columns without references: it would look their records up in the org, and the sink
 * has none.
 */
export async function runSfdmu({ sink, ready, folder }: Sides, packageFolder: string): Promise<Measured> {
  const data = path.join(folder, 'sfdmu');
  mkdirSync(data);
  const rows = parse(readFileSync(ready), { columns: true }) as readonly Readonly<Record<string, string>>[];
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !column.includes('__r.'));
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? '')).join(','));
  writeFileSync(path.join(data, 'Competitor_Contract__c.csv'), [columns.join(','), ...lines, ''].join('\n'));
  const { instanceUrl, accessToken } = sink;
  const script = {
    orgs: [{ name: 'sink', orgUserName: 'sink', instanceUrl, accessToken }],
    objects: [{ query: `SELECT Id, ${columns.join(', ')} FROM Competitor_Contract__c`, operation: 'Upsert', externalId: 'External_Id__c' }],
    ...{ promptOnMissingParentObjects: false, promptOnIssuesInCSVFiles: false, apiVersion: '68.0' },
  };
  writeFileSync(path.join(data, 'export.json'), JSON.stringify(script));
  const peer = path.join(import.meta.dirname, 'sfdmu-peer.ts');
  const took = await measureProcess(process.execPath, [peer, packageFolder, data], { env: { HOME: folder }, cwd: folder });
  if (took.exitCode !== 0) throw new Error(`SFDMU ended with ${took.exitCode}: ${took.stdout}`);
  return took;
}
