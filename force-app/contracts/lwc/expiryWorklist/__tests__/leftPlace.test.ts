import { NO_FILTERS } from 'c/worklistFilter';
import { forgetPlace, keepPlace, placeIn } from '../leftPlace';

const FILTERS = { ...NO_FILTERS, window: 'next30' as const, category: 'Gas' };
const PLACE = { filters: FILTERS, first: 100, rowId: 'a1', selectedIds: ['a2'], day: '2026-11-22' };

describe('the place where the list was left', () => {
  beforeEach(() => window.sessionStorage.clear());

  it('is found in the list of the same filters on the same day, until it is forgotten', () => {
    expect(placeIn(FILTERS, '2026-11-22')).toBeUndefined();
    keepPlace(PLACE);
    expect(placeIn(FILTERS, '2026-11-22')).toEqual(PLACE);
    expect(placeIn({ ...FILTERS, category: '' }, '2026-11-22')).toBeUndefined();
    expect(placeIn(FILTERS, '2026-11-23')).toBeUndefined();
    forgetPlace();
    expect(placeIn(FILTERS, '2026-11-22')).toBeUndefined();
  });

  it('is nowhere when it cannot be read', () => {
    for (const broken of ['{', '1', 'null', '{}', '{"first":"x","rowId":"a","day":"2026-11-22"}']) {
      window.sessionStorage.setItem('expiryWorklist.place', broken);
      expect(placeIn(FILTERS, '2026-11-22')).toBeUndefined();
    }
  });
});
