// The columns that our own file of rejected rows adds to the original ones, and the guard against spreadsheet formulas.

/** In the order in which they are written; recognised and left out when a corrected file is imported again. */
export const REJECT_COLUMNS = ['Reject_Line', 'Reject_Column', 'Reject_Code', 'Reject_Reason', 'Reject_Suggestion'] as const;

export function isRejectColumn(header: string): boolean {
  const name = header.trim();
  return REJECT_COLUMNS.some((column) => column === name);
}

/**
 * Puts `'` before text that a spreadsheet would run as a formula (OWASP ASVS 1.2.10: = + - @ tab CR NUL, and the full-width
 * forms). Every CSV that we write for people passes through here; `unguard` takes it off again.
 */
export function guardFormula(text: string): string {
  return /^[=+\-@\t\r\0＝＋－＠]/.test(text) || /^'[=+\-@]/.test(text) ? `'${text}` : text;
}

/** Takes off what `guardFormula` put on. */
export function unguardFormula(text: string): string {
  return /^'+[=+\-@\t\r\0＝＋－＠]/.test(text) ? text.slice(1) : text;
}
