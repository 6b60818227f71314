// How many things fit beside one another.

/** The number of widths, from the first, that fit into the room; when not all do, room for the rest is set aside. At least one. */
export function fittingCount(widths: readonly number[], room: number, roomForRest: number): number {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= room) return widths.length;
  let used = roomForRest;
  let count = 0;
  for (const width of widths) {
    used += width;
    if (used > room) break;
    count += 1;
  }
  return Math.max(1, count);
}
