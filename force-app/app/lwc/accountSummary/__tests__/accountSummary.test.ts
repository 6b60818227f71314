import { createElement } from 'lwc';
import '@sa11y/jest';
import AccountSummary from 'c/accountSummary';
import { graphql } from 'lightning/graphql';
import { getRecord } from 'lightning/uiRecordApi';

interface Config {
  readonly variables?: { readonly accountId?: string };
}
interface TestWire {
  emit(value: unknown, filter?: (config: Config) => boolean): void;
  emitErrors(errors: readonly { message: string }[], filter?: (config: Config) => boolean): void;
  error(body?: unknown, status?: number): void;
}
const graphqlWire = graphql as unknown as TestWire;
const recordWire = getRecord as unknown as TestWire;
const ofAccount = ({ variables }: Config): boolean => variables !== undefined;

const settle = (turns = 10): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const value = (of: unknown, displayValue: string | null = null): object => ({ value: of, displayValue });
const ACCOUNT = {
  id: '001000000000001AAA',
  apiName: 'Account',
  fields: {
    Name: value('Bakkerij Jansen'),
    Legal_Form__c: value('Sole Proprietorship', 'Eenmanszaak'),
    Is_Silent_Leaver__c: value(true),
    Saddle_Score__c: value(37),
    Saddle_Factor_1__c: value('Days since contact: 5 (+20)'),
    Saddle_Factor_2__c: value('Last feedback: 8 (+17)'),
  },
};
const TASKS = {
  uiapi: { query: { Task: { edges: [{ node: { Id: 't1', Subject: value('Call'), ActivityDate: value('2026-11-25') } }] } } },
};

async function render(): Promise<HTMLElement> {
  const element = createElement('c-account-summary', { is: AccountSummary });
  Object.assign(element, { recordId: '001000000000001AAA' });
  document.body.appendChild(element);
  await settle();
  return element;
}
const all = <Found extends HTMLElement = HTMLElement>(host: HTMLElement, css: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(css) ?? []),
];

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-22T11:00:00Z'), doNotFake: ['queueMicrotask', 'setTimeout'] }));
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-account-summary', () => {
  it('shows bones, then the next action with its link, the readings and the score with its factors', async () => {
    const element = await render();
    expect(all(element, '.bone').length).toBeGreaterThan(0);
    recordWire.emit(ACCOUNT);
    graphqlWire.emit(TASKS, ofAccount);
    await settle();
    const [link] = all<HTMLElement & { recordId: string; objectApiName: string }>(element, 'c-record-link');
    expect([link?.recordId, link?.objectApiName]).toEqual(['t1', 'Task']);
    expect(all(element, '.factor')).toHaveLength(2);
    expect(all(element, '.warning')).toHaveLength(1);
    expect(all(element, '.reading').length).toBe(5);
    await expect(element).toBeAccessible();
  });

  it('lives without what could not be loaded, and says so', async () => {
    const element = await render();
    recordWire.emit({ ...ACCOUNT, fields: { Name: value('Bakkerij Jansen') } });
    graphqlWire.emitErrors([{ message: "Field 'Task' in type 'RecordQuery' is undefined" }], ofAccount);
    await settle();
    expect(all(element, '.saddle')).toHaveLength(0);
    expect(all(element, '.action_none')).toHaveLength(1);
    expect(all(element, '.remark').map((remark) => remark.textContent?.trim())).toEqual(['c.Summary_Hidden']);
    // what was not seen is not known: neither that nothing is planned, nor that there is no stage
    expect(all(element, '.action__text')[0]?.textContent).toBe('c.Summary_Unknown_Action_Title');
    expect(all(element, '.reading .value')[0]?.textContent).toBe('c.Summary_Not_Known');
    expect(all(element, '.again')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('offers another try when a part did not come, and asks for every part again', async () => {
    const element = await render();
    recordWire.emit(ACCOUNT);
    graphqlWire.emitErrors([{ message: 'Internal error' }], ofAccount);
    await settle();
    const [again] = all(element, '.again');
    expect(again).toBeDefined();
    await expect(element).toBeAccessible();
  });

  it.each([
    [403, 'no-permission'],
    [500, 'error'],
  ])('answers a refusal %i with the state %s', async (status, kind) => {
    const element = await render();
    recordWire.error({ message: 'no' }, status);
    await settle();
    expect(all<HTMLElement & { kind: string }>(element, 'c-state-message')[0]?.kind).toBe(kind);
    await expect(element).toBeAccessible();
  });
});
