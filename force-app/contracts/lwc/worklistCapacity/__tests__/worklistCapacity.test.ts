import { createElement } from 'lwc';
import '@sa11y/jest';
import WorklistCapacity from 'c/worklistCapacity';
import { graphql } from 'lightning/graphql';

interface Config {
  readonly variables?: { readonly days?: object; readonly capacities?: object };
}
interface TestWire {
  emit(value: unknown, filter?: (config: Config) => boolean): void;
  emitErrors(errors: readonly { message: string }[], filter?: (config: Config) => boolean): void;
}
const wire = graphql as unknown as TestWire;
const ofLoad = ({ variables }: Config): boolean => variables?.days !== undefined;
const ofCapacity = ({ variables }: Config): boolean => variables?.capacities !== undefined;
const settle = (turns = 8): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const counted = (count: number): object => ({ edges: [{ node: { aggregate: { Id: { count: { value: count } } } } }] });
const LOAD = {
  uiapi: {
    aggregate: {
      days: { edges: [{ node: { aggregate: { Decision_Date__c: { value: '2026-11-24' }, Id: { count: { value: 9 } } } } }] },
      missed: counted(3),
      nobody: counted(0),
      unkept: counted(1),
    },
  },
};

async function render(): Promise<HTMLElement> {
  const element = createElement('c-worklist-capacity', { is: WorklistCapacity });
  document.body.appendChild(element);
  await settle();
  return element;
}
const all = (element: HTMLElement, css: string): HTMLElement[] => [...(element.shadowRoot?.querySelectorAll<HTMLElement>(css) ?? [])];

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-23T11:00:00Z'), doNotFake: ['queueMicrotask', 'setTimeout'] }));
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-worklist-capacity', () => {
  it('sets contracts against calls, week by week', async () => {
    const element = await render();
    wire.emit(LOAD, ofLoad);
    wire.emit(
      {
        uiapi: {
          query: {
            Team_Capacity__c: {
              edges: [{ node: { Id: '1', Calls_Per_Week__c: { value: 5 }, Valid_From_Date__c: { value: '2026-01-01' } } }],
            },
          },
        },
      },
      ofCapacity,
    );
    await settle();
    expect(all(element, '.tile__number').map(({ textContent }) => textContent)).toEqual(['9', '3', '0', '1']);
    expect(all(element, 'tbody tr')).toHaveLength(8);
    expect(all(element, 'tbody .chip').map(({ textContent }) => textContent)).toEqual([
      'c.Capacity_Over',
      ...Array<string>(7).fill('c.Capacity_Room'),
    ]);
    await expect(element).toBeAccessible();
  });

  it('says that nobody recorded a capacity, instead of taking it for none', async () => {
    const element = await render();
    wire.emit(LOAD, ofLoad);
    wire.emit({ uiapi: { query: { Team_Capacity__c: { edges: [] } } } }, ofCapacity);
    await settle();
    expect(all(element, '.warning')[0]?.textContent).toContain('c.Capacity_Missing');
    expect(all(element, 'tbody .chip')).toHaveLength(0);
  });

  it('says so when it failed and when the user may not', async () => {
    const element = await render();
    const failure = (): string | undefined => (all(element, 'c-data-card')[0] as (HTMLElement & { failure?: string }) | undefined)?.failure;
    wire.emitErrors([{ message: 'socket hang up' }], ofLoad);
    await settle();
    expect(failure()).toBe('failed');
    wire.emitErrors([{ message: "Field 'Competitor_Contract__c' in type 'RecordQueryAggregate' is undefined" }], ofLoad);
    await settle();
    expect(failure()).toBe('no-permission');
    await expect(element).toBeAccessible();
  });
});
