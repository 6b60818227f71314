// Departures in words: when to win back, whether goodwill allows it and why.
import { countedLabel, fillLabel } from 'c/labelText';
import { daysBetween, shownDay } from 'c/civilDay';
import type { Departure } from './winbackQuery';

export interface DepartureLabels {
  readonly dueToday: string;
  readonly dueSinceOne: string;
  readonly dueSinceOther: string;
  readonly dueInOne: string;
  readonly dueInOther: string;
  readonly startedOn: string;
  readonly noDate: string;
  readonly unknownProvider: string;
  readonly until: string;
  readonly gateGood: string;
  readonly gateUnknown: string;
  readonly gateBlocked: string;
  readonly gateException: string;
  readonly survey: string;
  readonly setException: string;
  readonly exceptionOf: string;
  readonly changeException: string;
}

export interface ShownDeparture extends Departure {
  readonly left: string;
  readonly to: string;
  readonly toUntil: string;
  readonly when: string;
  readonly time: string;
  readonly timeClass: string;
  readonly gateText: string;
  readonly gateClass: string;
  /** Why bad terms do not block it. */
  readonly gateReason: string;
  readonly surveyLabel: string;
  /** Only bad terms need an exception. */
  readonly canExcept: boolean;
  readonly exceptLabel: string;
  readonly exceptSays: string;
  readonly isExcepting: boolean;
}

export interface DepartureContext {
  readonly today: string;
  readonly language: string;
  readonly locale: string;
  readonly labels: DepartureLabels;
  /** Id of the survey whose exception is being written. */
  readonly exceptingId: string;
}

export function shownDepartures(departures: readonly Departure[], context: DepartureContext): readonly ShownDeparture[] {
  const { locale, labels, exceptingId } = context;
  const day = (date: string): string => (date ? shownDay(date, locale) : '');
  return departures.map((departure) => ({
    ...departure,
    left: day(departure.lossDate),
    to: departure.provider || labels.unknownProvider,
    toUntil: departure.newEndDate ? fillLabel(labels.until, day(departure.newEndDate)) : '',
    when: day(departure.winBackDate) || labels.noDate,
    ...timeOf(departure, context),
    ...gateOf(departure, labels),
    surveyLabel: fillLabel(labels.survey, departure.name),
    canExcept: departure.terms === 'No' && !departure.startedOn,
    ...exceptionButton(departure, labels),
    isExcepting: departure.id === exceptingId,
  }));
}

function exceptionButton(
  { gate, accountName }: Departure,
  labels: DepartureLabels,
): { readonly exceptLabel: string; readonly exceptSays: string } {
  const exceptLabel = gate === 'Blocked' ? labels.setException : labels.changeException;
  return { exceptLabel, exceptSays: fillLabel(labels.exceptionOf, exceptLabel, accountName) };
}

function timeOf(
  { winBackDate, startedOn, gate }: Departure,
  { today, language, locale, labels }: DepartureContext,
): { readonly time: string; readonly timeClass: string } {
  if (startedOn) return { time: fillLabel(labels.startedOn, shownDay(startedOn, locale)), timeClass: 'chip chip_good' };
  if (!winBackDate) return { time: '', timeClass: '' };
  const days = daysBetween(today, winBackDate);
  // a date says nothing urgent as long as the gate is shut
  const urgent = gate === 'Blocked' ? 'chip chip_passed' : 'chip chip_urgent';
  if (days === 0) return { time: labels.dueToday, timeClass: urgent };
  if (days < 0) return { time: countedLabel({ one: labels.dueSinceOne, other: labels.dueSinceOther }, -days, language), timeClass: urgent };
  return { time: countedLabel({ one: labels.dueInOne, other: labels.dueInOther }, days, language), timeClass: 'chip chip_calm' };
}

function gateOf(
  { gate, terms, exception }: Departure,
  labels: DepartureLabels,
): Pick<ShownDeparture, 'gateText' | 'gateClass' | 'gateReason'> {
  const shown = (gateText: string, look: string, gateReason = ''): ReturnType<typeof gateOf> => ({
    ...{ gateText, gateClass: `chip chip_${look}`, gateReason },
  });
  if (gate === 'Blocked') return shown(labels.gateBlocked, 'urgent');
  if (gate === 'Open by exception') return shown(labels.gateException, 'soon', exception);
  return terms === 'Yes' ? shown(labels.gateGood, 'good') : shown(labels.gateUnknown, 'unknown');
}
