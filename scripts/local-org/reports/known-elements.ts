// Metadata that holds an element nobody here looks at is refused, so that no report runs as if it said less than it does.
import { MetadataRefusal } from '../metadata/metadata-refusal.ts';
import type { XmlElement } from '../metadata/metadata-xml.ts';

/** Throws MetadataRefusal for an element that is not among the known ones. */
export function refuseOthers(xml: XmlElement, known: readonly string[], what: string): void {
  const other = xml.names.find((name) => !known.includes(name));
  if (other !== undefined) throw new MetadataRefusal(xml.file, `has <${other}>, which the local org does not carry out in ${what}`);
}

/** Text of an element that must be one of these words. Throws MetadataRefusal. */
export function oneOf<Word extends string>(xml: XmlElement, name: string, words: readonly Word[], what: string): Word | undefined {
  const text = xml.text(name);
  if (text === undefined) return undefined;
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) throw new MetadataRefusal(xml.file, `has <${name}> ${text}, which the local org does not carry out in ${what}`);
  return word;
}
