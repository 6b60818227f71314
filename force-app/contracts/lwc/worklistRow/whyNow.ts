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

/** `special`: something that few contracts share; `state`: what became of its notice; `approach`: its time has come, or comes. */
export interface Reason {
  readonly text: string;
  readonly kind: 'special' | 'state' | 'approach';
}

/** What is special of this contract first, then what the calendar says. */
export function whyNow(occasion: Occasion, labels: WhyLabels): readonly Reason[] {
  const { snoozedUntil, satisfaction, today, written } = occasion;
  const back = snoozedUntil && snoozedUntil <= today ? fillLabel(labels.backFromSnooze, written(snoozedUntil)) : '';
  return [
    { text: satisfaction === 'Dissatisfied' ? labels.dissatisfied : '', kind: 'special' as const },
    { text: back, kind: 'special' as const },
    byCalendar(occasion, labels),
  ].filter(({ text }) => text);
}

function byCalendar({ noticeState, approachDay, endDay, today, written }: Occasion, labels: WhyLabels): Reason {
  if (noticeState === 'Open') return { kind: 'state', text: labels.anyMonth };
  if (noticeState === 'Rolled Over' && endDay) return { kind: 'state', text: fillLabel(labels.runsUntil, written(endDay)) };
  if (noticeState === 'Unknown') return { kind: 'state', text: labels.askDate };
  const words = approachDay !== undefined && approachDay > today ? labels.approachFrom : labels.approachSince;
  return { kind: 'approach', text: approachDay ? fillLabel(words, written(approachDay)) : '' };
}
