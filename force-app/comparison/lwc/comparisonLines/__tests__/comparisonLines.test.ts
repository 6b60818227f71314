import {
  cardOf,
  fieldsOf,
  filledLine,
  objectionsWith,
  type ClaimNode,
  type LineWords,
  type Occasion,
  type ScriptNode,
} from 'c/comparisonLines';

const WORDS: LineWords = {
  proof: '{0}, checked {1}.',
  offer: 'Offer {0}–{1}.',
  generalOpening: 'Who supplies you?',
  generalQuestions: ['General?'],
  day: (day) => day,
};
const occasion = (more: Partial<Occasion> = {}): Occasion => ({
  noticeState: 'In Window',
  daysLeft: 30,
  values: { account: 'Jansen', provider: 'Noordlicht', date: '22-12-2026', days: '30' },
  ...more,
});
const node = (Id: string, fields: Readonly<Record<string, unknown>>): ClaimNode => ({
  Id,
  ...Object.fromEntries(
    Object.entries({ Kind__c: 'Difference', Audience__c: 'Customer-Facing', Is_Sayable__c: true, ...fields }).map(([name, value]) => [
      name,
      { value },
    ]),
  ),
});
const script = (...claims: readonly ClaimNode[]): ScriptNode => ({
  Id: 's1',
  Opening_Line__c: { value: 'About {provider}' },
  Question_1__c: { value: 'One?' },
  Comparison_Claims__r: { edges: claims.map((claim) => ({ node: claim })) },
});

describe('c/comparisonLines', () => {
  it('fills a line, and gives none when a value is not known', () => {
    expect(filledLine('{account}: {provider} until {date}, {days} days, {else}', occasion())).toBe(
      'Jansen: Noordlicht until 22-12-2026, 30 days, {else}',
    );
    const left = (days: string): string | undefined =>
      filledLine('nog {days:dag|dagen}', occasion({ values: { ...occasion().values, days } }));
    expect([left('1'), left('2')]).toEqual(['nog 1 dag', 'nog 2 dagen']);
    expect(filledLine('until {date}', occasion({ values: { ...occasion().values, date: undefined } }))).toBeUndefined();
  });

  it('says the opening for this notice state first, then the one for the fewest days, then the own line, then the general one', () => {
    const openings = [
      node('any', { Kind__c: 'Opening', Line__c: 'Any' }),
      node('near', { Kind__c: 'Opening', Line__c: 'Near', Most_Days_Left__c: 40 }),
      node('state', { Kind__c: 'Opening', Line__c: 'Window until {date}', Notice_State__c: 'In Window' }),
      node('stale', { Kind__c: 'Opening', Line__c: 'Stale', Notice_State__c: 'In Window', Most_Days_Left__c: 35, Is_Sayable__c: false }),
    ];
    const said = (more: Partial<Occasion>): string => cardOf(script(...openings), occasion(more), WORDS).opening;
    expect(said({})).toBe('Window until 22-12-2026');
    expect(said({ noticeState: 'Too Early' })).toBe('Near');
    expect(said({ noticeState: 'Rolled Over', daysLeft: -3 })).toBe('Any');
    expect(cardOf(script(), occasion(), WORDS).opening).toBe('About Noordlicht');
    expect(cardOf(undefined, occasion(), WORDS)).toMatchObject({ opening: 'Who supplies you?', questions: ['General?'], differences: [] });
  });

  it('keeps apart what may be said, what is internal, and what is stale; shows five differences and nothing retired', () => {
    const many = [6, 2, 3, 4, 5, 1].map((order) => node(`d${order}`, { Our_Fact__c: `Fact ${order}`, Order__c: order }));
    const card = cardOf(
      script(
        ...many,
        node('inside', { Audience__c: 'Internal', Is_Sayable__c: false, Our_Fact__c: 'Hush' }),
        node('old', { Is_Sayable__c: false, Not_Sayable_Reason__c: 'Expired.' }),
        node('gone', { Status__c: 'Retired', Is_Sayable__c: false }),
        node('no', { Kind__c: 'Objection', Objection__c: 'Too dear', Answer__c: 'Compare' }),
      ),
      occasion(),
      WORDS,
    );
    expect(card.differences.map(({ id }) => id)).toEqual(['d1', 'd2', 'd3', 'd4', 'd5']);
    expect(card.internal.map(({ id }) => id)).toEqual(['inside']);
    expect(card.withheld).toMatchObject([{ id: 'old', reason: 'Expired.' }]);
    expect(card.objections).toMatchObject([{ id: 'no', words: 'Compare' }]);
  });

  it('tells source, check and offer, and makes links of web addresses only', () => {
    const proven = {
      Source__c: 'Terms',
      Checked_On_Date__c: '2026-11-01',
      Is_Special_Offer__c: true,
      Offer_Begin_Date__c: '2026-11-01',
      Offer_End_Date__c: '2026-12-01',
    };
    const lines = cardOf(
      script(node('a', { ...proven, Source_Website__c: 'https://them.example' }), node('b', { Source_Website__c: 'file:///etc' })),
      occasion(),
      WORDS,
    ).differences;
    expect(lines).toMatchObject([
      { proof: 'Terms, checked 2026-11-01. Offer 2026-11-01–2026-12-01.', website: 'https://them.example' },
      { proof: '', website: '' },
    ]);
  });

  it('finds objections by every typed word, blind to case and accents', () => {
    const card = cardOf(
      script(
        node('cafe', { Kind__c: 'Objection', Objection__c: 'Mijn café sluit nooit', Answer__c: 'Levering loopt door' }),
        node('dear', { Kind__c: 'Objection', Objection__c: 'Te duur', Answer__c: 'Vergelijk' }),
      ),
      occasion(),
      WORDS,
    );
    expect(objectionsWith(card.objections, 'CAFE door').map(({ id }) => id)).toEqual(['cafe']);
    expect(objectionsWith(card.objections, '')).toHaveLength(2);
    expect(objectionsWith(card.objections, 'cafe duur')).toEqual([]);
  });

  it('opens a form with the fields of a claim, or with those of a new one', () => {
    expect(fieldsOf(node('a', { Our_Fact__c: 'Fact' }))).toMatchObject({
      Kind__c: 'Difference',
      Our_Fact__c: 'Fact',
      Is_Special_Offer__c: false,
    });
    expect(fieldsOf(undefined)).toMatchObject({ Kind__c: 'Difference', Audience__c: 'Internal', Source__c: null });
  });
});
