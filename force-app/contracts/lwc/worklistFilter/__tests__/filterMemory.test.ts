import { filtersFromState, filtersFromText, sameFilters, stateWithFilters, type WorklistFilters } from '../filterMemory';
import { NO_FILTERS } from '../contractConditions';

const FILTERS: WorklistFilters = { ...NO_FILTERS, window: 'next30', category: 'Gas', owner: 'all' };

describe('remembered filters', () => {
  it('survive the address of the page, beside the parameters of others', () => {
    const state = stateWithFilters({ filterName: 'Recent', c__provider: 'a010L0000000001AAA' }, FILTERS);
    expect(state).toEqual({ filterName: 'Recent', c__window: 'next30', c__category: 'Gas', c__owner: 'all' });
    expect({ ...NO_FILTERS, ...filtersFromState(state) }).toEqual(FILTERS);
  });

  it('survive the session', () => {
    expect(filtersFromText(JSON.stringify(FILTERS))).toEqual(FILTERS);
  });

  it.each([null, '', 'null', '{', '{"window":"someday","owner":"x\' OR 1","provider":7,"from":"2026-02-31","shown":"all","group":1}'])(
    'leave out what is no filter: %s',
    (text) => {
      expect(filtersFromText(text)).toEqual({});
    },
  );

  it('are compared one by one', () => {
    expect(sameFilters(FILTERS, { ...FILTERS })).toBe(true);
    expect(sameFilters(FILTERS, { ...FILTERS, owner: 'mine' })).toBe(false);
  });
});
