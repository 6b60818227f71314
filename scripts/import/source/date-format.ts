// How the dates of one column are written. A format is decided for a whole column, never for a single cell.

/**
 * Order of the parts of numeric dates. Separators, leading zeros and an added time of day do not matter to the order.
 * `serial` is Excel's 1900 day count. Month names, month-only dates and quarters ("dec-26", "Q4 2026") cannot be
 * misread and are accepted with every format.
 */
export const DATE_FORMATS = [
  'dd-mm-yyyy',
  'mm-dd-yyyy',
  'yyyy-mm-dd',
  'yyyymmdd',
  'ddmmyyyy',
  'dd-mm-yy',
  'mm-dd-yy',
  'yy-mm-dd',
  'serial',
] as const;

export type DateFormat = (typeof DATE_FORMATS)[number];

/** Understands what people type for `--date-format`: any separator, Dutch `jjjj`, one or two letters. Undefined when it is none. */
export function parseDateFormat(text: string): DateFormat | undefined {
  const letters = text.trim().toLowerCase().replaceAll('j', 'y');
  if (letters === 'serial' || letters === 'excel') return 'serial';
  if (letters === 'yyyymmdd' || letters === 'ddmmyyyy') return letters;
  if (letters === 'iso') return 'yyyy-mm-dd';
  const parts = letters.split(/[-/. ]/).map((part) => (part === 'd' || part === 'm' ? part + part : part));
  const format = parts.join('-');
  return DATE_FORMATS.find((known) => known === format);
}
