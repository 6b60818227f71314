import { createElement } from 'lwc';
import CampaignPressure from 'c/campaignPressure';
import { graphql } from 'lightning/graphql';

// sfdx-lwc-jest replaces wire adapters by test adapters, which the platform's types do not know
interface TestWire {
  emit(value: unknown, filter?: (config: { readonly variables?: Readonly<Record<string, unknown>> }) => boolean): void;
  emitErrors(
    errors: readonly { message: string }[],
    filter?: (config: { readonly variables?: Readonly<Record<string, unknown>> }) => boolean,
  ): void;
}
const graphqlWire = graphql as unknown as TestWire;
const settle = (turns = 8): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const value = <T>(of: T): { readonly value: T } => ({ value: of });
const connection = (nodes: readonly object[]): object => ({ edges: nodes.map((node) => ({ node })) });
const groups = (all: readonly object[]): object => connection(all.map((aggregate) => ({ aggregate })));

const ofPressure = ({ variables }: { readonly variables?: object }): boolean => variables === undefined;
const ofPeople = ({ variables }: { readonly variables?: object }): boolean =>
  Boolean(variables && 'rolling' in variables && !('members' in variables));

const PRESSURE = {
  uiapi: {
    query: {
      Frequency_Policy__c: connection([
        {
          Minimum_Campaigns__c: value(3),
          Maximum_Campaigns__c: value(8),
          Base_Campaigns__c: value(4),
          Person_Campaigns__c: value(8),
          Rolling_Days__c: value(30),
          Rolling_Touches__c: value(4),
          Verdict__c: value('Too few: 1 campaign runs.'),
        },
      ]),
      Campaign: connection([
        { Id: '701000000000001AAA', Name: value('Stroom'), Is_Base_Campaign__c: value(false), EndDate: value('2026-12-31') },
        { Id: '701000000000002AAA', Name: value('Nieuwsbrief'), Is_Base_Campaign__c: value(true) },
      ]),
    },
    aggregate: { CampaignMember: groups([{ CampaignId: value('701000000000001AAA'), Id: { count: value(12) } }]) },
  },
};
const PEOPLE = {
  uiapi: {
    aggregate: {
      running: groups([{ ContactId: value('003000000000001AAA'), Contact: { Name: value('Anna Peters') }, Id: { count: value(8) } }]),
      rolling: groups([]),
    },
  },
};

async function render(): Promise<HTMLElement> {
  const element = createElement('c-campaign-pressure', { is: CampaignPressure });
  document.body.appendChild(element);
  await settle();
  return element;
}
afterEach(() => document.body.replaceChildren());

describe('c-campaign-pressure', () => {
  it('shows campaigns and people against their bounds', async () => {
    const element = await render();
    graphqlWire.emit(PRESSURE, ofPressure);
    await settle();
    graphqlWire.emit(PEOPLE, ofPeople);
    await settle();
    const tiles = [...(element.shadowRoot?.querySelectorAll('.tile__number') ?? [])].map((tile) => tile.textContent);
    expect(tiles).toEqual(['1', '1', '1', '–']);
    expect(element.shadowRoot?.querySelector('.verdict')?.textContent).toContain('Too few');
    await expect(element).toBeAccessible();
  });

  it('shows those who get most first, and all of them on demand', async () => {
    const element = await render();
    graphqlWire.emit(PRESSURE, ofPressure);
    const member = (at: number): object => ({
      ContactId: value(`0030000000000${String(at).padStart(2, '0')}AAA`),
      Contact: { Name: value(`Person ${at}`) },
      Id: { count: value(8) },
    });
    const running = groups(Array.from({ length: 15 }, (_, at) => member(at)));
    graphqlWire.emit({ uiapi: { aggregate: { running, rolling: groups([]) } } }, ofPeople);
    await settle();
    const people = (): number => element.shadowRoot?.querySelectorAll('[aria-label="c.Pressure_Tab_People"] tbody tr').length ?? 0;
    expect(people()).toBe(12);
    element.shadowRoot?.querySelector<HTMLElement>('.foot lightning-button')?.click();
    await settle();
    expect(people()).toBe(15);
    expect(element.shadowRoot?.querySelector('.foot')).toBeNull();
  });

  it('says that nothing is bounded when there is no policy', async () => {
    const element = await render();
    const { uiapi } = PRESSURE;
    graphqlWire.emit({ uiapi: { ...uiapi, query: { ...uiapi.query, Frequency_Policy__c: connection([]) } } }, ofPressure);
    await settle();
    expect(element.shadowRoot?.querySelector('.verdict')?.textContent).toContain('Pressure_No_Policy');
    expect(element.shadowRoot?.querySelectorAll('.tile')).toHaveLength(1);
  });

  it.each([
    ['Campaign is undefined: FieldUndefined', 'no-permission'],
    ['The org could not be reached.', 'failed'],
  ])('tells %s as %s', async (message, failure) => {
    const element = await render();
    graphqlWire.emitErrors([{ message }], ofPressure);
    await settle();
    expect(element.shadowRoot?.querySelector<HTMLElement & { failure?: string }>('c-data-card')?.failure).toBe(failure);
    await expect(element).toBeAccessible();
  });
});
