import { createElement } from 'lwc';
import '@sa11y/jest';
import GatesAndMoments from 'c/gatesAndMoments';
import { graphql } from 'lightning/graphql';

interface Config {
  readonly variables?: { readonly where?: object };
}
interface TestWire {
  emit(value: unknown, filter?: (config: Config) => boolean): void;
  emitErrors(errors: readonly { message: string }[], filter?: (config: Config) => boolean): void;
}
const graphqlWire = graphql as unknown as TestWire;
const ofPositions = ({ variables }: Config): boolean =>
  Boolean(variables?.where && ('Account__c' in variables.where || 'Id' in variables.where));
const asked = (): Config | undefined => {
  const found: Config[] = [];
  graphqlWire.emit(undefined, (config) => ofPositions(config) && found.push(config) < 0);
  return found.at(-1);
};

const settle = (turns = 10): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const value = (of: unknown): object => ({ value: of, displayValue: null });
const position = (id: string, category: string): { node: object } => ({
  node: {
    Id: id,
    Product_Category__c: value(category),
    Since_Date__c: value('2026-11-12'),
    Lifecycle_Stage__r: { Id: `stage of ${id}`, Name: value('Care') },
    Account__r: { Id: 'a1', Owner: { Id: 'u1', Name: value('Zoë Zuid') } },
  },
});
const answer = (...edges: readonly object[]): object => ({ uiapi: { query: { Lifecycle_Position__c: { edges } } } });

async function render(properties: object): Promise<HTMLElement> {
  const element = createElement('c-gates-and-moments', { is: GatesAndMoments });
  Object.assign(element, properties);
  document.body.appendChild(element);
  await settle();
  return element;
}
const all = <Found extends HTMLElement = HTMLElement>(host: HTMLElement, css: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(css) ?? []),
];
const shown = (host: HTMLElement): string | undefined =>
  all<HTMLElement & { position: { id: string } }>(host, 'c-gate-decision')[0]?.position.id;

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-22T11:00:00Z'), doNotFake: ['queueMicrotask', 'setTimeout'] }));
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-gates-and-moments', () => {
  it('shows the position of the account that needs action first, and another one when it is chosen', async () => {
    const element = await render({ recordId: 'a1', objectApiName: 'Account' });
    expect(asked()?.variables).toEqual({ where: { Account__c: { eq: 'a1' } } });
    graphqlWire.emit(answer(position('p1', 'Gas'), position('p2', 'Internet')), ofPositions);
    await settle();
    expect(shown(element)).toBe('p1');
    all(element, 'lightning-combobox')[0]?.dispatchEvent(new CustomEvent('change', { detail: { value: 'p2' } }));
    await settle();
    expect(shown(element)).toBe('p2');
    await expect(element).toBeAccessible();
  });

  it('shows one position on its own page', async () => {
    const element = await render({ recordId: 'p1', objectApiName: 'Lifecycle_Position__c' });
    expect(asked()?.variables).toEqual({ where: { Id: { eq: 'p1' } } });
    graphqlWire.emit(answer(position('p1', 'Gas')), ofPositions);
    await settle();
    expect(all(element, 'lightning-combobox')).toHaveLength(0);
    expect(shown(element)).toBe('p1');
  });

  it('says so when there is no position, no access, or no answer', async () => {
    const element = await render({ recordId: 'a1' });
    const kind = (): string | undefined => all<HTMLElement & { kind: string }>(element, 'c-state-message')[0]?.kind;
    const failure = (): string | undefined => all<HTMLElement & { failure?: string }>(element, 'c-data-card')[0]?.failure;
    graphqlWire.emit(answer(), ofPositions);
    await settle();
    expect(kind()).toBe('info');
    graphqlWire.emitErrors([{ message: 'socket hang up' }], ofPositions);
    await settle();
    expect(failure()).toBe('failed');
    graphqlWire.emitErrors([{ message: "Field 'Lifecycle_Position__c' is undefined" }], ofPositions);
    await settle();
    expect(failure()).toBe('no-permission');
    await expect(element).toBeAccessible();
  });
});
