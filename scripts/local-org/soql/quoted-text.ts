// Text as SOQL writes it: the counterpart of reading a literal.

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/** Text between quotes, with everything escaped that could end it. */
export function quotedText(text: string): string {
  return `'${text.replaceAll(/[\\'\n\r\t\b\f]/g, (character) => ESCAPES[character] ?? character)}'`;
}
