// Rows of one account together; the account whose row comes first stands first.
import type { WorklistRow } from './worklistRows';

export interface AccountGroup<Row extends WorklistRow = WorklistRow> {
  readonly key: string;
  readonly rows: readonly [Row, ...Row[]];
}

/** Rows sorted by day give groups sorted by their first day. A row whose account is hidden is a group of its own. */
export function groupByAccount<Row extends WorklistRow>(rows: readonly Row[]): readonly AccountGroup<Row>[] {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const key = row.accountId ?? row.id;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].map(([key, members]) => ({ key, rows: members }));
}
