// Why a contract stands on the list at this moment: always something about the contract, never a nice profile alone.
import { fillLabel } from 'c/labelText';

/** In the language of the user, days as `{0}`. */
export interface WhyLabels {
  readonly approachSince: string;
  readonly approachFrom: string;
  readonly runsUntil: string;
  readonly anyMonth: string;
  readonly askDate: string;
  readonly dissatisfied: string;
  readonly backFromSnooze: string;
}

/** API values and civil days; `written` writes a day for the reader. */
export interface Occasion {
  readonly noticeState: string | undefined;
  readonly approachDay: string | undefined;
  readonly endDay: string | undefined;
  readonly snoozedUntil: string | undefined;
  readonly satisfaction: string | undefined;
  readonly today: string;
  readonly written: (day: string) => string;
}

/** Sentences, the state of the notice first. */
export function whyNow(occasion: Occasion, labels: WhyLabels): readonly string[] {
  const { noticeState, approachDay, endDay, snoozedUntil, satisfaction, today, written } = occasion;
  const sentences: string[] = [];
  if (noticeState === 'Open') sentences.push(labels.anyMonth);
  else if (noticeState === 'Rolled Over' && endDay) sentences.push(fillLabel(labels.runsUntil, written(endDay)));
  else if (noticeState === 'Unknown') sentences.push(labels.askDate);
  else if (approachDay) sentences.push(fillLabel(approachDay > today ? labels.approachFrom : labels.approachSince, written(approachDay)));
  if (snoozedUntil && snoozedUntil <= today) sentences.push(fillLabel(labels.backFromSnooze, written(snoozedUntil)));
  if (satisfaction === 'Dissatisfied') sentences.push(labels.dissatisfied);
  return sentences;
}
