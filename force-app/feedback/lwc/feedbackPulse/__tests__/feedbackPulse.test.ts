import { createElement } from 'lwc';
import '@sa11y/jest';
import FeedbackPulse from 'c/feedbackPulse';
import { graphql } from 'lightning/graphql';

interface Config {
  readonly variables?: Readonly<Record<string, unknown>>;
}
interface TestWire {
  emit(value: unknown, filter?: (config: Config) => boolean): void;
  emitErrors(errors: readonly { message: string }[], filter?: (config: Config) => boolean): void;
}
const graphqlWire = graphql as unknown as TestWire;
const ofPulse = ({ variables }: Config): boolean => Boolean(variables && 'overdue' in variables);
const ofTrend = ({ variables }: Config): boolean => Boolean(variables && 'passives' in variables);
const ofList = ({ variables }: Config): boolean =>
  Boolean(variables?.where && 'and' in (variables.where as object) && variables.first === 8);
const asked = (filter: (config: Config) => boolean): Config['variables'] => {
  const found: Config[] = [];
  graphqlWire.emit(undefined, (config) => filter(config) && found.push(config) < 0);
  return found.at(-1)?.variables;
};

const settle = (turns = 15): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const total = (of: number): object => ({ edges: [{ node: { aggregate: { Id: { count: { value: of } } } } }] });
const PULSE = {
  uiapi: {
    aggregate: { answers: total(10), promoters: total(5), detractors: total(2), open: total(3), overdue: total(1), improvements: total(0) },
  },
};
const month = (of: number): object => ({
  edges: [{ node: { aggregate: { Given_On_Date__c: { calendarMonth: { value: 11 } }, Id: { count: { value: of } } } } }],
});

async function render(properties: object = {}): Promise<HTMLElement> {
  const element = createElement('c-feedback-pulse', { is: FeedbackPulse });
  Object.assign(element, properties);
  document.body.appendChild(element);
  await settle();
  return element;
}
const all = <Found extends Element = HTMLElement>(host: Element, css: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(css) ?? []),
];

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-22T11:00:00Z'), doNotFake: ['queueMicrotask', 'setTimeout'] });
  Element.prototype.scrollIntoView = jest.fn();
  window.sessionStorage.clear();
});
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-feedback-pulse', () => {
  it('tells calls, late ones, NPS, scores and improvements', async () => {
    const element = await render();
    graphqlWire.emit(PULSE, ofPulse);
    await settle();
    expect(all(element, '.tile__number').map(({ textContent }) => textContent)).toEqual(['3', '1', '+30', '10', '0']);
    await expect(element).toBeAccessible();
  });

  it('counts over the same twelve months as the trend, of the account of the page', async () => {
    await render({ recordId: 'a1' });
    expect(asked(ofPulse)).toMatchObject({
      answers: { and: [{ Account__c: { eq: 'a1' } }, { Given_On_Date__c: { gte: { value: '2025-12-01' } } }] },
      overdue: {
        and: [{ Account__c: { eq: 'a1' } }, { Loop_State__c: { eq: 'Open' } }, { Loop_Due_Date__c: { lt: { value: '2026-11-22' } } }],
      },
    });
  });

  it('opens the scores behind a number of the trend', async () => {
    const element = await render();
    graphqlWire.emit(PULSE, ofPulse);
    await settle();
    graphqlWire.emit({ uiapi: { aggregate: { promoters: month(5), passives: month(3), detractors: month(2) } } }, ofTrend);
    await settle();
    const [trend] = all(element, 'c-feedback-trend');
    all<HTMLElement>(trend!, '[data-row="2026-11-01"][data-number="detractors"]')[0]?.click();
    await settle();
    expect(asked(ofList)).toEqual({
      where: {
        and: [
          { and: [{ Given_On_Date__c: { gte: { value: '2025-12-01' } } }] },
          { and: [{ Given_On_Date__c: { gte: { value: '2026-11-01' } } }] },
          { Score__c: { lt: 7 } },
        ],
      },
      first: 8,
    });
  });

  it('shows of an account its scores, and calls only where one waits', async () => {
    const element = await render({ recordId: 'a1' });
    graphqlWire.emit(PULSE, ofPulse);
    await settle();
    expect(all<HTMLElement & { isOfAccount: boolean }>(element, 'c-feedback-latest')[0]?.isOfAccount).toBe(true);
    expect([all(element, 'c-feedback-loops').length, all(element, 'c-feedback-trend').length]).toEqual([1, 0]);
    graphqlWire.emit({ uiapi: { aggregate: { ...PULSE.uiapi.aggregate, open: total(0) } } }, ofPulse);
    await settle();
    expect(all(element, 'c-feedback-loops')).toHaveLength(0);
  });

  it('opens and closes the form', async () => {
    const element = await render();
    graphqlWire.emit(PULSE, ofPulse);
    await settle();
    all<HTMLElement>(element, 'lightning-button')[0]?.click();
    await settle();
    expect(all(element, 'c-feedback-form')).toHaveLength(1);
    graphqlWire.emitErrors([{ message: 'socket hang up' }], ofPulse);
    await settle();
    // what is being typed outlives a failed reading
    expect(all(element, 'c-feedback-form')).toHaveLength(1);
    all(element, 'c-feedback-form')[0]?.dispatchEvent(new CustomEvent('cancel'));
    await settle();
    expect(all(element, 'c-feedback-form')).toHaveLength(0);
  });

  it('says who may help without access, and tries again after a failure', async () => {
    const element = await render();
    const failure = (): string | undefined => all<HTMLElement & { failure?: string }>(element, 'c-data-card')[0]?.failure;
    graphqlWire.emitErrors([{ message: "Field 'Feedback__c' is undefined" }], ofPulse);
    await settle();
    expect(failure()).toBe('no-permission');
    graphqlWire.emitErrors([{ message: 'socket hang up' }], ofPulse);
    await settle();
    expect(failure()).toBe('failed');
    graphqlWire.emit(PULSE, ofPulse);
    await settle();
    expect(all(element, '.tile')).toHaveLength(5);
  });
});
