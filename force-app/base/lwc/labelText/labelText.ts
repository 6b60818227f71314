// Sentences out of custom labels: placeholders filled, and the form that goes with a number chosen.
import LOCALE from '@salesforce/i18n/locale';

/** The forms of a counted sentence. English and Dutch know no other plural categories. */
export interface CountedLabel {
  readonly one: string;
  readonly other: string;
}

/** A label with `{0}`, `{1}`, … replaced; a placeholder without a value stays, so that a wrong label shows itself. */
export function fillLabel(label: string, ...values: readonly (string | number)[]): string {
  return label.replace(/\{(\d+)\}/g, (placeholder, index: string) => String(values[Number(index)] ?? placeholder));
}

/** A number as the user's locale writes it: separators go with the locale, as dates and money do, and words with the language. */
export function numberText(value: number): string {
  return new Intl.NumberFormat(LOCALE).format(value);
}

/** The sentence for a count in a language such as `nl-NL`; the count is `{0}`, more values follow. */
export function countedLabel(label: CountedLabel, count: number, language: string, ...more: readonly (string | number)[]): string {
  const form = new Intl.PluralRules(language).select(count) === 'one' ? label.one : label.other;
  return fillLabel(form, numberText(count), ...more);
}
