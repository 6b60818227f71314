import { createElement } from 'lwc';
import TouchPreview from 'c/touchPreview';
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

const ofCounts = ({ variables }: { readonly variables?: object }): boolean => Boolean(variables && 'refused' in variables);
const ofTouches = ({ variables }: { readonly variables?: object }): boolean => Boolean(variables && 'first' in variables);
const COUNTS = {
  uiapi: {
    aggregate: {
      states: groups([
        { State__c: value('Planned'), Id: { count: value(3) } },
        { State__c: value('Refused'), Id: { count: value(2) } },
      ]),
      reasons: groups([{ Verdict_Code__c: { value: 'Already Member', displayValue: 'Already member' }, Id: { count: value(2) } }]),
    },
  },
};
const touch = (id: string, state: string, reason = ''): object => ({
  Id: id,
  State__c: value(state),
  Verdict_Reason__c: value(reason),
  Account__r: { Id: '001000000000001AAA', Name: value('Bakkerij Jansen') },
  Contact__r: null,
  Event_Rule__r: { Name: value('30 days'), Action__c: value('Create Task'), Task_Subject__c: value('Call') },
});

type Preview = HTMLElement & { today: string };
async function render(): Promise<Preview> {
  const element = createElement('c-touch-preview', { is: TouchPreview }) as Preview;
  element.today = '2026-11-22';
  document.body.appendChild(element);
  await settle();
  return element;
}
afterEach(() => document.body.replaceChildren());

describe('c-touch-preview', () => {
  it('shows who gets what and who not and why, and tells the counts', async () => {
    const element = await render();
    const counted = jest.fn();
    element.addEventListener('counted', (event) => counted((event as CustomEvent).detail));
    graphqlWire.emit(COUNTS, ofCounts);
    graphqlWire.emit(
      {
        uiapi: {
          query: {
            Event_Touch__c: connection([touch('t1', 'Planned', '30 days, counted from 23-10-2026'), touch('t2', 'Refused', 'is full')]),
          },
        },
      },
      ofTouches,
    );
    await settle();
    expect(counted).toHaveBeenCalledWith({ gets: 3, not: 2 });
    const rows = [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent);
    expect(rows[0]).toContain('Touch_Gets');
    expect(rows[0]).toContain('Touch_Nobody');
    expect(rows[1]).toContain('is full');
    // the rule is named once in each row
    expect(rows.map((row) => (row ?? '').split('30 days').length - 1)).toEqual([1, 1]);
    expect(element.shadowRoot?.querySelector('.reasons')?.textContent).toMatch(/2.*Already member/s);
    await expect(element).toBeAccessible();
  });

  it('says that nothing is planned', async () => {
    const element = await render();
    graphqlWire.emit({ uiapi: { query: { Event_Touch__c: connection([]) } } }, ofTouches);
    await settle();
    expect(element.shadowRoot?.querySelector('c-state-message')).not.toBeNull();
    await expect(element).toBeAccessible();
  });
});
