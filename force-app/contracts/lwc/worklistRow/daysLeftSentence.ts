// "12 days left to give notice": the time left in words, and how urgent it is.
import { type CountedLabel, countedLabel } from 'c/labelText';
import { daysBetween } from 'c/civilDay';

/** The words, in the language of the user. */
export interface DaysLeftLabels {
  readonly left: CountedLabel;
  readonly today: string;
  readonly passed: CountedLabel;
  readonly open: string;
  readonly unknown: string;
  /** Nobody gives notice of a contract that no longer counts. */
  readonly none: string;
}

/** How a row asks for attention. `calm` is also what the words alone must tell: colour only repeats them. */
export type Urgency = 'calm' | 'soon' | 'urgent' | 'passed' | 'open' | 'unknown';

export interface DaysLeft {
  readonly words: string;
  readonly urgency: Urgency;
}

/** What decides: API names of Notice_State__c, and civil days. */
export interface Deadline {
  readonly decisionDate: string | null;
  readonly noticeState: string | null;
}

/**
 * A decision date counts more than the stored state, because the state was written on another day. The state only tells how
 * urgent a coming date is: that boundary is kept in the notice regimes of the org.
 */
export function daysLeft(deadline: Deadline, today: string, language: string, labels: DaysLeftLabels): DaysLeft {
  const { decisionDate, noticeState } = deadline;
  if (noticeState === 'Not Applicable') return { words: labels.none, urgency: 'calm' };
  if (!decisionDate) {
    return noticeState === 'Open' ? { words: labels.open, urgency: 'open' } : { words: labels.unknown, urgency: 'unknown' };
  }
  const days = daysBetween(today, decisionDate);
  if (days < 0) return { words: countedLabel(labels.passed, -days, language), urgency: 'passed' };
  if (days === 0) return { words: labels.today, urgency: 'urgent' };
  return { words: countedLabel(labels.left, days, language), urgency: urgencyAhead(noticeState) };
}

function urgencyAhead(noticeState: string | null): Urgency {
  if (noticeState === 'Last Days') return 'urgent';
  return noticeState === 'In Window' ? 'soon' : 'calm';
}
