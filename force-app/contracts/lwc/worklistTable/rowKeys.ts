// What a key does in the list: it leads to another row, or it asks for something to be done with this one.
import type { BulkAction } from 'c/worklistBulk';

/** From row `at` (-1: none yet) among `count` rows; undefined for keys that the list leaves alone. */
export function rowAfterKey(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'j' || key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'k' || key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

export type RowAction = 'select' | 'details' | 'call' | 'help' | 'leave';

const ROW_ACTIONS: Readonly<Record<string, RowAction>> = { x: 'select', o: 'details', c: 'call', '?': 'help', Escape: 'leave' };

export function actionOfKey(key: string): RowAction | undefined {
  return ROW_ACTIONS[key];
}

const BULK_ACTIONS: Readonly<Record<string, BulkAction>> = { p: 'call', a: 'assign', m: 'campaign', s: 'snooze', n: 'aside', b: 'back' };

/** What is to be done with the selected rows. */
export function bulkActionOfKey(key: string): BulkAction | undefined {
  return BULK_ACTIONS[key];
}
