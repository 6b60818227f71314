import { createElement } from 'lwc';
import '@sa11y/jest';
import FunnelRecords from 'c/funnelRecords';
import { graphql } from 'lightning/graphql';
import { saveEach } from 'c/recordBatch';

jest.mock('c/recordBatch', () => ({ saveEach: jest.fn() }));

interface TestWire {
  emit(value: unknown, filter?: undefined, refresh?: () => Promise<void>): void;
  emitErrors(errors: readonly { message: string }[]): void;
}
const graphqlWire = graphql as unknown as TestWire;
const save = saveEach as unknown as jest.Mock;

const settle = (turns = 12): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const value = (of: unknown): object => ({ value: of });
const position = (id: string, account: string, owner?: string): object => ({
  Id: id,
  Product_Category__c: { value: 'Gas', displayValue: 'Gas' },
  Lifecycle_Stage__r: { Id: 's', Name: value('Retention') },
  Since_Date__c: value('2026-10-01'),
  Reason__c: value('Says that he looks around'),
  Account__r: {
    Id: account,
    Name: value(`Company ${account}`),
    Relationship_Owner__r: owner ? { Id: 'u', Name: value(owner) } : null,
    Owner: { Id: 'o', Name: value('Zoë Zuid') },
  },
});
const answer = (nodes: readonly object[], hasNextPage = false): object => ({
  uiapi: { query: { Lifecycle_Position__c: { edges: nodes.map((node) => ({ node })), pageInfo: { hasNextPage } } } },
});
const NUMBER = { kind: 'positions', title: 'Retention: stuck', where: { and: [] }, count: 2 };

async function render(): Promise<HTMLElement> {
  const element = createElement('c-funnel-records', { is: FunnelRecords });
  Object.assign(element, { number: NUMBER, people: [{ label: 'Noor Noord', value: '005000000000001AAA' }] });
  document.body.appendChild(element);
  await settle();
  return element;
}
const all = <Found extends HTMLElement = HTMLElement>(host: HTMLElement, css: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(css) ?? []),
];
const texts = (host: HTMLElement, css: string): readonly string[] => all(host, css).map(({ textContent }) => textContent ?? '');
async function select(host: HTMLElement, ...accounts: readonly string[]): Promise<void> {
  for (const box of all<HTMLInputElement>(host, 'tbody input'))
    if (accounts.includes(box.dataset.account ?? '')) {
      box.checked = true;
      box.dispatchEvent(new CustomEvent('change'));
    }
  await settle();
}
async function reassign(host: HTMLElement): Promise<void> {
  all(host, 'lightning-combobox')[0]?.dispatchEvent(new CustomEvent('change', { detail: { value: '005000000000001AAA' } }));
  await settle();
  all(host, '.reassign lightning-button')[0]?.click();
  await settle(30);
}

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-22T11:00:00Z'), doNotFake: ['queueMicrotask', 'setTimeout'] });
  Element.prototype.scrollIntoView = jest.fn();
  save.mockReset();
});
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-funnel-records', () => {
  it('takes the focus, and tells account, stage, time, reason and who keeps the relationship', async () => {
    const element = await render();
    expect(element.shadowRoot?.activeElement?.textContent).toBe('Retention: stuck');
    graphqlWire.emit(answer([position('p1', 'a1'), position('p2', 'a2', 'Noor Noord')]));
    await settle();
    expect(texts(element, 'a.link')).toEqual(['Company a1', 'Company a2']);
    expect(texts(element, '.named span:last-child')).toEqual(['c.Funnel_Records_Account_Owner', 'Noor Noord']);
    expect(texts(element, '.warning')).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it('says so when the list has become another than the number', async () => {
    const element = await render();
    graphqlWire.emit(answer([position('p1', 'a1')]));
    await settle();
    expect(texts(element, '.warning')[0]).toContain('c.Funnel_Records_Changed');
  });

  it('gives the selected accounts to another person, each once, and tells the funnel', async () => {
    save.mockResolvedValue([{ saved: true, id: 'a1' }]);
    const element = await render();
    const told = jest.fn();
    element.addEventListener('reassign', told);
    const refresh = jest.fn(() => Promise.resolve());
    graphqlWire.emit(answer([position('p1', 'a1'), position('p2', 'a1')]), undefined, refresh);
    await settle();
    await select(element, 'a1');
    await reassign(element);
    expect(save.mock.calls).toEqual([
      [[{ kind: 'update', object: 'Account', id: 'a1', fields: { Relationship_Owner__c: '005000000000001AAA' } }]],
    ]);
    expect(texts(element, '.done')).toEqual(['c.Funnel_Records_Reassigned_One']);
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('keeps what was refused selected, with the words of the org', async () => {
    save.mockResolvedValue([
      { saved: false, words: 'This account is locked.' },
      { saved: true, id: 'a2' },
    ]);
    const element = await render();
    graphqlWire.emit(answer([position('p1', 'a1'), position('p2', 'a2')]));
    await settle();
    await select(element, 'a1', 'a2');
    await reassign(element);
    expect(texts(element, '.refusal li')).toHaveLength(1);
    expect(texts(element, '.done')).toEqual(['c.Funnel_Records_Reassigned_One']);
    expect(all<HTMLInputElement>(element, 'tbody input').map(({ checked }) => checked)).toEqual([true, false]);
    await expect(element).toBeAccessible();
  });

  it('closes by its button and by Escape', async () => {
    const element = await render();
    const closed = jest.fn();
    element.addEventListener('close', closed);
    all(element, 'lightning-button-icon')[0]?.click();
    all(element, 'section')[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(closed).toHaveBeenCalledTimes(2);
  });

  it('tells what failed', async () => {
    const element = await render();
    graphqlWire.emitErrors([{ message: 'socket hang up' }]);
    await settle();
    expect(all<HTMLElement & { failure: string }>(element, 'c-state-message')[0]?.failure).toBe('failed');
  });
});
