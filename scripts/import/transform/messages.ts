// The sentences for rejected rows and warnings, in the language of the steward. Codes and sentences are data.

import type { Language } from '../source/language.ts';
import { fillIn, type MessageValues } from '../source/messages.ts';
import { masked } from './masked.ts';
import english from './messages.en.json' with { type: 'json' };
import dutch from './messages.nl.json' with { type: 'json' };

export type RejectCode = keyof typeof english.rejects;
export type WarningCode = keyof typeof english.warnings;

interface Catalogue {
  readonly rejects: Readonly<Record<RejectCode, { readonly reason: string; readonly suggestion: string }>>;
  readonly warnings: Readonly<Record<WarningCode, string>>;
  readonly also: string;
}

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en: english, nl: dutch };

/** Reason and suggestion of a rejected row; what they repeat of a cell is masked. */
export function rejectText(
  language: Language,
  code: RejectCode,
  values: MessageValues,
): { readonly reason: string; readonly suggestion: string } {
  const { reason, suggestion } = CATALOGUES[language].rejects[code];
  const told = { ...values, ...(typeof values['value'] === 'string' && { value: masked(values['value']) }) };
  return { reason: fillIn(reason, told), suggestion: fillIn(suggestion, told) };
}

/** How a further fault of the same row is added to the reason of the first. */
export function alsoText(language: Language, column: string, reason: string): string {
  return fillIn(CATALOGUES[language].also, { column: column === '' ? '' : ` ${column}:`, reason });
}

/** The sentence for a warning of `TransformedBatch.warnings`; a code that is not ours is returned as it is. */
export function warningText(language: Language, code: string): string {
  const { warnings } = CATALOGUES[language];
  return Object.hasOwn(warnings, code) ? warnings[code as WarningCode] : code;
}
