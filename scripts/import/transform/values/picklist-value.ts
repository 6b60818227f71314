// Words of Dutch and English files as values of the org's picklists.

import { foldValue } from '../../source/header-name.ts';
import { isUnknown } from '../../source/unknown-values.ts';
import type { RejectCode } from '../messages.ts';
import { fault, known, unknown, type Verdict } from '../verdict.ts';
import lists from './word-lists.json' with { type: 'json' };

export type WordList = keyof typeof lists;

interface Words {
  readonly byWord: ReadonlyMap<string, string>;
  /** From words that begin with `*`: they are looked for at the end ("*verzekering" finds "Bedrijfsverzekering"). */
  readonly endings: readonly (readonly [string, string])[];
  /** The allowed values as a message lists them. */
  readonly allowed: string;
}

const WORDS = new Map<string, Words>(
  Object.entries(lists).map(([name, values]) => {
    const byWord = new Map<string, string>();
    for (const [value, words] of Object.entries(values)) {
      for (const word of words) {
        if (byWord.has(foldValue(word))) throw new Error(`word-lists.json gives "${word}" of ${name} twice`);
        byWord.set(foldValue(word), value);
      }
    }
    const endings = [...byWord].filter(([word]) => word.startsWith('*')).map(([word, value]) => [word.slice(1), value] as const);
    return [name, { byWord, endings, allowed: Object.keys(values).join(', ') }] as const;
  }),
);

/** The picklist value for a word; a word that is not in the list is a fault that names the allowed values. */
export function picklistValue(list: WordList, text: string, whenOther: RejectCode): Verdict<string> {
  const words = WORDS.get(list);
  const folded = foldValue(text);
  const value =
    words?.byWord.get(folded) ??
    words?.byWord.get(folded.replace(/[^a-z0-9 &/]+/g, '')) ??
    words?.endings.find(([ending]) => folded.endsWith(ending))?.[1];
  if (value !== undefined) return known(value);
  if (isUnknown(text)) return unknown(text === '' ? undefined : 'UNKNOWN_VALUE');
  return fault(whenOther, { value: text, allowed: words?.allowed ?? '' });
}
