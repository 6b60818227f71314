// What is wrong with a row, before it is put into words.

import type { Language } from '../source/language.ts';
import type { Reject } from '../plan/import-outcome.ts';
import { alsoText, rejectText, type RejectCode } from './messages.ts';
import type { FaultDetail } from './verdict.ts';

export interface RowFault {
  /** Column header as in the file; '' when the row as a whole is at fault. */
  readonly header: string;
  readonly code: RejectCode;
  readonly detail: FaultDetail;
}

/** Column, code, reason and suggestion of a row's first fault, with the other ones added to the reason. */
export function describeFaults(faults: readonly RowFault[], language: Language): Pick<Reject, 'column' | 'code' | 'reason' | 'suggestion'> {
  const [first, ...others] = faults;
  if (first === undefined) throw new Error('a rejected row has at least one fault');
  const { reason, suggestion } = rejectText(language, first.code, first.detail);
  const also = others.map(({ header, code, detail }) => alsoText(language, header, rejectText(language, code, detail).reason));
  return { column: first.header, code: first.code, reason: reason + also.join(''), suggestion };
}
