// The sentences of refusals and notices, in the language of the steward.

import type { Notice } from './inspection.ts';
import type { Language } from './language.ts';
import { ImportRefusal } from './refusal.ts';
import english from './messages.en.json' with { type: 'json' };
import dutch from './messages.nl.json' with { type: 'json' };

export type SourceMessageCode = keyof typeof english;
type Sentences = Readonly<Record<SourceMessageCode, { readonly message: string; readonly action: string }>>;

const CATALOGUES: Readonly<Record<Language, Sentences>> = { en: english, nl: dutch };

export type MessageValues = Readonly<Record<string, string | number>>;

/** Trouble with this machine: exit code 3. */
const NOT_THE_FILES_FAULT: ReadonlySet<SourceMessageCode> = new Set(['NO_ROOM_FOR_COPY']);

/** Replaces `{name}` by its value, and `[one|many]` by what suits the value of `count`; a name without value stays as it is. */
export function fillIn(sentence: string, values: MessageValues): string {
  const isOne = String(values['count']) === '1';
  return sentence
    .replace(/\[([^[\]|]*)\|([^[\]|]*)\]/g, (_, one: string, many: string) => (isOne ? one : many))
    .replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Writes numbers as the language does. */
export function numberIn(language: Language): (value: number) => string {
  const format = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB');
  return (value) => format.format(value);
}

/** The refusal with this code, ready to be thrown; `sentence` names other words than those of the code. */
export function refusal(
  language: Language,
  code: SourceMessageCode,
  values: MessageValues = {},
  cause?: unknown,
  sentence = code,
): ImportRefusal {
  const { message, action } = CATALOGUES[language][sentence];
  const exitCode = NOT_THE_FILES_FAULT.has(code) ? 3 : 2;
  return new ImportRefusal(code, fillIn(message, values), fillIn(action, values), {
    exitCode,
    values,
    ...(cause !== undefined && { cause }),
  });
}

/** The notice with this code: its message, and the action where there is one; `sentence` names other words than those of the code. */
export function notice(language: Language, code: SourceMessageCode, values: MessageValues = {}, sentence = code): Notice {
  const { message, action } = CATALOGUES[language][sentence];
  return { code, text: fillIn(action === '' ? message : `${message} ${action}`, values) };
}
