import { createElement } from 'lwc';
import '@sa11y/jest';
import GateDecision from 'c/gateDecision';
import { graphql } from 'lightning/graphql';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';

interface TestWire {
  emit(value: unknown, filter?: undefined, refresh?: () => Promise<void>): void;
  emitErrors(errors: readonly { message: string }[]): void;
}
const graphqlWire = graphql as unknown as TestWire;
const create = createRecord as unknown as jest.Mock;
const update = updateRecord as unknown as jest.Mock;

const settle = (turns = 20): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const value = (of: unknown): object => ({ value: of, displayValue: null });
const connection = (...nodes: readonly object[]): object => ({ edges: nodes.map((node) => ({ node })) });
const GATE = {
  Id: 'g1',
  Name: value('Close'),
  Question__c: value('Does everything work?'),
  To_Stage__r: { Id: 's2', Name: value('Care') },
};
const criterion = (id: string, isRequired: boolean): object => ({
  Id: id,
  Name: value(`Criterion ${id}`),
  Is_Required__c: value(isRequired),
  Stage_Gate__c: value('g1'),
});
const check = (id: string, isRequired: boolean, isMet: boolean): object => ({
  Id: id,
  Is_Required__c: value(isRequired),
  Is_Met__c: value(isMet),
  Gate_Decision__c: value('d0'),
  Gate_Criterion__r: { Id: `c${id}`, Name: value(`Criterion ${id}`) },
});
const OPEN = { Id: 'd0', Verdict__c: value('Open'), Stage_Gate__c: value('g1') };
const NO_GO = {
  Id: 'd1',
  Verdict__c: value('No Go'),
  Reason__c: value('One connection still fails'),
  Decided_At__c: value('2026-11-20T10:00:00.000Z'),
  Decided_By__r: { Id: 'u', Name: value('Noor Noord') },
};
const answer = (more: object): object => ({
  uiapi: {
    query: { Stage_Gate__c: connection(GATE), Gate_Criterion__c: connection(criterion('1', true), criterion('2', false)), ...more },
  },
});
const notBegun = answer({ Gate_Decision__c: connection(NO_GO) });
const underWay = (isMet: boolean): object =>
  answer({ Gate_Decision__c: connection(OPEN, NO_GO), Gate_Check__c: connection(check('k1', true, isMet), check('k2', false, false)) });

async function render(): Promise<HTMLElement> {
  const element = createElement('c-gate-decision', { is: GateDecision });
  Object.assign(element, { position: { id: 'p1', accountId: 'a1', stageId: 's1', stageName: 'Onboarding', category: 'Gas' } });
  document.body.appendChild(element);
  await settle();
  return element;
}
const all = <Found extends HTMLElement = HTMLElement>(host: HTMLElement, css: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(css) ?? []),
];
const button = (host: HTMLElement, label: string): HTMLElement | undefined =>
  all<HTMLElement & { label: string }>(host, 'lightning-button').find((one) => one.label === label);
const giveReason = (host: HTMLElement, text: string): void => {
  all(host, '[data-reason]')[0]?.dispatchEvent(new CustomEvent('change', { detail: { value: text } }));
};
const alert = (host: HTMLElement): string => all(host, '[role="alert"]')[0]?.textContent ?? '';

beforeEach(() => {
  window.sessionStorage.clear();
  create.mockReset().mockResolvedValue({ id: 'new' });
  update.mockReset().mockResolvedValue({ id: 'd0' });
});
afterEach(() => document.body.replaceChildren());

describe('c-gate-decision', () => {
  it('shows question, criteria and what was decided before', async () => {
    const element = await render();
    graphqlWire.emit(notBegun);
    await settle();
    expect(all(element, '.question')[0]?.textContent).toBe('Does everything work?');
    expect(all(element, '.criterion__name').map(({ textContent }) => textContent)).toEqual(['Criterion 1', 'Criterion 2']);
    expect(all(element, '.history__reason')[0]?.textContent).toContain('One connection still fails');
    expect(button(element, 'c.Gate_Go')).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('begins a check, of which the org makes the boxes', async () => {
    const element = await render();
    graphqlWire.emit(notBegun);
    await settle();
    button(element, 'c.Gate_Start')?.click();
    await settle();
    expect(create).toHaveBeenCalledWith({
      apiName: 'Gate_Decision__c',
      fields: { Lifecycle_Position__c: 'p1', Stage_Gate__c: 'g1', Verdict__c: 'Open' },
    });
  });

  it('saves each tick at once', async () => {
    const element = await render();
    graphqlWire.emit(underWay(false));
    await settle();
    const [box] = all<HTMLInputElement>(element, 'input[type="checkbox"]');
    box!.checked = true;
    box!.dispatchEvent(new CustomEvent('change'));
    await settle();
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'k1', Is_Met__c: true } });
    expect(box!.checked).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('does not send a Go that lacks a required criterion or a reason, and names what lacks', async () => {
    const element = await render();
    graphqlWire.emit(underWay(false));
    await settle();
    giveReason(element, 'All works');
    button(element, 'c.Gate_Go')?.click();
    await settle();
    expect(alert(element)).toContain('c.Gate_Missing');
    giveReason(element, '');
    button(element, 'c.Gate_No_Go')?.click();
    await settle();
    expect(alert(element)).toContain('c.Gate_Reason_Missing');
    expect(update).not.toHaveBeenCalled();
  });

  it('decides on the open decision and tells the card', async () => {
    const element = await render();
    const decided = jest.fn();
    element.addEventListener('decided', decided);
    graphqlWire.emit(underWay(true));
    await settle();
    giveReason(element, ' All works ');
    button(element, 'c.Gate_Go')?.click();
    await settle();
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'd0', Verdict__c: 'Go', Reason__c: 'All works' } });
    expect(decided).toHaveBeenCalledTimes(1);
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('says No Go without a check', async () => {
    const element = await render();
    graphqlWire.emit(notBegun);
    await settle();
    giveReason(element, 'Not yet');
    button(element, 'c.Gate_No_Go')?.click();
    await settle();
    expect(create.mock.calls[0]).toMatchObject([{ fields: { Verdict__c: 'No Go', Reason__c: 'Not yet' } }]);
  });

  it('keeps the reason when the org refuses, and after leaving the page', async () => {
    update.mockRejectedValue({ status: 400, body: { message: 'Tick first: Criterion 1.' } });
    const element = await render();
    graphqlWire.emit(underWay(true));
    await settle();
    giveReason(element, 'All works');
    button(element, 'c.Gate_Go')?.click();
    await settle();
    expect(alert(element)).toContain('Tick first: Criterion 1.');
    document.body.replaceChildren();
    const again = await render();
    graphqlWire.emit(underWay(true));
    await settle();
    expect(all<HTMLElement & { value: string }>(again, '[data-reason]')[0]?.value).toBe('All works');
  });

  it('says that a stage has no gate, and what failed', async () => {
    const element = await render();
    graphqlWire.emit({ uiapi: { query: {} } });
    await settle();
    expect(element.shadowRoot?.textContent).toContain('c.Gate_No_Gate_Title');
    graphqlWire.emitErrors([{ message: 'socket hang up' }]);
    await settle();
    expect(all<HTMLElement & { failure: string }>(element, 'c-state-message')[0]?.failure).toBe('failed');
  });
});
