// The counts of a run: what was read, what is certain about it, and proof that they add up.
import { orgFailure } from '../plan/import-failure.ts';
import type { Reject, RejectCause, RowCounts } from '../plan/import-outcome.ts';

/** Adds up while the run goes on. */
export class RunTally {
  readonly skipped: Record<string, number> = {};
  readonly rejected: Record<string, RejectCause> = {};
  readonly warnings = new Map<string, { count: number; readonly lines: number[] }>();
  read = 0;
  created = 0;
  updated = 0;
  unchanged = 0;
  accountsCreated = 0;
  kept = 0;
  /** Why rows are kept beside their contracts, as found before the org had its say. */
  readonly keptBecause: Record<string, number> = {};

  skip(cause: string, count: number): void {
    if (count > 0) this.skipped[cause] = (this.skipped[cause] ?? 0) + count;
  }

  keep(cause: string, count: number): void {
    if (count > 0) this.keptBecause[cause] = (this.keptBecause[cause] ?? 0) + count;
  }

  reject({ code, line, reason }: Pick<Reject, 'code' | 'line' | 'reason'>): void {
    const { count, line: first, reason: example } = this.rejected[code] ?? { count: 0, line, reason };
    this.rejected[code] = line < first ? { count: count + 1, line, reason } : { count: count + 1, line: first, reason: example };
  }

  warn(code: string, count: number, lines: readonly number[]): void {
    const warning = this.warnings.get(code) ?? { count: 0, lines: [] };
    warning.count += count;
    warning.lines.push(...lines.slice(0, 5 - warning.lines.length));
    this.warnings.set(code, warning);
  }

  counts(): RowCounts {
    const { read, created, updated, unchanged, kept } = this;
    return {
      read,
      created,
      updated,
      unchanged,
      kept,
      skipped: sum(Object.values(this.skipped)),
      rejected: sum(Object.values(this.rejected).map(({ count }) => count)),
    };
  }
}

/** Throws when rows went missing or were counted twice: read = created + updated + unchanged + kept + skipped + rejected. `inFile` is what the first pass counted. */
export function requireBalance(rows: RowCounts, inFile: number): void {
  const accounted = rows.created + rows.updated + rows.unchanged + rows.kept + rows.skipped + rows.rejected;
  if (rows.read === inFile && rows.read === accounted) return;
  throw orgFailure('COUNTS_DO_NOT_ADD_UP', { inFile, read: rows.read, accounted });
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
