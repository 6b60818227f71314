import { createElement } from 'lwc';
import '@sa11y/jest';
import LifecycleFunnel from 'c/lifecycleFunnel';
import { graphql } from 'lightning/graphql';

// sfdx-lwc-jest replaces wire adapters by test adapters, which the platform's types do not know
interface Config {
  readonly variables?: Readonly<Record<string, unknown>>;
}
interface TestWire {
  emit(value: unknown, filter?: (config: Config) => boolean, refresh?: () => Promise<void>): void;
  emitErrors(errors: readonly { message: string }[], filter?: (config: Config) => boolean): void;
}
const graphqlWire = graphql as unknown as TestWire;
const ofSetup = ({ variables }: Config): boolean => variables === undefined;
const ofPositions = ({ variables }: Config): boolean => Boolean(variables && 'where' in variables && !('first' in variables));
const ofFlows = ({ variables }: Config): boolean => Boolean(variables && 'now' in variables);
const ofCoverage = ({ variables }: Config): boolean => Boolean(variables && 'unplaced' in variables);
const ofContracts = ({ variables }: Config): boolean => Boolean(variables && 'undated' in variables);
const ofRecords = ({ variables }: Config): boolean => Boolean(variables && 'first' in variables);
const asked = (filter: (config: Config) => boolean): Config['variables'] => {
  const found: Config[] = [];
  graphqlWire.emit(undefined, (config) => filter(config) && found.push(config) < 0);
  return found.at(-1)?.variables;
};

const settle = (turns = 8): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const connection = (nodes: readonly object[], hasNextPage = false): object => ({
  edges: nodes.map((node) => ({ node })),
  pageInfo: { hasNextPage },
});
const groups = (all: readonly object[], hasNextPage = false): object =>
  connection(
    all.map((aggregate) => ({ aggregate })),
    hasNextPage,
  );
const value = (of: unknown): object => ({ value: of });
const count = (of: number): object => ({ Id: { count: value(of) } });

const SETUP = {
  uiapi: {
    query: {
      Lifecycle_Stage__c: connection([
        { Id: 's1', Name: value('Prospect'), Order__c: value(1), Target_Days__c: value(90), Maximum_Days__c: value(365) },
        { Id: 's2', Name: value('Retention'), Order__c: value(2), Target_Days__c: value(14), Maximum_Days__c: value(30) },
      ]),
      Lifecycle_Vocabulary__c: connection([{ Id: 'a00000000000001AAA', Name: value('AIDA') }]),
      Stage_Name__c: connection([
        {
          Id: 'n1',
          Name: value('Desire'),
          Order__c: value(1),
          Lifecycle_Stage__c: value('s1'),
          Lifecycle_Vocabulary__c: value('a00000000000001AAA'),
        },
      ]),
      Stage_Gate__c: connection([]),
      User: connection([{ Id: '005000000000001AAA', Name: value('Noor Noord') }]),
    },
  },
};
const position = (stage: string, since: string, of: number): object => ({
  Lifecycle_Stage__c: value(stage),
  Since_Date__c: value(since),
  ...count(of),
});
const POSITIONS = {
  uiapi: { aggregate: { Lifecycle_Position__c: groups([position('s2', '2026-10-01', 3), position('s1', '2026-11-20', 5)]) } },
};
const FLOWS = {
  uiapi: {
    aggregate: {
      moves: groups([{ From_Stage__c: value('s1'), To_Stage__c: value('s2'), ...count(2) }]),
      movesBefore: groups([]),
    },
  },
};
const COVERAGE = { uiapi: { aggregate: { accounts: groups([count(100)]), unplaced: groups([count(93)]) } } };
const CONTRACTS = { uiapi: { aggregate: { contracts: groups([count(50)]), undated: groups([count(6)]) } } };

async function render(): Promise<HTMLElement> {
  const element = createElement('c-lifecycle-funnel', { is: LifecycleFunnel });
  document.body.appendChild(element);
  await settle();
  return element;
}
async function answered(): Promise<HTMLElement> {
  const element = await render();
  graphqlWire.emit(SETUP, ofSetup);
  graphqlWire.emit(POSITIONS, ofPositions);
  graphqlWire.emit(FLOWS, ofFlows);
  graphqlWire.emit(COVERAGE, ofCoverage);
  graphqlWire.emit(CONTRACTS, ofContracts);
  await settle();
  return element;
}
const all = <Found extends HTMLElement = HTMLElement>(host: HTMLElement, css: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(css) ?? []),
];
const choose = (host: HTMLElement, name: string, chosen: string): void => {
  all(host, 'c-funnel-filter-bar')[0]?.dispatchEvent(new CustomEvent('filter', { detail: { name, value: chosen } }));
};
const opened = (host: HTMLElement): { where: unknown; count: number; kind: string } | undefined =>
  all<HTMLElement & { number: { where: unknown; count: number; kind: string } }>(host, 'c-funnel-records')[0]?.number;

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-22T11:00:00Z'), doNotFake: ['queueMicrotask', 'setTimeout'] });
  window.sessionStorage.clear();
  Element.prototype.scrollIntoView = jest.fn();
});
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-lifecycle-funnel', () => {
  it('says that the numbers are under way until all are there, then a row for each stage', async () => {
    const element = await render();
    const [card] = all<HTMLElement & { isLoading: boolean; says: string }>(element, 'c-data-card');
    expect(card?.isLoading).toBe(true);
    graphqlWire.emit(SETUP, ofSetup);
    graphqlWire.emit(POSITIONS, ofPositions);
    await settle();
    expect(all(element, 'table')).toHaveLength(0);
    graphqlWire.emit(FLOWS, ofFlows);
    await settle();
    expect(card?.isLoading).toBe(false);
    expect(card?.says).toBe('c.Funnel_Summary');
    expect(all(element, 'tbody th').map((cell) => cell.textContent)).toEqual(['Prospect', 'Retention']);
  });

  it('reads on where a full page of days breaks off, so that no position is missing', async () => {
    const element = await render();
    graphqlWire.emit(SETUP, ofSetup);
    graphqlWire.emit(FLOWS, ofFlows);
    const first = groups([position('s1', '2026-01-01', 4), position('s1', '2026-02-01', 1)], true);
    graphqlWire.emit({ uiapi: { aggregate: { Lifecycle_Position__c: first } } }, ofPositions);
    await settle();
    expect(asked(ofPositions)).toEqual({ where: { and: [{ and: [] }, { Since_Date__c: { gte: { value: '2026-02-01' } } }] } });
    const rest = groups([position('s1', '2026-02-01', 1), position('s2', '2026-02-01', 2)]);
    graphqlWire.emit({ uiapi: { aggregate: { Lifecycle_Position__c: rest } } }, ofPositions);
    await settle();
    expect(all(element, '.tile__number')[0]?.textContent).toBe('7');
  });

  it('opens the records of a number with the condition that it was counted with', async () => {
    const element = await answered();
    all(element, '[data-number="stuck"][data-row="s2"]')[0]?.click();
    await settle();
    expect(opened(element)).toMatchObject({
      kind: 'positions',
      count: 3,
      where: {
        and: [{ or: [{ and: [{ Lifecycle_Stage__c: { eq: 's2' } }, { Since_Date__c: { lt: { value: '2026-10-23' } } }] }] }, { and: [] }],
      },
    });
    all(element, '[data-number="unplaced"]')[0]?.click();
    await settle();
    expect(opened(element)).toMatchObject({ kind: 'accounts', count: 93 });
    all(element, 'c-funnel-records')[0]?.dispatchEvent(new CustomEvent('close'));
    await settle();
    expect(opened(element)).toBeUndefined();
    expect(element.shadowRoot?.activeElement?.getAttribute('data-number')).toBe('unplaced');
  });

  it('lets the server filter by category and by who keeps the relationship, and remembers it', async () => {
    const element = await answered();
    choose(element, 'category', 'Gas');
    choose(element, 'owner', '005000000000001AAA');
    await settle();
    const kept = {
      or: [
        { Relationship_Owner__c: { eq: '005000000000001AAA' } },
        { and: [{ Relationship_Owner__c: { eq: null } }, { OwnerId: { eq: '005000000000001AAA' } }] },
      ],
    };
    expect(asked(ofPositions)).toEqual({ where: { and: [{ Product_Category__c: { eq: 'Gas' } }, { Account__r: kept }] } });
    document.body.replaceChildren();
    await render();
    expect(asked(ofPositions)).toEqual({ where: { and: [{ Product_Category__c: { eq: 'Gas' } }, { Account__r: kept }] } });
  });

  it('speaks the words of another model', async () => {
    const element = await answered();
    choose(element, 'vocabulary', 'a00000000000001AAA');
    await settle();
    expect(all(element, 'tbody th').map((cell) => cell.textContent)).toEqual(['DesireProspect', 'Retention']);
  });

  it('lives without the contracts of another package', async () => {
    const element = await render();
    graphqlWire.emit(SETUP, ofSetup);
    graphqlWire.emit(POSITIONS, ofPositions);
    graphqlWire.emit(FLOWS, ofFlows);
    graphqlWire.emitErrors([{ message: "Field 'Competitor_Contract__c' in type 'RecordQueryAggregate' is undefined" }], ofContracts);
    await settle();
    graphqlWire.emit(COVERAGE, ofCoverage);
    await settle();
    expect(all(element, '.tile')).toHaveLength(4);
    expect(all(element, 'c-state-message')).toHaveLength(0);
    expect(all<HTMLElement & { failure?: string }>(element, 'c-data-card')[0]?.failure).toBeUndefined();
  });

  it('says what to do when there is nothing, when it failed and when access is missing', async () => {
    const element = await render();
    graphqlWire.emit(SETUP, ofSetup);
    graphqlWire.emit({ uiapi: { aggregate: { Lifecycle_Position__c: groups([]) } } }, ofPositions);
    graphqlWire.emit({ uiapi: { aggregate: { moves: groups([]), movesBefore: groups([]) } } }, ofFlows);
    await settle();
    const kind = (): string | undefined => all<HTMLElement & { kind: string }>(element, 'c-state-message')[0]?.kind;
    const failure = (): string | undefined => all<HTMLElement & { failure?: string }>(element, 'c-data-card')[0]?.failure;
    expect(kind()).toBe('empty');
    graphqlWire.emitErrors([{ message: 'socket hang up' }], ofPositions);
    await settle();
    expect(failure()).toBe('failed');
    graphqlWire.emitErrors([{ message: "Field 'Lifecycle_Position__c' is undefined" }], ofPositions);
    await settle();
    expect(failure()).toBe('no-permission');
    await expect(element).toBeAccessible();
  });

  it('is accessible with numbers and with their records', async () => {
    const element = await answered();
    await expect(element).toBeAccessible();
    all(element, '[data-number="stuck"][data-row="s2"]')[0]?.click();
    await settle();
    graphqlWire.emit(
      { uiapi: { query: { Lifecycle_Position__c: connection([{ Id: 'p1', Account__r: { Id: 'a1', Name: value('Jansen') } }]) } } },
      ofRecords,
    );
    await settle();
    await expect(element).toBeAccessible();
  });
});
