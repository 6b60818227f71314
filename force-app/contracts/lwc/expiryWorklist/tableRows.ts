// Joins what is known of each row: the contract, the calls that are planned for it, the consent of its account.
import { fillLabel } from 'c/labelText';
import type { ChannelVerdict, PlannedCall, WorklistRow } from 'c/worklistRow';
import type { BulkRow } from 'c/worklistBulk';
import { LABELS } from './worklistLabels';

export interface Knowledge {
  /** Address of an account page by account id. */
  readonly hrefs: ReadonlyMap<string, string>;
  readonly calls: ReadonlyMap<string, PlannedCall>;
  /** Undefined when consent is not known at all. */
  readonly consent: ReadonlyMap<string, readonly ChannelVerdict[]> | undefined;
  /** The org has no consent package: nobody there says whether somebody may be called, so it is for the caller to know. */
  readonly isConsentAbsent: boolean;
  readonly written: (day: string) => string;
}

export function tableRows(
  rows: readonly WorklistRow[],
  { hrefs, calls, consent, isConsentAbsent, written }: Knowledge,
): readonly BulkRow[] {
  return rows.map((row) => {
    const call = calls.get(row.id);
    const verdicts = consent && row.accountId ? (consent.get(row.accountId) ?? []) : undefined;
    const mayCall = verdicts ? verdicts.some(({ channel, verdict }) => channel === 'Phone' && verdict === 'May') : isConsentAbsent;
    return {
      ...row,
      href: hrefs.get(row.accountId ?? '') ?? '',
      call,
      plannedCall: call ? (call.day ? fillLabel(LABELS.callPlanned, written(call.day)) : LABELS.callPlannedNoDay) : '',
      consent: verdicts,
      phone: mayCall ? row.phoneKnown : '',
    };
  });
}
