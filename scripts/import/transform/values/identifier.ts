// Spreadsheets write numbers that must stay text as `="01234567"` or with an apostrophe before them; identifiers are freed of both.

/** The text within `="…"` or behind a leading apostrophe; any other text as it is. */
export function identifierText(text: string): string {
  return /^="([^"]*)"$/.exec(text)?.[1]?.trim() ?? text.replace(/^'(?=\d)/, '');
}
