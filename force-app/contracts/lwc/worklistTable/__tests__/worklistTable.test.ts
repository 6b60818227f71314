import { createElement } from 'lwc';
import '@sa11y/jest';
import WorklistTable from 'c/worklistTable';
import type { TableRow } from '../tableGroups';

const row = (id: string, accountId: string, more: Partial<TableRow> = {}): TableRow => ({
  id,
  accountId,
  accountName: `Account ${accountId}`,
  city: 'Zwolle',
  lastContact: 'No contact yet',
  providerName: 'Polder Telecom',
  product: `Product ${id}`,
  daysLeft: '8 days left',
  urgency: 'urgent',
  decisionDate: '30-11-2026',
  ends: '31-12-2026',
  doubts: [],
  phoneKnown: '',
  phone: '',
  monthlyValue: '€ 1,00',
  isValueKnown: true,
  points: 54,
  why: [{ kind: 'approach', text: 'time to approach' }],
  reason: 'one month',
  claimCount: 0,
  isIncomplete: false,
  href: '/account',
  plannedCall: '',
  isCallOverdue: false,
  orEnds: '',
  orEndsTitle: '',
  nobody: 'nobody yet',
  consent: undefined,
  facts: {
    decisionDay: '2026-11-30',
    endDay: '2026-12-31',
    approachTaskFor: undefined,
    category: 'Gas',
    status: 'Active',
    snoozedUntil: undefined,
    notRelevantReason: undefined,
    relationshipOwnerId: undefined,
    callerId: '005',
  },
  ...more,
});
const ROWS = [row('1', 'A'), row('2', 'B', { claimCount: 2 }), row('3', 'A')];
const settle = (): Promise<void> => Promise.resolve().then(() => Promise.resolve());

async function render(
  properties: object = {},
): Promise<{ element: HTMLElement; selected: string[][]; opened: unknown[]; heard: unknown[][] }> {
  const element = createElement('c-worklist-table', { is: WorklistTable });
  Object.assign(element, { rows: ROWS, ...properties });
  const selected: string[][] = [];
  const opened: unknown[] = [];
  const heard: unknown[][] = [];
  element.addEventListener('select', (event) => {
    const ids = [...(event as CustomEvent<string[]>).detail];
    selected.push(ids);
    Object.assign(element, { selectedIds: ids });
  });
  element.addEventListener('open', (event) => opened.push((event as CustomEvent).detail));
  for (const name of ['act', 'help']) element.addEventListener(name, (event) => heard.push([name, (event as CustomEvent).detail]));
  document.body.appendChild(element);
  await settle();
  element.shadowRoot?.querySelectorAll('a').forEach((link) => (link.scrollIntoView = jest.fn()));
  return { element, selected, opened, heard };
}
const all = (element: HTMLElement, css: string): HTMLElement[] => [...(element.shadowRoot?.querySelectorAll<HTMLElement>(css) ?? [])];
const focused = (element: HTMLElement): string | null | undefined => element.shadowRoot?.activeElement?.textContent;
async function press(element: HTMLElement, key: string): Promise<void> {
  const target = element.shadowRoot?.activeElement ?? all(element, '.list')[0];
  target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
  await settle();
}

afterEach(() => document.body.replaceChildren());

describe('c-worklist-table', () => {
  it('moves between rows by j, k and arrows, and stays at the last one', async () => {
    const { element } = await render();
    await press(element, 'j');
    expect(focused(element)).toBe('Account A');
    await press(element, 'ArrowDown');
    expect(focused(element)).toBe('Account B');
    await press(element, 'End');
    await press(element, 'j');
    await press(element, 'k');
    expect(focused(element)).toBe('Account B');
  });

  it('selects the row with x and nothing with Escape, shows its details with o, and asks for the help with ?', async () => {
    const { element, selected, heard } = await render();
    await press(element, 'x');
    expect(selected).toEqual([]);
    await press(element, 'j');
    await press(element, 'x');
    await press(element, 'j');
    await press(element, 'x');
    expect(selected.at(-1)).toEqual(['1', '2']);
    await press(element, 'x');
    expect(selected.at(-1)).toEqual(['1']);
    await press(element, 'o');
    expect(all(element, 'c-worklist-row-details')).toHaveLength(1);
    await press(element, '?');
    expect(heard).toEqual([['help', null]]);
    await press(element, 'Escape');
    expect(selected.at(-1)).toEqual([]);
  });

  it('lets a key act on the selected rows, or else on the row where the keyboard is', async () => {
    const { element, selected, heard } = await render();
    await press(element, 'p');
    expect(heard).toEqual([]);
    await press(element, 'j');
    await ['p', 'a', 'm', 's', 'n', 'b'].reduce((before, key) => before.then(() => press(element, key)), Promise.resolve());
    expect(selected).toEqual([['1']]);
    expect(heard.map(([, action]) => action)).toEqual(['call', 'assign', 'campaign', 'snooze', 'aside', 'back']);
    await press(element, 'j');
    await press(element, 's');
    expect(selected).toEqual([['1']]);
  });

  it('puts the keyboard back on a row, on the last one by itself, and on none that is gone', async () => {
    const { element } = await render();
    const list = element as HTMLElement & { focusRow: (id?: string) => boolean };
    expect(list.focusRow('2')).toBe(true);
    expect(focused(element)).toBe('Account B');
    await press(element, 'j');
    await press(element, 'x');
    expect(list.focusRow('1')).toBe(true);
    expect(list.focusRow()).toBe(true);
    expect(focused(element)).toBe('Account A');
    expect(list.focusRow('9')).toBe(false);
  });

  it('leaves keys with a modifier to the browser', async () => {
    const { element } = await render();
    all(element, '.list')[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', ctrlKey: true, bubbles: true, composed: true }));
    expect(focused(element)).toBeUndefined();
  });

  it('selects every row that is shown, and none', async () => {
    const { element, selected } = await render();
    const [head] = all(element, 'thead input') as HTMLInputElement[];
    if (head) head.checked = true;
    head?.dispatchEvent(new CustomEvent('change'));
    expect(selected.at(-1)).toEqual(['1', '2', '3']);
    if (head) head.checked = false;
    head?.dispatchEvent(new CustomEvent('change'));
    expect(selected.at(-1)).toEqual([]);
  });

  it('keeps the rows of one account together, in the order of their first rows', async () => {
    const { element, selected } = await render({ isGrouped: true });
    expect(all(element, 'tbody').map((group) => group.querySelectorAll('tr.row').length)).toEqual([2, 1]);
    expect(all(element, 'a.account').map(({ textContent }) => textContent)).toEqual(['Account A', 'Account B']);
    await press(element, 'j');
    await press(element, 'x');
    expect(selected.at(-1)).toEqual(['1', '3']);
    await expect(element).toBeAccessible();
  });

  it('opens an account by a plain click only', async () => {
    const { element, opened } = await render();
    const [link] = all(element, 'a.account');
    link?.addEventListener('click', (event) => event.preventDefault());
    link?.dispatchEvent(new MouseEvent('click', { ctrlKey: true, cancelable: true }));
    expect(opened).toEqual([]);
    link?.dispatchEvent(new MouseEvent('click', { cancelable: true }));
    expect(opened).toEqual([{ accountId: 'A', rowId: '1' }]);
  });

  it('shows consent per channel by a mark and a word, and only where it is known', async () => {
    const consent = [
      { channel: 'Phone', channelWords: 'Phone', verdict: 'May Not', verdictWords: 'may not', sentences: [] },
      { channel: 'Email', channelWords: 'Email', verdict: 'May', verdictWords: 'may', sentences: [] },
    ] as const;
    const { element } = await render({ hasConsent: true, rows: [row('1', 'A', { consent }), row('2', 'B', { consent: [] })] });
    expect(all(element, '.channel').map(({ textContent }) => textContent?.replace(/\s+/g, ''))).toEqual(['✕Phone:maynot', '✓Email:may']);
    expect(all(element, 'tbody .cell_consent .muted').map(({ textContent }) => textContent)).toEqual(['nobody yet']);
    await expect(element).toBeAccessible();
  });

  it('says first what is special of a contract; a call that is planned says more than that it is time for one', async () => {
    const why = [
      { kind: 'special', text: 'dissatisfied' },
      { kind: 'approach', text: 'approach since' },
    ] as const;
    const { element } = await render({
      rows: [
        row('1', 'A', { why }),
        row('2', 'B', { why, plannedCall: 'call overdue', isCallOverdue: true }),
        row('3', 'C', { why: [{ kind: 'state', text: 'too late' }], plannedCall: 'call today', points: undefined }),
      ],
    });
    const told = all(element, 'tbody .cell_why').map((cell) =>
      [...cell.querySelectorAll('.reason')].map((reason) => [reason.className, reason.querySelector('c-day-text')?.textContent]),
    );
    expect(told).toEqual([
      [
        ['reason reason_special', 'dissatisfied'],
        ['reason', 'approach since'],
        ['reason weak', undefined],
      ],
      [
        ['reason reason_late', 'call overdue'],
        ['reason reason_special', 'dissatisfied'],
        ['reason weak', undefined],
      ],
      [
        ['reason', 'call today'],
        ['reason', 'too late'],
      ],
    ]);
    expect(all(element, '.meter__part').map(({ style }) => style.width)).toEqual(['54%', '54%']);
  });

  it('says which other ends were said, to the eye and to a screen reader', async () => {
    const { element } = await render({ rows: [row('1', 'A', { orEnds: 'or 30-06-2027?', orEndsTitle: 'somebody said 30-06-2027' })] });
    expect(all(element, '.cell_end .doubt').map(({ textContent, title }) => [textContent, title])).toEqual([
      ['or 30-06-2027?somebody said 30-06-2027', 'somebody said 30-06-2027'],
    ]);
    await expect(element).toBeAccessible();
  });

  it('hands a number over to the phone, by a click or by the key c on its row', async () => {
    const { element } = await render({ rows: [row('1', 'A', { phone: '+31 (0)38-421 00 00' }), row('2', 'B')] });
    const [dial, ...others] = all(element, 'a.dial') as HTMLAnchorElement[];
    expect(others).toEqual([]);
    expect(dial?.href).toBe('tel:+31384210000');
    const called = jest.fn((event: Event) => event.preventDefault());
    dial?.addEventListener('click', called);
    await press(element, 'j');
    await press(element, 'c');
    await press(element, 'j');
    await press(element, 'c');
    expect(called).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });
});
