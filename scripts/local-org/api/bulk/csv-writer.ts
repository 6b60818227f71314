// Writes CSV as Bulk API 2.0 results come: every value between quotes.

/** A record without its line end. */
export function quoteRecord(cells: readonly string[], delimiter: string): string {
  let text = '';
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] ?? '';
    text += `${index === 0 ? '' : delimiter}"${cell.includes('"') ? cell.replaceAll('"', '""') : cell}"`;
  }
  return text;
}
