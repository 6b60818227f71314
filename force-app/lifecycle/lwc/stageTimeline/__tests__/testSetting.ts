// The setting of the tests: 22 November 2026, sentences that show what fills them.
import { dayNumber, dayOfNumber } from 'c/timelineItem';
import { WORDS } from '../sentenceLabels';
import type { TimelineSetting } from '../timelineSetting';

/** Each sentence is its own name with the values behind it. */
const words = Object.fromEntries(
  Object.keys(WORDS).map((name) => [name, `${name} {0} {1} {2} {3}`]),
) as unknown as TimelineSetting['words'];

export const SETTING: TimelineSetting = {
  today: dayNumber('2026-11-22'),
  words,
  dayAt: (instant) => instant.toISOString().slice(0, 10),
  written: (day) => dayOfNumber(day),
  stageName: (stageId) => (stageId ? `stage ${stageId}` : ''),
  stagePlace: (stageId) => Number(stageId.replace(/\D/g, '')),
};

/** The sentence without the places that nothing filled. */
export const told = (sentence: string): string => sentence.replace(/ \{\d\}/g, '');
export const value = <Value>(of: Value): { readonly value: Value } => ({ value: of });
export const day = dayNumber;
