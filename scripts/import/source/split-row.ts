// Splits the original text of a row into cells, however broken the row is.

/**
 * Cells of one row (without its line ending). Quoted cells lose their quotes; a quote that does not fit the rules stays as text, and
 * an unclosed one takes the rest of the row.
 */
export function splitRow(text: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = text[at] === '"' ? closingQuote(text, at, delimiter) : -1;
    if (quoted >= 0) {
      cells.push(text.slice(at + 1, quoted).replaceAll('""', '"'));
      at = quoted + 1;
    } else {
      const end = text.indexOf(delimiter, at);
      cells.push(text.slice(at, end < 0 ? text.length : end));
      at = end < 0 ? text.length : end;
    }
    if (at >= text.length) return cells;
    at += delimiter.length;
  }
}

/** Position of the quote that ends the cell opened at `open`, or -1 when no quote is followed by a delimiter or the end. */
function closingQuote(text: string, open: number, delimiter: string): number {
  let quote = text.indexOf('"', open + 1);
  while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  return quote >= 0 && (quote + 1 === text.length || text.startsWith(delimiter, quote + 1)) ? quote : -1;
}
