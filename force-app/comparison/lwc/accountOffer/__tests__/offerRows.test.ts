import { afterPress, needAnswers, needButtons } from '../needRows';
import { offerVariables } from '../offerQuery';
import { offerRows, type OfferCell, type OfferFacts, type OfferRow, type OfferWords } from '../offerRows';

const words: OfferWords = {
  today: '2026-11-23',
  written: (day) => day,
  needNamed: (need) => need.toLowerCase(),
  ours: 'Ours',
  elsewhere: 'Elsewhere',
  canOffer: 'Can offer',
  usage: 'used {0}',
  usageSeen: 'used {0}, seen {1}',
  usageUnknown: 'use not known',
  contract: 'contract {0}',
  contractUntil: 'until {0}',
  until: 'until {0}',
  noticeBy: 'notice by {0}',
  unknownProvider: 'not known who',
  answers: 'answers {0}',
  more: 'and {0} more',
  notOurs: 'nothing of ours',
  ask: 'ask',
};
const of = (category: string): { Product_Category__c: { value: string; displayValue: string } } => ({
  Product_Category__c: { value: category, displayValue: `~${category}` },
});
const product = (Id: string, category: string, needs = ''): OfferFacts['products'][number] => ({
  Id,
  Name: { value: Id },
  ...of(category),
  Answers_Needs__c: { value: needs },
});
/** What a cell of a row says. */
const cell = (row: OfferRow | undefined, key: OfferCell['key']): readonly (readonly string[])[] =>
  (row?.cells ?? []).filter((one) => one.key === key).flatMap(({ lines }) => lines.map(({ name, notes }) => [name, ...notes]));
const facts = (more: Partial<OfferFacts>): OfferFacts => ({
  ...{ assets: [], contracts: [], rivals: [], products: [], pairs: [], needs: [] },
  ...more,
});

describe('rows of what an account has and has not', () => {
  it('puts first what is elsewhere, then what nobody knows, and last what is ours', () => {
    const rows = offerRows(
      facts({
        products: [product('fibre', 'Internet'), product('power', 'Electricity'), product('gas', 'Gas')],
        assets: [{ Id: 'a1', Name: { value: 'Fibre' }, ...of('Internet'), Usage__c: { value: 'A Part', displayValue: 'a part' } }],
        rivals: [
          {
            Id: 'r1',
            Competitor__r: { Name: { value: 'Noordlicht' } },
            ...of('Gas'),
            Current_End_Date__c: { value: '2027-03-31' },
            Decision_Date__c: { value: '2027-02-28' },
          },
        ],
      }),
      words,
    );
    expect(rows.map(({ key, cells }) => [key, ...cells.slice(0, 2).map(({ missing }) => missing)])).toEqual([
      ['Gas', 'nothing of ours', ''],
      ['Electricity', 'nothing of ours', 'ask'],
      ['Internet', '', ''],
    ]);
    expect(cell(rows[0], 'elsewhere')).toEqual([['Noordlicht', 'until 2027-03-31', 'notice by 2027-02-28']]);
    expect(cell(rows[0], 'offers')).toEqual([['gas']]);
    expect(cell(rows[2], 'ours')).toEqual([['Fibre', 'used a part']]);
    expect(cell(rows[2], 'offers')).toEqual([]);
  });

  it('takes the category of a product in use from what was sold, where the product in use has none', () => {
    const rows = offerRows(
      facts({
        products: [product('fibre', 'Internet')],
        assets: [{ Id: 'a1', Name: { value: 'Fibre' }, Product_Category__c: { value: null }, Product2: of('Internet') }],
      }),
      words,
    );
    expect(rows.map((row) => [row.key, row.isOurs, cell(row, 'ours')])).toEqual([['Internet', true, [['Fibre', 'use not known']]]]);
  });

  it('does not count what is no longer used, and counts a contract with us as ours', () => {
    const rows = offerRows(
      facts({
        products: [product('fibre', 'Internet')],
        assets: [{ Id: 'a1', Name: { value: 'Fibre' }, ...of('Internet'), UsageEndDate: { value: '2026-11-22' } }],
        contracts: [{ Id: 'c1', ContractNumber: { value: '0012' }, ...of('Gas'), EndDate: { value: '2027-01-31' } }],
      }),
      words,
    );
    expect(rows.map(({ key, isOurs }) => [key, isOurs])).toEqual([
      ['Internet', false],
      ['Gas', true],
    ]);
    expect(cell(rows[1], 'ours')).toEqual([['contract 0012', 'until 2027-01-31']]);
  });

  it('tells no deadline that has passed, and names a provider that nobody knows', () => {
    const rows = offerRows(
      facts({ products: [product('gas', 'Gas')], rivals: [{ Id: 'r1', ...of('Gas'), Decision_Date__c: { value: '2026-11-22' } }] }),
      words,
    );
    expect(cell(rows[0], 'elsewhere')).toEqual([['not known who']]);
  });

  it('offers first what answers most needs, by itself or with a proposition that may go with it, and at most three', () => {
    const rows = offerRows(
      facts({
        needs: ['Cheap', 'Fast'],
        products: [product('p1', 'Gas'), product('p2', 'Gas', 'Fast'), product('p3', 'Gas', 'Cheap'), product('p4', 'Gas')],
        pairs: [
          {
            Id: 'x',
            Product__c: { value: 'p3' },
            Proposition__r: { Id: 'o', Name: { value: 'Help' }, Answers_Needs__c: { value: 'Fast' } },
          },
        ],
      }),
      words,
    );
    expect(cell(rows[0], 'offers')).toEqual([['p3', 'Help', 'answers cheap, fast'], ['p2', 'answers fast'], ['p1']]);
    expect(rows[0]?.cells[2]?.more).toBe('and 1 more');
  });

  it('asks for running contracts of the account alone', () => {
    expect(JSON.stringify(offerVariables('001x', '2026-11-23'))).toContain('{"EndDate":{"gte":{"value":"2026-11-23"}}}');
  });
});

describe('needs', () => {
  const choices = ['Cheap', 'Fast', 'Green'].map((value) => ({ value, label: value.toLowerCase() }));

  it('are pressed where the account has them, and written in the order of the choices', () => {
    expect(needButtons(choices, ['Fast']).map(({ pressed }) => pressed)).toEqual(['false', 'true', 'false']);
    expect(afterPress(choices, ['Fast'], 'Cheap')).toBe('Cheap;Fast');
    expect(afterPress(choices, ['Cheap', 'Fast'], 'Fast')).toBe('Cheap');
    expect(afterPress(choices, ['Fast'], 'Fast')).toBeNull();
  });

  it('are answered by products, those that the account has last; a need without an answer says so', () => {
    const answers = needAnswers(
      choices,
      facts({
        needs: ['Cheap', 'Green'],
        products: [product('p1', 'Gas', 'Cheap'), product('p2', 'Gas', 'Cheap;Fast')],
        assets: [{ Id: 'a1', Product2Id: { value: 'p1' } }],
      }),
      words.today,
      'in use',
    );
    expect(answers.map(({ name, isOpen, answers: by }) => [name, isOpen, ...by.map((one) => one.name + one.has)])).toEqual([
      ['cheap', false, 'p2', 'p1in use'],
      ['green', true],
    ]);
  });
});
