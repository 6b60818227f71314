import { daysLeft, type DaysLeftLabels } from '../daysLeftSentence';

const DUTCH: DaysLeftLabels = {
  left: { one: 'nog {0} dag', other: 'nog {0} dagen' },
  today: 'vandaag',
  passed: { one: '{0} dag voorbij', other: '{0} dagen voorbij' },
  open: 'elke maand',
  unknown: 'onbekend',
  none: 'niets',
};

describe('the days left in words', () => {
  it.each([
    ['2026-12-04', 'In Window', 'nog 12 dagen', 'soon'],
    ['2026-11-23', 'Last Days', 'nog 1 dag', 'urgent'],
    ['2026-11-22', 'Last Days', 'vandaag', 'urgent'],
    ['2026-11-21', 'Last Days', '1 dag voorbij', 'passed'],
    ['2025-11-22', 'Rolled Over', '365 dagen voorbij', 'passed'],
    ['2027-11-22', 'Too Early', 'nog 365 dagen', 'calm'],
    // the stored state may be of another day: the date decides
    ['2026-12-04', 'Rolled Over', 'nog 12 dagen', 'calm'],
    [null, 'Open', 'elke maand', 'open'],
    [null, 'Unknown', 'onbekend', 'unknown'],
    [null, 'Not Applicable', 'niets', 'calm'],
    // a day that had passed before the contract ended is history
    ['2026-11-21', 'Not Applicable', 'niets', 'calm'],
    [null, null, 'onbekend', 'unknown'],
  ])('for %s and state %s', (decisionDate, noticeState, words, urgency) => {
    expect(daysLeft({ decisionDate, noticeState }, '2026-11-22', 'nl-NL', DUTCH)).toEqual({ words, urgency });
  });
});
