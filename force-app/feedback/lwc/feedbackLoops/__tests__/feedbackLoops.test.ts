import { createElement } from 'lwc';
import '@sa11y/jest';
import FeedbackLoops from 'c/feedbackLoops';
import { graphql } from 'lightning/graphql';
import { updateRecord } from 'lightning/uiRecordApi';

interface Config {
  readonly variables?: { readonly where?: object };
}
interface TestWire {
  emit(value: unknown, filter?: (config: Config) => boolean, refresh?: () => Promise<void>): void;
  emitErrors(errors: readonly { message: string }[], filter?: (config: Config) => boolean): void;
}
const graphqlWire = graphql as unknown as TestWire;
const save = updateRecord as unknown as jest.Mock;
const ofLoops = ({ variables }: Config): boolean => Boolean(variables?.where && 'Loop_State__c' in variables.where);
const ofCalls = ({ variables }: Config): boolean => Boolean(variables?.where && 'Task_Kind__c' in variables.where);
const asked = (filter: (config: Config) => boolean): Config['variables'] => {
  const found: Config[] = [];
  graphqlWire.emit(undefined, (config) => filter(config) && found.push(config) < 0);
  return found.at(-1)?.variables;
};

const settle = (turns = 20): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const value = (of: unknown): object => ({ value: of, displayValue: null });
const loop = (id: string, due: string): { node: object } => ({
  node: {
    Id: id,
    Name: value(`FB-${id}`),
    Score__c: value(4),
    Process__c: value('Delivery'),
    Comment__c: value('Waited long'),
    Loop_Due_Date__c: value(due),
    Account__r: { Id: `a${id}`, Name: value('Bakkerij Jansen'), Phone: value('+31 85 100 0045') },
  },
});
const loops = (...edges: readonly object[]): object => ({ uiapi: { query: { Feedback__c: { edges } } } });
const CALLS = {
  uiapi: { query: { Task: { edges: [{ node: { Id: 't1', Source_Record_Id__c: value('1'), Owner: { Name: value('Noor Noord') } } }] } } },
};

async function render(properties: object = {}): Promise<HTMLElement> {
  const element = createElement('c-feedback-loops', { is: FeedbackLoops });
  Object.assign(element, properties);
  document.body.appendChild(element);
  await settle();
  return element;
}
const all = <Found extends HTMLElement = HTMLElement>(host: HTMLElement, css: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(css) ?? []),
];
async function write(host: HTMLElement, outcome: string): Promise<void> {
  all(host, '[data-feedback="1"]')[0]?.click();
  await settle();
  all(host, '[data-outcome]')[0]?.dispatchEvent(new CustomEvent('change', { detail: { value: outcome } }));
  await settle();
  all(host, 'c-form-frame')[0]?.dispatchEvent(new CustomEvent('save'));
  await settle();
}

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-22T11:00:00Z'), doNotFake: ['queueMicrotask', 'setTimeout'] });
  window.sessionStorage.clear();
  save.mockReset().mockResolvedValue({});
});
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-feedback-loops', () => {
  it('tells how late each call is, who calls and which number to ring', async () => {
    const element = await render();
    graphqlWire.emit(loops(loop('1', '2026-11-20'), loop('2', '2026-11-22')), ofLoops);
    await settle();
    graphqlWire.emit(CALLS, ofCalls);
    await settle();
    expect(asked(ofCalls)).toMatchObject({ where: { Source_Record_Id__c: { in: ['1', '2'] } } });
    expect(all(element, '.chip').map(({ textContent }) => textContent)).toEqual(['c.Loop_Late_Other', 'c.Loop_Today']);
    expect(all(element, 'a[href^="tel:"]')[0]?.getAttribute('href')).toBe('tel:+31851000045');
    expect(all(element, '[data-feedback]')).toHaveLength(1);
    expect(all(element, '.loop')[1]?.textContent).toContain('c.Loop_Task_Gone');
    await expect(element).toBeAccessible();
  });

  it('completes the task with its outcome, which is all that it saves', async () => {
    const element = await render();
    const closed = jest.fn();
    element.addEventListener('closed', closed);
    graphqlWire.emit(loops(loop('1', '2026-11-20')), ofLoops, () => {
      graphqlWire.emit(loops(), ofLoops);
      return Promise.resolve();
    });
    await settle();
    graphqlWire.emit(CALLS, ofCalls);
    await settle();
    await write(element, ' Apologised ');
    expect(save.mock.calls).toEqual([[{ fields: { Id: 't1', Status: 'Completed', Outcome__c: 'Apologised' } }]]);
    expect(all(element, '.done')[0]?.textContent).toBe('c.Loop_Closed');
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('sends no call without an outcome, and keeps the text that the org refused', async () => {
    const element = await render();
    graphqlWire.emit(loops(loop('1', '2026-11-20')), ofLoops);
    await settle();
    graphqlWire.emit(CALLS, ofCalls);
    await settle();
    await write(element, ' ');
    expect(all<HTMLElement & { refusal: string }>(element, 'c-form-frame')[0]?.refusal).toContain('c.Loop_Outcome_Missing');
    expect(save).not.toHaveBeenCalled();
    save.mockRejectedValue({ status: 400, body: { message: 'Write down the outcome.' } });
    all(element, '[data-feedback="1"]')[0]?.click();
    await settle();
    await write(element, 'Apologised');
    expect(all<HTMLElement & { refusal: string }>(element, 'c-form-frame')[0]?.refusal).toContain('Write down the outcome.');
    expect(all<HTMLElement & { value: string }>(element, '[data-outcome]')[0]?.value).toBe('Apologised');
    await expect(element).toBeAccessible();
  });

  it('asks for the loops of one account on its page', async () => {
    await render({ accountId: 'a1' });
    expect(asked(ofLoops)).toEqual({ where: { Loop_State__c: { eq: 'Open' }, Account__c: { eq: 'a1' } }, first: 6 });
  });

  it('says that everybody has been called, and what failed', async () => {
    const element = await render();
    const state = (): { kind: string; failure?: string } | undefined =>
      all<HTMLElement & { kind: string; failure?: string }>(element, 'c-state-message')[0];
    graphqlWire.emit(loops(), ofLoops);
    await settle();
    expect(state()?.kind).toBe('empty');
    graphqlWire.emitErrors([{ message: "Field 'Feedback__c' is undefined" }], ofLoops);
    await settle();
    expect(state()?.failure).toBe('no-permission');
  });
});
