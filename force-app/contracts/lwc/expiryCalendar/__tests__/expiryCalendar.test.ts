import { createElement } from 'lwc';
import '@sa11y/jest';
import ExpiryCalendar from 'c/expiryCalendar';
import { graphql } from 'lightning/graphql';
import { AT_START, keptSetting } from '../calendarMemory';

interface Config {
  readonly variables?: { readonly months?: object; readonly open?: object };
}
interface TestWire {
  emit(value: unknown, filter?: (config: Config) => boolean): void;
  emitErrors(errors: readonly { message: string }[], filter?: (config: Config) => boolean): void;
}
const wire = graphql as unknown as TestWire;
const ofCounts = ({ variables }: Config): boolean => variables?.months !== undefined;
const settle = (turns = 8): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const group = (provider: string, month: number, count: number): object => ({
  node: {
    aggregate: {
      Competitor__c: { value: provider },
      Decision_Date__c: { calendarMonth: { value: month } },
      Id: { count: { value: count } },
    },
  },
});

async function render(): Promise<HTMLElement> {
  const element = createElement('c-expiry-calendar', { is: ExpiryCalendar });
  document.body.appendChild(element);
  await settle();
  return element;
}
const all = (element: HTMLElement, css: string): HTMLElement[] => [...(element.shadowRoot?.querySelectorAll<HTMLElement>(css) ?? [])];

beforeEach(() => {
  window.sessionStorage.clear();
  jest.useFakeTimers({ now: new Date('2026-11-22T11:00:00Z'), doNotFake: ['queueMicrotask', 'setTimeout'] });
});
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-expiry-calendar', () => {
  it('shows that the numbers are under way, then the grid with its totals', async () => {
    const element = await render();
    const [card] = all(element, 'c-data-card') as (HTMLElement & { isLoading: boolean })[];
    expect(card?.isLoading).toBe(true);
    wire.emit({ uiapi: { aggregate: { months: { edges: [group('a01', 12, 3), group('a01', 1, 4)] } } } }, ofCounts);
    await settle();
    expect(card?.isLoading).toBe(false);
    expect(all(element, 'tfoot .cell_total')[0]?.textContent).toContain('7');
    expect(all(element, 'tbody a.count')).toHaveLength(3);
    expect(all(element, '[tabindex="0"]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('is as it was left when somebody comes back from the rows behind a number, and its keyboard finds a cell', async () => {
    const element = await render();
    const [rows] = all(element, 'lightning-combobox');
    rows?.dispatchEvent(new CustomEvent('change', { detail: { value: 'category' } }));
    await settle();
    window.sessionStorage.setItem(
      'expiryCalendar.setting',
      (window.sessionStorage.getItem('expiryCalendar.setting') ?? '').replace('"0,0"', '"40,2"'),
    );
    const again = await render();
    expect((all(again, 'lightning-combobox')[0] as HTMLElement & { value: string }).value).toBe('category');
    wire.emit({ uiapi: { aggregate: { months: { edges: [group('a01', 12, 3)] } } } }, ofCounts);
    await settle();
    expect(all(again, '[tabindex="0"]').map(({ dataset }) => dataset.at)).toEqual(['0,0']);
  });

  it('begins anew with a setting that cannot be read', () => {
    for (const broken of ['{', '1', '{"rows":"month","columns":"month","narrowed":"","focused":"0,0"}', '{"rows":"month"}']) {
      window.sessionStorage.setItem('expiryCalendar.setting', broken);
      expect(keptSetting()).toEqual(AT_START);
    }
  });

  it('says that totals are too low when the org has more groups than it answers', async () => {
    const element = await render();
    wire.emit({ uiapi: { aggregate: { months: { pageInfo: { hasNextPage: true }, edges: [group('a01', 12, 3)] } } } }, ofCounts);
    await settle();
    expect(all(element, '.warning')[0]?.textContent).toContain('c.Calendar_Cut_Off');
  });

  it('says so when there is nothing, when it failed, and when the user may not', async () => {
    const element = await render();
    const kind = (): string | undefined => (all(element, 'c-state-message')[0] as (HTMLElement & { kind: string }) | undefined)?.kind;
    const failure = (): string | undefined => (all(element, 'c-data-card')[0] as (HTMLElement & { failure?: string }) | undefined)?.failure;
    wire.emit({ uiapi: { aggregate: { months: { edges: [] } } } }, ofCounts);
    await settle();
    expect(kind()).toBe('empty');
    wire.emitErrors([{ message: 'socket hang up' }], ofCounts);
    await settle();
    expect(failure()).toBe('failed');
    expect(all(element, '.filters')).toHaveLength(1);
    wire.emitErrors([{ message: "Field 'Competitor_Contract__c' in type 'RecordQueryAggregate' is undefined" }], ofCounts);
    await settle();
    expect(failure()).toBe('no-permission');
    expect(all(element, '.filters')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
