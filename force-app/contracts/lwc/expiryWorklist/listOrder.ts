// What the list says of its order.
import { isByValue, type ExpiryWindow } from 'c/worklistFilter';
import { LABELS } from './worklistLabels';

export function subtitleOf(window: ExpiryWindow): string {
  return isByValue(window) ? LABELS.subtitleByValue : LABELS.subtitle;
}

/** `ascending` or `descending`; blank where the rows are sorted by their value. */
export function sortOfDates(window: ExpiryWindow): string {
  if (isByValue(window)) return '';
  return window === 'passed' || window === 'missed' ? 'descending' : 'ascending';
}
