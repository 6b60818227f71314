// Which mark an arrow key leads to.

export interface PlacedMark {
  readonly key: string;
  readonly x: number;
}

/** From the mark with a key: left and right within its row, up and down to the nearest mark of the next row that has any. */
export function markAfterKey(rows: readonly (readonly PlacedMark[])[], current: string, arrow: string): string | undefined {
  const at = rows.findIndex((row) => row.some(({ key }) => key === current));
  const row = rows[at];
  const place = row?.findIndex(({ key }) => key === current) ?? -1;
  const mark = row?.[place];
  if (!row || !mark) return undefined;
  if (arrow === 'ArrowLeft') return row[place - 1]?.key;
  if (arrow === 'ArrowRight') return row[place + 1]?.key;
  if (arrow === 'ArrowUp') return nearest(rows.slice(0, at).findLast(hasMarks), mark.x);
  return arrow === 'ArrowDown' ? nearest(rows.slice(at + 1).find(hasMarks), mark.x) : undefined;
}

function hasMarks(row: readonly PlacedMark[]): boolean {
  return row.length > 0;
}

function nearest(row: readonly PlacedMark[] | undefined, x: number): string | undefined {
  if (!row?.length) return undefined;
  return row.reduce((best, mark) => (Math.abs(mark.x - x) < Math.abs(best.x - x) ? mark : best)).key;
}
