import { createElement } from 'lwc';
import '@sa11y/jest';
import StageMoments from 'c/stageMoments';
import { graphql } from 'lightning/graphql';
import { createRecord } from 'lightning/uiRecordApi';

interface TestWire {
  emit(value: unknown): void;
  emitErrors(errors: readonly { message: string }[]): void;
}
const graphqlWire = graphql as unknown as TestWire;
const create = createRecord as unknown as jest.Mock;

const settle = (turns = 20): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const value = (of: unknown): object => ({ value: of, displayValue: null });
const moment = (id: string, kind: string): { node: object } => ({
  node: {
    Id: id,
    Name: value('Out of sight'),
    Kind__c: value(kind),
    Team__c: value('Sales'),
    Contact_Moment__c: value('Visit'),
    What_Happens__c: value('Nobody calls.'),
    Action__c: value('Keep the rhythm.'),
  },
});
const ANSWER = { uiapi: { query: { Stage_Moment__c: { edges: [moment('m1', 'Risk'), moment('m2', 'Chance')] } } } };

async function render(): Promise<HTMLElement> {
  const element = createElement('c-stage-moments', { is: StageMoments });
  const keeper = { id: '005000000000002AAA', name: 'Noor Noord' };
  Object.assign(element, { position: { id: 'p1', accountId: 'a1', stageId: 's1', category: 'Gas', keeper } });
  document.body.appendChild(element);
  await settle();
  return element;
}
const all = <Found extends HTMLElement = HTMLElement>(host: HTMLElement, css: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(css) ?? []),
];
async function register(host: HTMLElement, note: string): Promise<void> {
  all(host, '[data-moment="m1"]')[0]?.click();
  await settle();
  all(host, 'lightning-textarea')[0]?.dispatchEvent(new CustomEvent('change', { detail: { value: note } }));
  all(host, 'lightning-combobox')[0]?.dispatchEvent(new CustomEvent('change', { detail: { value: '005000000000002AAA' } }));
  await settle();
  all(host, 'c-form-frame')[0]?.dispatchEvent(new CustomEvent('save'));
  await settle();
}

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-22T11:00:00Z'), doNotFake: ['queueMicrotask', 'setTimeout'] });
  window.sessionStorage.clear();
  create.mockReset().mockResolvedValue({ id: '00T000000000001AAA' });
});
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-stage-moments', () => {
  it('tells chances and risks in words, with team, contact moment and action', async () => {
    const element = await render();
    graphqlWire.emit(ANSWER);
    await settle();
    expect(all(element, '.chip').map(({ textContent }) => textContent)).toEqual(['c.Moments_Risk', 'c.Moments_Chance']);
    expect(all(element, '.moment')[0]?.textContent).toContain('Keep the rhythm.');
    await expect(element).toBeAccessible();
  });

  it('registers a moment as a task for the account, today, with who does it', async () => {
    const element = await render();
    graphqlWire.emit(ANSWER);
    await settle();
    await register(element, 'No call since May');
    expect(create).toHaveBeenCalledWith({
      apiName: 'Task',
      fields: {
        WhatId: 'a1',
        OwnerId: '005000000000002AAA',
        ActivityDate: '2026-11-22',
        Status: 'Not Started',
        Priority: 'High',
        Subject: 'c.Moments_Subject',
        Description: 'c.Moments_Description',
        Task_Kind__c: 'Other',
        Contact_Moment__c: 'Visit',
        Product_Category__c: 'Gas',
      },
    });
    expect(all(element, '.done')).toHaveLength(1);
    expect(all(element, '.form')).toHaveLength(0);
  });

  it('keeps the note when the task is refused', async () => {
    create.mockRejectedValue({ status: 400, body: { message: 'Selling waits.' } });
    const element = await render();
    graphqlWire.emit(ANSWER);
    await settle();
    await register(element, 'No call since May');
    expect(all<HTMLElement & { refusal: string }>(element, 'c-form-frame')[0]?.refusal).toContain('Selling waits.');
    expect(all<HTMLElement & { value: string }>(element, 'lightning-textarea')[0]?.value).toBe('No call since May');
    await expect(element).toBeAccessible();
  });

  it('says that a stage has no moments, and what failed', async () => {
    const element = await render();
    graphqlWire.emit({ uiapi: { query: { Stage_Moment__c: { edges: [] } } } });
    await settle();
    expect(element.shadowRoot?.textContent).toContain('c.Moments_None_Title');
    graphqlWire.emitErrors([{ message: "Field 'Stage_Moment__c' is undefined" }]);
    await settle();
    expect(all<HTMLElement & { failure: string }>(element, 'c-state-message')[0]?.failure).toBe('no-permission');
  });
});
