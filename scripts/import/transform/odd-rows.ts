// Rows that are no data: blank ones, headers that come again, totals. Only rows that failed are looked at.

import { foldHeader } from '../source/header-name.ts';
import type { ImportKind } from '../source/import-kind.ts';
import { isKnownFolded } from '../source/vocabulary.ts';
import type { SkipCause } from './batch.ts';

const TOTALS = /^(?:sub|eind|grand ?|sub-)?tota(?:al|len|l|ls)\b|^som\b|^sum\b/i;
const TRAILER =
  /^(?:aantal (?:rijen|regels|records|contracten)|einde (?:bestand|overzicht|rapport)|end of (?:file|report)|number of (?:rows|records)|\*{3,}|-{5,}|={5,})/i;
const ONLY_FILLING = /^[\s\u001A]*$/;
/** A row is a header when so many of its cells are column names. */
const HEADER_CELLS = 2;

/** Why a row with these cells is no data, or undefined when it is. `headers` are those of the file, folded. */
export function skipCause(
  cells: readonly string[],
  headers: ReadonlySet<string>,
  kind: ImportKind,
): Exclude<SkipCause, 'duplicate'> | undefined {
  const filled = cells.filter((cell) => !ONLY_FILLING.test(cell));
  const [first] = filled;
  if (first === undefined) return 'blank';
  if (isHeader(filled, headers, kind)) return 'repeated-header';
  return TOTALS.test(first.trim()) || TRAILER.test(first.trim()) ? 'totals' : undefined;
}

/** More than half of the cells are column names. */
function isHeader(cells: readonly string[], headers: ReadonlySet<string>, kind: ImportKind): boolean {
  let names = 0;
  let others = 0;
  for (const cell of cells) {
    const folded = foldHeader(cell);
    if (headers.has(folded) || isKnownFolded(kind, folded)) names += 1;
    else others += 1;
    if (others * 2 >= cells.length) return false;
  }
  return names >= HEADER_CELLS;
}
