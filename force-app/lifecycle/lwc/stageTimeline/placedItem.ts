// Puts an item at its day, or among those without a usable date, with the reason in its sentence.
import { fillLabel } from 'c/labelText';
import { usable, type Bar, type DayReading, type Mark, type Point, type Undated } from 'c/timelineItem';
import type { TimelineSetting } from './timelineSetting';

/** A date field: what it holds, and what can be made of it. */
export interface ReadDate {
  readonly raw: unknown;
  readonly day: DayReading;
}

/** What an item is, without where it stands. */
export type Subject = Omit<Undated, 'shape' | 'sentence' | 'details'>;

export interface PointText {
  readonly mark: Mark;
  readonly badge?: string;
  /** The sentence for the day, which is already written out. */
  sentence(written: string): string;
  readonly details?: readonly string[];
}

export function placedPoint(subject: Subject, date: ReadDate, text: PointText, setting: TimelineSetting): Point | Undated {
  const day = usable(date.day);
  if (day === undefined) return undated(subject, date.day === 'broken' ? [date] : [], setting, text.details);
  const { mark, badge = '', details = [] } = text;
  return { ...subject, shape: 'point', day, mark, badge, details, sentence: text.sentence(setting.written(day)) };
}

/** Says which value is no usable date; without one, that there is none. */
export function undated(
  subject: Subject,
  broken: readonly ReadDate[],
  { words }: TimelineSetting,
  details: readonly string[] = [],
): Undated {
  const values = broken.map(({ raw }) => String(raw)).join(', ');
  const sentence = broken.length > 0 ? fillLabel(words.dateBroken, subject.title, values) : fillLabel(words.dateMissing, subject.title);
  return { ...subject, shape: 'undated', sentence, details };
}

export type Extent = Pick<Bar, 'from' | 'until'>;

/** The days of a contract; text when it cannot be drawn: the sentence that says why. */
export function extentOf(name: string, start: ReadDate, end: ReadDate, setting: TimelineSetting): Extent | string {
  const { words, written } = setting;
  const broken = [start, end].filter(({ day }) => day === 'broken');
  if (broken.length > 0) return fillLabel(words.dateBroken, name, broken.map(({ raw }) => String(raw)).join(', '));
  const [from, until] = [usable(start.day), usable(end.day)];
  if (from === undefined && until === undefined) return fillLabel(words.endUnknown, name);
  if (from !== undefined && until !== undefined && until < from) {
    return fillLabel(words.endBeforeStart, name, written(until), written(from));
  }
  return { from, until };
}

/** "From 01-01-2025 until 31-12-2026", as far as it is known. */
export function extentText({ from, until }: Extent, { words, written }: TimelineSetting): string {
  if (from === undefined) return until === undefined ? '' : fillLabel(words.runsUntil, written(until));
  return until === undefined ? fillLabel(words.runsFrom, written(from)) : fillLabel(words.runsFromUntil, written(from), written(until));
}
