import { createElement } from 'lwc';
import UnknownProviders from 'c/unknownProviders';
import { graphql } from 'lightning/graphql';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';

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

const create = createRecord as unknown as jest.Mock;
const update = updateRecord as unknown as jest.Mock;
const answer = (unknown: readonly object[]): object => ({
  uiapi: {
    query: {
      unknown: connection(unknown),
      known: connection([
        { Id: 'k1', Name: value('Delta Duin') },
        { Id: 'k2', Name: value('Stroomversneller') },
      ]),
    },
    aggregate: { Competitor_Contract__c: groups([{ Competitor__c: value('u2'), Id: { count: value(12) } }]) },
  },
});
const UNKNOWN = [
  { Id: 'u1', Name: value('Belkoning'), External_Id__c: value('belkoning') },
  { Id: 'u2', Name: value('Stroomversneller 24'), External_Id__c: value('stroomversneller-24') },
];
async function render(): Promise<HTMLElement> {
  const element = createElement('c-unknown-providers', { is: UnknownProviders });
  document.body.appendChild(element);
  await settle();
  return element;
}
type Combobox = HTMLElement & { options: readonly { label: string }[] };
const first = <T extends HTMLElement>(element: HTMLElement, selector: string): T | null | undefined =>
  element.shadowRoot?.querySelector<T>(selector);
afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});

describe('c-unknown-providers', () => {
  it('puts the provider with most contracts first, and the likeliest name', async () => {
    const element = await render();
    graphqlWire.emit(answer(UNKNOWN));
    await settle();
    expect(first(element, '.provider')?.textContent).toContain('Stroomversneller 24');
    expect(first<Combobox>(element, 'lightning-combobox')?.options[0]?.label).toBe('Stroomversneller');
    await expect(element).toBeAccessible();
  });

  it('makes one alias of a decision', async () => {
    const element = await render();
    graphqlWire.emit(answer(UNKNOWN));
    await settle();
    first(element, 'lightning-combobox')?.dispatchEvent(new CustomEvent('change', { detail: { value: 'k2' } }));
    await settle();
    create.mockResolvedValue({});
    first(element, 'lightning-button')?.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(create.mock.calls[0]?.[0]).toEqual({
      apiName: 'Competitor_Alias__c',
      fields: { Name: 'Stroomversneller 24', Competitor__c: 'k2', External_Id__c: 'stroomversneller-24' },
    });
  });

  it('keeps the choice when the org refuses it', async () => {
    const element = await render();
    graphqlWire.emit(answer(UNKNOWN));
    await settle();
    update.mockRejectedValue({ body: { message: 'not allowed' } });
    element.shadowRoot?.querySelectorAll('lightning-button')[1]?.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(update).toHaveBeenCalledTimes(1);
    expect(element.shadowRoot?.querySelectorAll('.provider')).toHaveLength(2);
  });

  it('says that every provider is known', async () => {
    const element = await render();
    graphqlWire.emit(answer([]));
    await settle();
    expect(first<HTMLElement & { headline: string }>(element, 'c-state-message')?.headline).toBe('c.Unknown_Empty_Title');
    await expect(element).toBeAccessible();
  });
});
