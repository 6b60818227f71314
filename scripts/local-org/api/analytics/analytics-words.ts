// Words that the platform itself puts into results of reports, by language.

export type Words = Readonly<Record<'en' | 'nl', string>>;

export const ROW_COUNT: Words = { en: 'Record Count', nl: 'Aantal records' };

export const SUMMARY_WORDS: Readonly<Record<'Sum' | 'Average' | 'Minimum' | 'Maximum', Words>> = {
  Sum: { en: 'Sum of', nl: 'Som van' },
  Average: { en: 'Average', nl: 'Gemiddelde' },
  Minimum: { en: 'Minimum', nl: 'Minimum' },
  Maximum: { en: 'Maximum', nl: 'Maximum' },
};

/** English for every language but Dutch. */
export function wordIn(words: Words, language: string): string {
  return words[language.startsWith('nl') ? 'nl' : 'en'];
}
