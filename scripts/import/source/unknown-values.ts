// Cells that say that nothing is known: they are read as unknown and counted, never stored as text.

import { foldValue } from './header-name.ts';

/** As foldValue writes them. Excel's error values in English and Dutch are among them. */
const UNKNOWN = new Set(
  [
    '', '-', '--', '---', '–', '—', '.', '..', '...', '?', '??', '???', '/', 'x', 'xx', 'xxx', 'nvt', 'n.v.t.', 'n.v.t', 'nvt.', 'n/a', 'na', 'n.a.', 'n.a',
    'niet van toepassing', 'not applicable', 'onbekend', 'onbekend.', '(onbekend)', 'unknown', '(unknown)', 'niet bekend', 'not known', 'nog onbekend',
    'null', '(null)', '<null>', 'nil', 'none', 'nan', 'undefined', 'leeg', '(leeg)', 'blank', '(blank)', 'tbd', 'tba', 'n.n.b.', 'nnb', 'ntb', 'n.t.b.', 'n.b.',
    '#n/a', '#n/b', '#waarde!', '#value!', '#verw!', '#ref!', '#naam?', '#name?', '#deel/0!', '#div/0!', '#getal!', '#num!', '#leeg!', '#null!', '########',
  ].map(foldValue),
);

/** True for a blank cell and for text that stands for "unknown". */
export function isUnknown(text: string): boolean {
  return text.length <= 20 && UNKNOWN.has(foldValue(text));
}
