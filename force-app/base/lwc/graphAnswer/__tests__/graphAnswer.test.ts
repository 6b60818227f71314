import { answered, countOf, groupsOf, nodesOf, shownOf, totalOf, type Counted, type Groups } from '../graphAnswer';

describe('c/graphAnswer', () => {
  it('takes the empty data of a refused query for none, and leaves other answers as they are', () => {
    const errors = [{ message: 'Cannot query field "Score__c"' }];
    expect(answered({ data: {}, errors })).toEqual({ data: undefined, errors });
    expect(answered({ errors })).toEqual({ errors });
    const whole = { data: { uiapi: { query: {} } } };
    expect(answered(whole)).toBe(whole);
  });

  it('gives the nodes that are there', () => {
    expect(nodesOf({ edges: [{ node: 1 }, null, { node: null }, { node: 2 }] })).toEqual([1, 2]);
    expect(nodesOf(null)).toEqual([]);
    expect(nodesOf({})).toEqual([]);
  });

  it('gives groups, their counts and the sum of these', () => {
    const groups: Groups<Counted> = {
      edges: [{ node: { aggregate: { Id: { count: { value: 3 } } } } }, { node: { aggregate: { Id: null } } }],
    };
    expect(groupsOf(groups)).toHaveLength(2);
    expect(groupsOf(groups).map(countOf)).toEqual([3, 0]);
    expect(totalOf(groups)).toBe(3);
  });

  it('shows what is for people, and nothing for what is unknown', () => {
    expect(shownOf({ value: 'Gas', displayValue: 'Gas (NL)' })).toBe('Gas (NL)');
    expect(shownOf({ value: 0 })).toBe('0');
    expect(shownOf({ value: null, displayValue: null })).toBe('');
    expect(shownOf(undefined)).toBe('');
  });
});
