// Values as SOQL literals.

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
export function quoted(text: string): string {
  return `'${text.replaceAll(/[\\'\n\r\t\b\f]/g, (character) => ESCAPES[character] ?? character)}'`;
}

/** A checked scalar as SOQL writes it: text and ids quoted, everything else bare, null as it is. */
export function soqlLiteral(value: unknown, isText: boolean): string {
  if (value === null) return 'null';
  return isText ? quoted(String(value)) : String(value);
}
