import { boundsState, peopleOf, pressureOf, type Policy } from '../pressureState';

const value = <T>(of: T): { readonly value: T } => ({ value: of });
const connection = (nodes: readonly object[]): object => ({ edges: nodes.map((node) => ({ node })) });
const groups = (all: readonly object[]): object => connection(all.map((aggregate) => ({ aggregate })));
const person = (id: string, count: number): object => ({ ContactId: value(id), Contact: { Name: value(id) }, Id: { count: value(count) } });

const POLICY: Policy = { minimum: 3, maximum: 8, base: 4, perPerson: 8, rollingDays: 30, rollingTouches: 4, verdict: '' };

describe('campaign pressure', () => {
  it('puts who has least room first, by the tighter of both caps', () => {
    const answer = {
      uiapi: {
        aggregate: {
          running: groups([person('many', 8), person('some', 2), person('few', 1)]),
          rolling: groups([person('some', 3), person('few', 5)]),
        },
      },
    };
    const people = peopleOf(answer as never, POLICY);
    expect(people.map(({ id, room }) => [id, room])).toEqual([
      ['many', 0],
      ['few', 0],
      ['some', 1],
    ]);
  });

  it('joins campaigns with their members, and lives without a policy', () => {
    const answer = {
      uiapi: {
        query: { Frequency_Policy__c: connection([]), Campaign: connection([{ Id: 'c1', Name: value('Stroom') }, { Id: 'c2' }]) },
        aggregate: { CampaignMember: groups([{ CampaignId: value('c1'), Id: { count: value(12) } }]) },
      },
    };
    const { policy, campaigns } = pressureOf(answer as never);
    expect(policy).toBeUndefined();
    expect(campaigns.map(({ name, members }) => [name, members])).toEqual([
      ['Stroom', 12],
      ['', 0],
    ]);
  });

  it.each([
    [2, 'soon'],
    [3, 'good'],
    [8, 'good'],
    [9, 'urgent'],
  ])('calls %i campaigns against 3 to 8 %s', (count, state) => {
    expect(boundsState(count, 3, 8)).toBe(state);
  });
});
