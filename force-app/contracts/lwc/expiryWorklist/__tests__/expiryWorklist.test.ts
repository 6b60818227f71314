import { createElement } from 'lwc';
import '@sa11y/jest';
import ExpiryWorklist from 'c/expiryWorklist';
import { graphql } from 'lightning/graphql';
import { CurrentPageReference } from 'lightning/navigation';
import { getPicklistValues } from 'lightning/uiObjectInfoApi';
import type { ContractNode } from 'c/worklistRow';
import type { WorklistVariables } from '../worklistQuery';
import answer from './data/graphql.json';
import categories from './data/getPicklistValues.json';

// sfdx-lwc-jest replaces wire adapters by test adapters, which the platform's types do not know
interface Config {
  readonly variables?: WorklistVariables;
}
interface TestWire {
  emit(value: unknown, filter?: (config: Config) => boolean, refresh?: () => Promise<void>): void;
  emitErrors(errors: readonly { message: string }[], filter?: (config: Config) => boolean, refresh?: () => Promise<void>): void;
}
const graphqlWire = graphql as unknown as TestWire;
const pageWire = CurrentPageReference as unknown as TestWire;
const picklistWire = getPicklistValues as unknown as TestWire;
const ofContracts = (config: Config): boolean => config.variables?.first !== undefined;
const ofCount = (config: Config): boolean => config.variables?.where !== undefined && config.variables.first === undefined;
const ofChoices = (config: Config): boolean => config.variables === undefined;
/** The variables with which the contracts are asked for at present. */
const asked = (): WorklistVariables | undefined => {
  const found: Config[] = [];
  graphqlWire.emit(undefined, (config) => ofContracts(config) && found.push(config) < 0);
  return found.at(-1)?.variables;
};

const NOT_SNOOZED = { or: [{ Snoozed_Until_Date__c: { eq: null } }, { Snoozed_Until_Date__c: { lte: { value: '2026-11-22' } } }] };
const MINE = {
  or: [
    { Account__r: { Relationship_Owner__c: { eq: '005000000000000000' } } },
    { and: [{ Account__r: { Relationship_Owner__c: { eq: null } } }, { Account__r: { OwnerId: { eq: '005000000000000000' } } }] },
  ],
};
const TODAY = new Date('2026-11-22T11:00:00Z');
/** Rendering and the addresses of rows take a few turns of the queue. */
const settle = (turns = 8): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));

async function render(properties: { readonly ownerAtStart?: string } = {}): Promise<HTMLElement> {
  const element = createElement('c-expiry-worklist', { is: ExpiryWorklist });
  Object.assign(element, properties);
  document.body.appendChild(element);
  await settle();
  return element;
}
/** In the worklist and in the components that it is made of. */
const all = <Found extends HTMLElement = HTMLElement>(host: HTMLElement, css: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(css) ?? []),
  ...[...(host.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])]
    .filter(({ tagName }) => tagName.startsWith('C-'))
    .flatMap((part) => all<Found>(part, css)),
];
const one = <Found extends HTMLElement = HTMLElement>(host: HTMLElement, css: string): Found => {
  const [found] = all<Found>(host, css);
  if (!found) throw new Error(`nothing matches ${css}`);
  return found;
};
const texts = (host: HTMLElement, css: string): (string | null)[] => all(host, css).map((found) => found.textContent);
const conditions = (): readonly unknown[] => asked()?.where.and ?? [];
const choose = (host: HTMLElement, name: string, value: string): void => {
  const filter = all<HTMLElement & { name: string }>(host, 'lightning-combobox').find((combobox) => combobox.name === name);
  filter?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
};
const withNodes = (nodes: readonly Partial<ContractNode>[], more: object = {}): unknown => ({
  uiapi: {
    query: {
      Competitor_Contract__c: {
        pageInfo: { hasNextPage: false },
        edges: nodes.map((node) => ({ node })),
        ...more,
      },
    },
  },
});

beforeEach(() => {
  jest.useFakeTimers({ now: TODAY, doNotFake: ['queueMicrotask', 'setTimeout'] });
  window.sessionStorage.clear();
});
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-expiry-worklist', () => {
  it('shows bones while the rows are under way, then the rows in the order of the server', async () => {
    const element = await render();
    expect(all(element, '.skeleton')).toHaveLength(1);
    graphqlWire.emit(answer, ofContracts);
    await settle();
    expect(all(element, '.skeleton')).toHaveLength(0);
    expect(texts(element, 'a.account')).toEqual(['Bakkerij Jansen', 'Installatiebedrijf De Wit B.V.']);
    expect(texts(element, 'tbody .cell_end')[0]).toContain('12/31/2026');
  });

  it('asks for active contracts of the next 90 days, nearest decision first', async () => {
    await render();
    await settle();
    expect(asked()).toEqual({
      where: {
        and: [
          { Status__c: { eq: 'Active' } },
          NOT_SNOOZED,
          { Decision_Date__c: { gte: { value: '2026-11-22' } } },
          { Decision_Date__c: { lte: { value: '2027-02-20' } } },
        ],
      },
      orderBy: { Decision_Date__c: { order: 'ASC', nulls: 'LAST' }, Id: { order: 'ASC' } },
      first: 50,
    });
  });

  it('lets the server filter, and remembers the filters for the session', async () => {
    const element = await render();
    choose(element, 'window', 'passed');
    choose(element, 'category', 'Gas');
    choose(element, 'provider', 'a010L0000000001AAA');
    choose(element, 'owner', 'mine');
    await settle();
    expect(conditions()).toEqual([
      { Status__c: { eq: 'Active' } },
      NOT_SNOOZED,
      { Decision_Date__c: { lt: { value: '2026-11-22' } } },
      { Product_Category__c: { eq: 'Gas' } },
      { Competitor__c: { eq: 'a010L0000000001AAA' } },
      MINE,
    ]);
    document.body.replaceChildren();
    await render();
    await settle();
    expect(conditions()).toContainEqual({ Product_Category__c: { eq: 'Gas' } });
  });

  it('takes filters from the address of the page', async () => {
    await render();
    pageWire.emit({ type: 'standard__navItemPage', attributes: {}, state: { c__window: 'open', c__owner: 'all' } });
    await settle();
    expect(conditions()).toContainEqual({ Notice_State__c: { eq: 'Open' } });
  });

  it('starts with the accounts of the user when the page says so', async () => {
    await render({ ownerAtStart: 'mine' });
    await settle();
    expect(conditions()).toContainEqual(MINE);
  });

  it('offers the categories, providers and people that the org has', async () => {
    const element = await render();
    picklistWire.emit(categories);
    graphqlWire.emit(
      {
        uiapi: {
          query: {
            Competitor__c: { edges: [{ node: { Id: 'a010L0000000001AAA', Name: { value: 'Noordlicht Energie' } } }] },
            User: { edges: [{ node: { Id: '0050L0000000002AAA', Name: { value: 'Sanne Vos' } } }] },
          },
        },
      },
      ofChoices,
    );
    await settle();
    const options = all<HTMLElement & { name: string; options: { value: string }[] }>(element, 'lightning-combobox');
    expect(options.map(({ name, options: offered }) => [name, offered.at(-1)?.value])).toEqual([
      ['view', ''],
      ['window', 'any'],
      ['category', 'Gas'],
      ['provider', 'a010L0000000001AAA'],
      ['owner', '0050L0000000002AAA'],
      ['shown', 'aside'],
    ]);
  });

  it('says how many of how many are shown and fetches more', async () => {
    const element = await render();
    graphqlWire.emit(withNodes([{ Id: '1' }], { pageInfo: { hasNextPage: true } }), ofContracts);
    await settle();
    expect(one(one(element, 'c-worklist-extent'), '[role="status"]').textContent).toBe('c.Worklist_Count_Some_Uncounted');
    graphqlWire.emit({ uiapi: { query: { Competitor_Contract__c: { totalCount: 1234 } } } }, ofCount);
    await settle();
    expect(one(one(element, 'c-worklist-extent'), '[role="status"]').textContent).toBe('c.Worklist_Count_Some');
    one(element, '.foot lightning-button').click();
    await settle();
    expect(asked()?.first).toBe(100);
  });

  it('shows a row whose names are hidden from the user, and counts it', async () => {
    const element = await render();
    graphqlWire.emit(withNodes([{ Id: '1', Account__r: null, Competitor__r: null, Decision_Date__c: { value: null } }]), ofContracts);
    await settle();
    expect(one(element, 'tbody .cell_account').textContent).toContain('c.Worklist_Name_Missing');
    expect(all(element, 'a.account')).toHaveLength(0);
    expect(one(element, '.warning').textContent).toContain('c.Worklist_Incomplete_One');
    await expect(element).toBeAccessible();
  });

  it('asks beside the rows for other ends that were said, only of rows with statements, and shows those that differ', async () => {
    const element = await render();
    const ofStatements = (config: Config): boolean => config.variables !== undefined && 'statements' in config.variables;
    const nodes = [
      { Id: '1', End_Date__c: { value: '2026-12-31' }, Claim_Count__c: { value: 2 } },
      { Id: '2', End_Date__c: { value: '2026-12-31' }, Claim_Count__c: { value: 0 } },
    ];
    graphqlWire.emit(withNodes(nodes), ofContracts);
    await settle();
    const variables: unknown[] = [];
    graphqlWire.emit(undefined, (config) => ofStatements(config) && variables.push(config.variables) < 0);
    expect(variables).toEqual([{ statements: { Competitor_Contract__c: { in: ['1'] }, Said_End_Date__c: { ne: null } } }]);
    const said = (day: string): object => ({ node: { Competitor_Contract__c: { value: '1' }, Said_End_Date__c: { value: day } } });
    graphqlWire.emit({ uiapi: { query: { Contract_Claim__c: { edges: [said('2026-12-31'), said('2027-06-30')] } } } }, ofStatements);
    await settle();
    expect(all(element, 'tbody .cell_end .doubt').map(({ title }) => title)).toEqual(['c.Worklist_Or_Ends_Title']);
  });

  it('says what to do when nothing is found', async () => {
    const element = await render();
    graphqlWire.emit(withNodes([]), ofContracts);
    await settle();
    expect(one(element, '.message').textContent).toContain('c.Worklist_Empty_Text');
    await expect(element).toBeAccessible();
  });

  it('says so when it failed, and tries again', async () => {
    const element = await render();
    const refresh = jest.fn(() => Promise.resolve());
    graphqlWire.emitErrors([{ message: 'socket hang up' }], ofContracts, refresh);
    await settle();
    expect(one(element, '[role="alert"]').textContent).toContain('c.Worklist_Error_Title');
    expect(one(element, '[role="alert"]').textContent).not.toContain('socket');
    one(element, '[role="alert"] lightning-button').click();
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('tells a user without access whom to ask', async () => {
    const element = await render();
    graphqlWire.emitErrors(
      [
        {
          message:
            "Validation error (FieldUndefined@[uiapi/query/Competitor_Contract__c]) : Field 'Competitor_Contract__c' in type 'RecordQuery' is undefined",
        },
      ],
      ofContracts,
    );
    await settle();
    expect(one(element, '[role="alert"]').textContent).toContain('c.Worklist_No_Permission_Text');
    expect(all(element, 'lightning-combobox')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('is accessible with rows', async () => {
    const element = await render();
    graphqlWire.emit(answer, ofContracts);
    await settle();
    await expect(element).toBeAccessible();
  });
});
