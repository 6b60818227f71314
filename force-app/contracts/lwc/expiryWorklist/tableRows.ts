// Joins what is known of each row: the contract, what else is said of it, the calls that are planned for it, the consent of its account.
import { fillLabel } from 'c/labelText';
import type { ChannelVerdict, PlannedCall, WorklistRow } from 'c/worklistRow';
import type { BulkRow } from 'c/worklistBulk';
import { LABELS } from './worklistLabels';

export interface Knowledge {
  /** Address of an account page by account id. */
  readonly hrefs: ReadonlyMap<string, string>;
  readonly calls: ReadonlyMap<string, PlannedCall>;
  /** Other ends that were said, by contract id. */
  readonly ends: ReadonlyMap<string, readonly string[]>;
  /** Undefined when consent is not known at all. */
  readonly consent: ReadonlyMap<string, readonly ChannelVerdict[]> | undefined;
  /** Ids of the accounts of which somebody is known. */
  readonly peopled: ReadonlySet<string>;
  /** The org has no consent package: nobody there says whether somebody may be called, so it is for the caller to know. */
  readonly isConsentAbsent: boolean;
  /** Civil day. */
  readonly today: string;
  readonly written: (day: string) => string;
}

export function tableRows(rows: readonly WorklistRow[], knowledge: Knowledge): readonly BulkRow[] {
  const { hrefs, calls, ends, consent, peopled, isConsentAbsent, today, written } = knowledge;
  return rows.map((row) => {
    const call = calls.get(row.id);
    const others = (ends.get(row.id) ?? []).map(written).join(', ');
    const verdicts = consent && row.accountId ? (consent.get(row.accountId) ?? []) : undefined;
    const mayCall = verdicts ? verdicts.some(({ channel, verdict }) => channel === 'Phone' && verdict === 'May') : isConsentAbsent;
    return {
      ...row,
      href: hrefs.get(row.accountId ?? '') ?? '',
      call,
      plannedCall: callWords(call, today, written),
      isCallOverdue: isOverdue(call, today),
      orEnds: others ? fillLabel(LABELS.orEnds, others) : '',
      orEndsTitle: others ? fillLabel(LABELS.orEndsTitle, others) : '',
      consent: verdicts,
      nobody: peopled.has(row.accountId ?? '') ? LABELS.consentTonight : LABELS.consentNone,
      phone: mayCall ? row.phoneKnown : '',
    };
  });
}

function isOverdue(call: PlannedCall | undefined, today: string): boolean {
  return call?.day !== undefined && call.day < today;
}

function callWords(call: PlannedCall | undefined, today: string, written: (day: string) => string): string {
  if (!call) return '';
  if (!call.day) return LABELS.callPlannedNoDay;
  if (call.day === today) return LABELS.callToday;
  return fillLabel(isOverdue(call, today) ? LABELS.callOverdue : LABELS.callPlanned, written(call.day));
}
