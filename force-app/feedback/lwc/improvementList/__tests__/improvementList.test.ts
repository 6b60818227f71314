import { createElement } from 'lwc';
import '@sa11y/jest';
import ImprovementList from 'c/improvementList';
import { graphql } from 'lightning/graphql';
import { updateRecord } from 'lightning/uiRecordApi';

interface TestWire {
  emit(value: unknown): void;
  emitErrors(errors: readonly { message: string }[]): void;
}
const graphqlWire = graphql as unknown as TestWire;
const update = updateRecord as unknown as jest.Mock;
const settle = (turns = 15): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const value = (of: unknown): object => ({ value: of, displayValue: null });
const edges = (...nodes: readonly object[]): object => ({ edges: nodes.map((node) => ({ node })) });
const ANSWER = {
  uiapi: {
    aggregate: {
      states: edges(
        { aggregate: { Category__c: value('Service'), State__c: value('Proposed'), Id: { count: value(3) } } },
        { aggregate: { Category__c: value('Service'), State__c: value('Done'), Id: { count: value(2) } } },
      ),
      times: edges({ aggregate: { Category__c: value('Service'), Lead_Time_Days__c: { avg: value(12.5) } } }),
    },
    query: {
      Improvement__c: edges(
        {
          Id: 'i1',
          Category__c: value('Service'),
          State__c: value('Proposed'),
          Suggestion__c: value('Call back'),
          Lead_Time_Days__c: value(9),
        },
        {
          Id: 'i2',
          Category__c: value('Service'),
          State__c: value('Accepted'),
          Suggestion__c: value('Shorter form'),
          Lead_Time_Days__c: value(4),
        },
      ),
    },
  },
};

async function render(): Promise<HTMLElement> {
  const element = createElement('c-improvement-list', { is: ImprovementList });
  document.body.appendChild(element);
  await settle();
  return element;
}
const all = <Found extends HTMLElement = HTMLElement>(host: HTMLElement, css: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(css) ?? []),
];

beforeEach(() => update.mockReset().mockResolvedValue({}));
afterEach(() => document.body.replaceChildren());

describe('c-improvement-list', () => {
  it('counts each category by state, with the days that the done ones took', async () => {
    const element = await render();
    graphqlWire.emit(ANSWER);
    await settle();
    expect(all(element, 'tbody td span:last-child').map(({ textContent }) => textContent)).toEqual(['3', '0', '2', '0', '12.5']);
    await expect(element).toBeAccessible();
  });

  it('takes the next step: accept what is proposed, finish what is accepted', async () => {
    const element = await render();
    graphqlWire.emit(ANSWER);
    await settle();
    for (const button of all(element, '[data-state]')) button.click();
    await settle();
    expect(update.mock.calls).toEqual([[{ fields: { Id: 'i1', State__c: 'Accepted' } }], [{ fields: { Id: 'i2', State__c: 'Done' } }]]);
  });

  it('declines only with a reason', async () => {
    const element = await render();
    graphqlWire.emit(ANSWER);
    await settle();
    all(element, '[data-decline]')[0]?.click();
    await settle();
    all(element, 'c-form-frame')[0]?.dispatchEvent(new CustomEvent('save'));
    await settle();
    expect(all<HTMLElement & { refusal: string }>(element, 'c-form-frame')[0]?.refusal).toContain('c.Improve_Reason_Missing');
    all(element, 'c-form-frame lightning-input')[0]?.dispatchEvent(new CustomEvent('change', { detail: { value: 'Too dear' } }));
    all(element, 'c-form-frame')[0]?.dispatchEvent(new CustomEvent('save'));
    await settle();
    expect(update.mock.calls).toEqual([[{ fields: { Id: 'i1', State__c: 'Declined', Decision_Reason__c: 'Too dear' } }]]);
  });

  it('says that there are none, and what failed', async () => {
    const element = await render();
    const state = (): { kind: string; failure?: string } | undefined =>
      all<HTMLElement & { kind: string; failure?: string }>(element, 'c-state-message')[0];
    graphqlWire.emit({ uiapi: { aggregate: {}, query: {} } });
    await settle();
    expect(state()?.kind).toBe('info');
    graphqlWire.emitErrors([{ message: 'socket hang up' }]);
    await settle();
    expect(state()?.failure).toBe('failed');
  });
});
