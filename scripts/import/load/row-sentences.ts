// Reasons and suggestions for rows that the org, or a comparison with it, does not take; in the language of the steward.
import type { Language } from '../plan/import-plan.ts';
import { fillIn } from '../source/messages.ts';
import english from './row-sentences.en.json' with { type: 'json' };
import dutch from './row-sentences.nl.json' with { type: 'json' };

export type RowSentenceCode = keyof typeof english;

const CATALOGUES: Readonly<Record<Language, Readonly<Record<RowSentenceCode, { readonly reason: string; readonly suggestion: string }>>>> =
  {
    en: english,
    nl: dutch,
  };

/** The reason and suggestion of a code, with `{name}` replaced by its value. */
export function rowSentence(
  language: Language,
  code: RowSentenceCode,
  values: Readonly<Record<string, string | number>> = {},
): { readonly reason: string; readonly suggestion: string } {
  const { reason, suggestion } = CATALOGUES[language][code];
  return { reason: fillIn(reason, values), suggestion: fillIn(suggestion, values) };
}

/** Narrows a platform status code to one that has a sentence of its own. */
export function hasSentence(code: string): code is RowSentenceCode {
  return Object.hasOwn(english, code);
}
