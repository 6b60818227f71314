import { createElement } from 'lwc';
import '@sa11y/jest';
import { executeMutation } from 'lightning/graphql';
import { getPicklistValues } from 'lightning/uiObjectInfoApi';
import WorklistBulk from 'c/worklistBulk';
import type { BulkRow } from '../bulkPlan';

const run = executeMutation as jest.Mock;
const reasons = getPicklistValues as unknown as { emit(value: unknown): void };
const row = (id: string): BulkRow =>
  ({
    id,
    accountId: `001${id}`,
    accountName: `Account ${id}`,
    product: 'Gas',
    providerName: 'Polder',
    decisionDate: '31-12-2026',
    urgency: 'calm',
    why: [],
    reason: '',
    facts: { decisionDay: '2026-12-31', status: 'Active', callerId: '005' },
  }) as unknown as BulkRow;
const settle = (turns = 12): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));

type Button = HTMLElement & { name: string; label: string; disabled: boolean };
async function render(): Promise<{ element: HTMLElement; heard: [string, unknown][] }> {
  const element = createElement('c-worklist-bulk', { is: WorklistBulk });
  Object.assign(element, { rows: [row('1'), row('2')], today: '2026-11-22' });
  const heard: [string, unknown][] = [];
  for (const name of ['select', 'saved', 'close'])
    element.addEventListener(name, (event) => heard.push([name, (event as CustomEvent).detail]));
  document.body.appendChild(element);
  await settle();
  return { element, heard };
}
const all = <Found extends HTMLElement>(element: HTMLElement, css: string): Found[] => [
  ...(element.shadowRoot?.querySelectorAll<Found>(css) ?? []),
];
const button = (element: HTMLElement, label: string): Button | undefined =>
  all<Button>(element, '.panel lightning-button').find((one) => one.label === label);
async function begin(element: HTMLElement, action: string): Promise<void> {
  all<Button>(element, '.actions lightning-button')
    .find(({ name }) => name === action)
    ?.click();
  await settle();
}

beforeEach(() => run.mockReset());
afterEach(() => document.body.replaceChildren());

describe('c-worklist-bulk', () => {
  it('shows nothing while nothing is selected', async () => {
    const { element } = await render();
    Object.assign(element, { rows: [] });
    await settle();
    expect(all(element, '.bar')).toHaveLength(0);
  });

  it('opens the form of a key with the keyboard in its first field, and gives it back with Escape', async () => {
    const { element, heard } = await render();
    const bulk = element as HTMLElement & { open: (action: string) => void };
    bulk.open('back');
    await settle();
    expect(all(element, '.panel')).toHaveLength(0);
    const focus = jest.spyOn(HTMLElement.prototype, 'focus');
    bulk.open('snooze');
    await settle();
    expect(focus.mock.contexts.map((one) => (one as { name?: string }).name)).toEqual(['day']);
    focus.mockRestore();
    all(element, '.panel')[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    await settle();
    expect(all(element, '.panel')).toHaveLength(0);
    expect(heard).toEqual([['close', null]]);
  });

  it('asks for a reason before it puts aside', async () => {
    const { element } = await render();
    reasons.emit({ values: [{ label: 'Other', value: 'Other' }] });
    await begin(element, 'aside');
    expect(button(element, 'c.Worklist_Action_Aside')?.disabled).toBe(true);
    const [box] = all<HTMLElement>(element, 'lightning-combobox');
    box?.dispatchEvent(new CustomEvent('change', { detail: { value: 'Other' } }));
    await settle();
    expect(button(element, 'c.Worklist_Action_Aside')?.disabled).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('keeps what was refused selected, tells the words of the org, and can undo the rest', async () => {
    const { element, heard } = await render();
    await begin(element, 'call');
    run.mockResolvedValueOnce({
      data: { uiapi: { c0: { Record: { Id: '00T1' } }, c1: null } },
      errors: [{ message: 'A feedback call comes first.', paths: ['uiapi', 'c1'] }],
    });
    run.mockResolvedValue({ data: { uiapi: { c0: { success: true }, c1: { success: true } } } });
    button(element, 'c.Worklist_Action_Call')?.click();
    await settle(30);
    expect(heard).toEqual([
      ['select', ['2']],
      ['saved', null],
    ]);
    expect(all(element, '.panel_result')[0]?.textContent).toContain('A feedback call comes first.');
    await expect(element).toBeAccessible();
    button(element, 'c.Worklist_Undo')?.click();
    await settle(30);
    const sent = run.mock.calls.at(-1) as [{ variables: object }];
    expect(sent[0].variables).toMatchObject({ c0: { Id: '00T1' } });
    expect(all(element, '.undone')[0]?.textContent).toBe('c.Worklist_Undone');
  });

  it('keeps the form when nothing could be saved', async () => {
    const { element, heard } = await render();
    await begin(element, 'call');
    run.mockResolvedValue({ errors: [{ message: 'The org could not be reached.' }] });
    button(element, 'c.Worklist_Action_Call')?.click();
    await settle(30);
    expect(heard).toEqual([]);
    expect(button(element, 'c.Worklist_Action_Call')).toBeDefined();
    expect(all(element, '.panel_result')[0]?.textContent).toContain('c.State_No_Connection');
  });
});
