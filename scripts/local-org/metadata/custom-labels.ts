// Custom labels and their translations.
import { MetadataRefusal } from './metadata-refusal.ts';
import type { XmlElement } from './metadata-xml.ts';

/** Label texts by lower-case name, then by language; the label's own language is kept beside them. */
export class LabelCatalogue {
  readonly #own = new Map<string, string>();
  readonly #translated = new Map<string, string>();

  /** Adds `<CustomLabels>`. Throws MetadataRefusal when a label is defined twice. */
  addLabels(root: XmlElement): void {
    for (const label of root.all('labels')) {
      const name = label.required('fullName').toLowerCase();
      if (this.#own.has(name)) throw new MetadataRefusal(root.file, `defines the label ${label.required('fullName')} a second time`);
      this.#own.set(name, label.required('value'));
      this.#translated.set(`${label.required('language')}.${name}`, label.required('value'));
    }
  }

  /** Adds the labels of `<Translations>` for a language. An empty translation is none. */
  addTranslations(root: XmlElement, language: string): void {
    for (const label of root.all('customLabels')) {
      const text = label.text('label');
      if (text !== undefined) this.#translated.set(`${language}.${label.required('name').toLowerCase()}`, text);
    }
  }

  /** The text in a language, or in the label's own; undefined for an unknown label. */
  text(name: string, language: string): string | undefined {
    const key = name.toLowerCase();
    return this.#own.has(key) ? (this.#translated.get(`${language}.${key}`) ?? this.#own.get(key)) : undefined;
  }
}
