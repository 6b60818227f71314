import { createElement } from 'lwc';
import '@sa11y/jest';
import ExitAndWinback from 'c/exitAndWinback';
import { graphql } from 'lightning/graphql';

interface Config {
  readonly variables?: Readonly<Record<string, unknown>>;
}
interface TestWire {
  emit(value: unknown, filter?: (config: Config) => boolean): void;
  emitErrors(errors: readonly { message: string }[], filter?: (config: Config) => boolean): void;
}
const graphqlWire = graphql as unknown as TestWire;
const ofCounts = ({ variables }: Config): boolean => Boolean(variables && 'blocked' in variables);
const settle = (turns = 15): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const value = (of: unknown): object => ({ value: of, displayValue: null });
const groups = (...all: readonly object[]): object => ({ edges: all.map((aggregate) => ({ node: { aggregate } })) });
const total = (of: number): object => groups({ Id: { count: value(of) } });
const COUNTS = {
  uiapi: {
    aggregate: {
      due: total(0),
      soon: total(2),
      later: total(5),
      blocked: total(1),
      underWay: total(0),
      all: total(8),
      reasons: groups(
        { Reason__c: value('Better Price'), Id: { count: value(3) } },
        { Reason__c: value('Needs Changed'), Id: { count: value(5) } },
      ),
      badTerms: groups({ Reason__c: value('Better Price'), Id: { count: value(1) } }),
      providers: groups({ New_Competitor__r: null, Id: { count: value(8) } }),
    },
  },
};

async function render(properties: object = {}): Promise<HTMLElement> {
  const element = createElement('c-exit-and-winback', { is: ExitAndWinback });
  Object.assign(element, properties);
  document.body.appendChild(element);
  await settle();
  return element;
}
const all = <Found extends Element = HTMLElement>(host: Element, css: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(css) ?? []),
];
const pressed = (host: HTMLElement): string | undefined => all<HTMLElement>(host, '[aria-pressed="true"]')[0]?.dataset.view;

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-22T11:00:00Z'), doNotFake: ['queueMicrotask', 'setTimeout'] }));
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-exit-and-winback', () => {
  it('opens with the first departures that ask for work, and with others when their number is pressed', async () => {
    const element = await render();
    graphqlWire.emit(COUNTS, ofCounts);
    await settle();
    expect(all(element, '.tile__number').map(({ textContent }) => textContent)).toEqual(['0', '2', '5', '1', '0', '8']);
    expect(pressed(element)).toBe('soon');
    all<HTMLElement>(element, '[data-view="blocked"]')[0]?.click();
    await settle();
    expect(pressed(element)).toBe('blocked');
    expect(all<HTMLElement & { where: object }>(element, 'c-winback-list')[0]?.where).toMatchObject({
      and: [{ Win_Back_Started_On_Date__c: { eq: null } }, { Win_Back_Gate__c: { eq: 'Blocked' } }],
    });
    await expect(element).toBeAccessible();
  });

  it('tells why they left, most first, how many on bad terms, and says when nobody knows to whom', async () => {
    const element = await render();
    graphqlWire.emit(COUNTS, ofCounts);
    await settle();
    expect(
      all(element, 'tbody tr').map((row) => [...row.querySelectorAll('.first, .amount')].map(({ textContent }) => textContent)),
    ).toEqual([
      ['Needs Changed', '5', '63%', '0'],
      ['Better Price', '3', '38%', '1'],
      ['c.Exit_Unknown_Provider', '8', '100%'],
    ]);
  });

  it('shows all departures of the account on its page', async () => {
    const element = await render({ recordId: 'a1', soonDays: '14' });
    graphqlWire.emit(COUNTS, ofCounts);
    await settle();
    const [list] = all<HTMLElement & { isOfAccount: boolean; where: object }>(element, 'c-winback-list');
    expect(list?.where).toEqual({ and: [{ Account__c: { eq: 'a1' } }] });
    expect(list?.isOfAccount).toBe(true);
    // nothing to choose from, nothing to count
    expect(all(element, '.tile, .year')).toHaveLength(0);
  });

  it('opens the form, and shows all departures after a survey is saved', async () => {
    const element = await render();
    graphqlWire.emit(COUNTS, ofCounts);
    await settle();
    all<HTMLElement>(element, 'lightning-button')[0]?.click();
    await settle();
    all(element, 'c-exit-form')[0]?.dispatchEvent(new CustomEvent('saved', { detail: 'Saved.' }));
    await settle();
    expect(all(element, 'c-exit-form')).toHaveLength(0);
    expect(all(element, '.done')[0]?.textContent).toBe('Saved.');
    expect(pressed(element)).toBe('all');
  });

  it('says what failed and what is not allowed', async () => {
    const element = await render();
    const failure = (): string | undefined => all<HTMLElement & { failure?: string }>(element, 'c-data-card')[0]?.failure;
    graphqlWire.emitErrors([{ message: 'socket hang up' }], ofCounts);
    await settle();
    expect(failure()).toBe('failed');
    graphqlWire.emitErrors([{ message: "Field 'Exit_Survey__c' is undefined" }], ofCounts);
    await settle();
    expect(failure()).toBe('no-permission');
  });
});
