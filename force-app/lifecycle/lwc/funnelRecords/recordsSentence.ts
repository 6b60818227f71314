// "The first 50 of 368": how many of the records behind a number are shown.
import { countedLabel, fillLabel, numberText } from 'c/labelText';

export interface SentenceLabels {
  readonly countOne: string;
  readonly countOther: string;
  readonly shownOf: string;
  readonly atLimit: string;
}

/** `more` tells whether the others can be shown too, or stand beyond the limit of one query. */
export function recordsSentence(
  shown: number,
  total: number,
  more: 'none' | 'can be shown' | 'beyond the limit',
  language: string,
  labels: SentenceLabels,
): string {
  if (more === 'none') return countedLabel({ one: labels.countOne, other: labels.countOther }, shown, language);
  return fillLabel(more === 'can be shown' ? labels.shownOf : labels.atLimit, numberText(shown), numberText(total));
}
