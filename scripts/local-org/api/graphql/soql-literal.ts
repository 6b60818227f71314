// Values as SOQL literals.
import { quotedText } from '../../soql/quoted-text.ts';

/** A checked scalar as SOQL writes it: text and ids quoted, everything else bare, null as it is. */
export function soqlLiteral(value: unknown, isText: boolean): string {
  if (value === null) return 'null';
  return isText ? quotedText(String(value)) : String(value);
}
