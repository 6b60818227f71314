// Writes CSV as Bulk API 2.0 results come: every value between quotes.

/** A record without its line end. */
export function quoteRecord(cells: readonly string[], delimiter: string): string {
  const plain = cells.some((cell) => cell.includes('"')) ? cells.map((cell) => cell.replaceAll('"', '""')) : cells;
  return `"${plain.join(`"${delimiter}"`)}"`;
}
