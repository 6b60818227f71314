// The words of reports and notices, in the language of the steward.
import type { Language } from '../plan/import-plan.ts';
import { fillIn, numberIn } from '../source/messages.ts';
import type { MessageValues } from '../source/messages.ts';
import english from './report-sentences.en.json' with { type: 'json' };
import dutch from './report-sentences.nl.json' with { type: 'json' };

const CATALOGUES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: english, nl: dutch };

/** Returns the sentences of a language: `say(name, values)`; a name without sentence is shown as it is. */
export function reportSentence(language: Language): (name: string, values?: MessageValues) => string {
  const catalogue = CATALOGUES[language];
  const number = numberIn(language);
  return (name, values = {}) => {
    const written = Object.entries(values).map(([key, value]) => [key, typeof value === 'number' ? number(value) : value] as const);
    return fillIn(Object.hasOwn(catalogue, name) ? (catalogue[name] ?? name) : name, Object.fromEntries(written));
  };
}
