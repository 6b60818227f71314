import { createElement } from 'lwc';
import '@sa11y/jest';
import ComparisonScript from 'c/comparisonScript';
import { executeMutation, graphql } from 'lightning/graphql';
import { CurrentPageReference } from 'lightning/navigation';
import { getPicklistValues } from 'lightning/uiObjectInfoApi';

const save = executeMutation as jest.Mock;

interface Config {
  readonly variables?: Readonly<Record<string, unknown>>;
}
interface TestWire {
  emit(value: unknown, filter?: (config: Config) => boolean, refresh?: () => Promise<void>): void;
  emitErrors(errors: readonly { message: string }[], filter?: (config: Config) => boolean): void;
}
const wire = graphql as unknown as TestWire;
const ofAccount = ({ variables }: Config): boolean => variables?.account === 'a1';
const ofScript = ({ variables }: Config): boolean => variables?.scripts !== undefined;
const settle = (turns = 12): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));

async function render(properties: object = { recordId: 'a1', objectApiName: 'Account' }): Promise<HTMLElement> {
  const element = createElement('c-comparison-script', { is: ComparisonScript });
  Object.assign(element, properties);
  document.body.appendChild(element);
  await settle();
  return element;
}
const all = <Found extends HTMLElement = HTMLElement>(host: HTMLElement, css: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(css) ?? []),
];
const state = (host: HTMLElement): (HTMLElement & { kind: string; text: string; headline: string }) | undefined =>
  all<HTMLElement & { kind: string; text: string; headline: string }>(host, 'c-state-message')[0];

const CONTRACT = {
  Id: 'c1',
  Competitor__r: { Id: 'p1', Name: { value: 'Noordlicht' } },
  Product_Category__c: { value: 'Gas', displayValue: 'Gas' },
  Decision_Date__c: { value: '2026-12-05' },
  Notice_State__c: { value: 'In Window' },
};
const account = (contracts: readonly object[], found = true): object => ({
  uiapi: {
    query: {
      Account: {
        edges: found ? [{ node: { Id: 'a1', Name: { value: 'Jansen' }, Is_Legal_Form_Natural_Person__c: { value: true } } }] : [],
      },
      Competitor_Contract__c: { edges: contracts.map((node) => ({ node })) },
    },
  },
});
const script = (fields: object = {}): object => ({
  uiapi: {
    query: {
      Comparison_Script__c: {
        edges: [
          {
            node: {
              Id: 's1',
              Name: { value: 'Script' },
              Language__c: { value: 'English' },
              Opening_Line__c: { value: 'About {provider}' },
              ...fields,
            },
          },
        ],
      },
      Product_Proposition__c: { edges: [] },
    },
  },
});

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-22T11:00:00Z'), doNotFake: ['queueMicrotask', 'nextTick', 'setTimeout'] });
  window.sessionStorage.clear();
  save.mockReset();
});
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-comparison-script', () => {
  it('asks for an account where there is none, and takes the record on the screen beside the utility bar', async () => {
    const element = await render({});
    expect(state(element)?.kind).toBe('info');
    await expect(element).toBeAccessible();
    (CurrentPageReference as unknown as TestWire).emit({
      type: 'standard__recordPage',
      attributes: { recordId: 'a1', objectApiName: 'Account' },
    });
    await settle();
    wire.emit(account([CONTRACT]), ofAccount);
    await settle();
    expect(all(element, 'c-script-card')).toHaveLength(1);
  });

  it('says that it is loading, that it may not be seen, that it failed, and that the record is gone', async () => {
    const element = await render();
    expect(all<HTMLElement & { isLoading: boolean }>(element, 'c-data-card')[0]?.isLoading).toBe(true);
    wire.emitErrors([{ message: "Field 'Account' in type 'RecordQuery' is undefined" }], ofAccount);
    await settle();
    expect(state(element)?.kind).toBe('no-permission');
    wire.emitErrors([{ message: 'Server busy' }], ofAccount);
    await settle();
    expect(state(element)).toMatchObject({ kind: 'error', text: 'c.Script_Draft_Kept' });
    await expect(element).toBeAccessible();
    wire.emit(account([], false), ofAccount);
    await settle();
    expect(state(element)?.headline).toBe('c.Script_Gone_Title');
    await expect(element).toBeAccessible();
  });

  it('opens on the incumbent with the script in the language of the reader', async () => {
    const element = await render();
    wire.emit(account([CONTRACT]), ofAccount);
    await settle();
    wire.emit(script(), ofScript);
    await settle();
    const [card] = all<HTMLElement & { content: { opening: string } }>(element, 'c-script-card');
    expect(card?.content.opening).toBe('About Noordlicht');
    await expect(element).toBeAccessible();
  });

  it('offers the general questions where there is no script, no permission for it, or no known provider', async () => {
    const element = await render();
    wire.emit(account([CONTRACT]), ofAccount);
    await settle();
    wire.emitErrors([{ message: "Field 'Comparison_Script__c' in type 'RecordQuery' is undefined" }], ofScript);
    await settle();
    expect(all(element, '.warning').map((note) => note.textContent)).toEqual(['c.Script_No_Script_Forbidden']);
    wire.emitErrors([{ message: 'Server busy' }], ofScript);
    await settle();
    expect(all(element, '.warning').map((note) => note.textContent)).toEqual(['c.Script_No_Script_Failed']);
    wire.emit(account([]), ofAccount);
    await settle();
    expect(all(element, '.contract')[0]?.textContent).toContain('c.Script_No_Incumbent_Title');
    const [capture] = all<HTMLElement & { questions: readonly string[] }>(element, 'c-call-capture');
    expect(capture?.questions).toHaveLength(3);
  });

  it('keeps what is typed through an error, and saves the same answers under the same key', async () => {
    const element = await render();
    wire.emit(account([CONTRACT]), ofAccount);
    (getPicklistValues as unknown as TestWire).emit({ values: [] });
    await settle();
    const [capture] = all<HTMLElement & { values: object; reportValidity: () => boolean }>(element, 'c-call-capture');
    if (!capture) throw new Error('no capture panel');
    jest.spyOn(capture, 'reportValidity').mockReturnValue(true);
    const typed = (name: string, value: string) => capture.dispatchEvent(new CustomEvent('answer', { detail: { name, value } }));
    typed('outcome', 'Interested');
    typed('note', 'Two shops');
    save.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    capture.dispatchEvent(new CustomEvent('save'));
    await settle();
    expect(all(element, '.refusal').map((note) => note.textContent)).toEqual(['c.Script_Not_Saved_Lost']);
    expect(capture.values).toEqual({ outcome: 'Interested', note: 'Two shops' });
    save.mockResolvedValueOnce({ data: { uiapi: {} } });
    capture.dispatchEvent(new CustomEvent('save'));
    await settle();
    expect(all(element, '.saved')).toHaveLength(1);
    expect(capture.values).toEqual({});
    const keys = (save.mock.calls as readonly [{ variables: { outcome: { Call_Outcome__c: { External_Id__c: string } } } }][]).map(
      ([{ variables }]) => variables.outcome.Call_Outcome__c.External_Id__c,
    );
    expect(new Set(keys).size).toBe(1);
    expect(window.sessionStorage).toHaveLength(0);
  });

  describe('without a connection', () => {
    const copies = (): number => Object.keys(window.sessionStorage).filter((key) => key.includes('.copy.')).length;
    const offline = async (element: HTMLElement): Promise<HTMLElement> => {
      window.dispatchEvent(new CustomEvent('offline'));
      await settle();
      return element;
    };
    const opened = async (): Promise<HTMLElement> => {
      const element = await render();
      wire.emit(account([CONTRACT]), ofAccount);
      await settle();
      wire.emit(script(), ofScript);
      await settle();
      return element;
    };
    const warnings = (element: HTMLElement): readonly (string | null)[] => all(element, '.warning').map(({ textContent }) => textContent);
    const openings = (element: HTMLElement): readonly string[] =>
      all<HTMLElement & { content: { opening: string } }>(element, 'c-script-card').map(({ content }) => content.opening);

    it('keeps the script that it has, on the screen and in the copy, when it cannot be read again', async () => {
      const element = await opened();
      const before = JSON.stringify({ ...window.sessionStorage });
      wire.emitErrors([{ message: 'Failed to fetch' }], ofScript);
      await settle();
      expect(openings(element)).toEqual(['About Noordlicht']);
      expect(JSON.stringify({ ...window.sessionStorage })).toBe(before);
    });

    it('does not show the script against one provider for a contract with another', async () => {
      const other = {
        ...CONTRACT,
        Id: 'c2',
        Competitor__r: { Id: 'p2', Name: { value: 'Polder' } },
        Decision_Date__c: { value: '2027-01-05' },
      };
      const element = await render();
      wire.emit(account([CONTRACT, other]), ofAccount);
      await settle();
      wire.emit(script(), ofScript);
      await settle();
      all(element, 'lightning-combobox')[0]?.dispatchEvent(new CustomEvent('change', { detail: { value: 'c2' } }));
      await settle();
      wire.emitErrors([{ message: 'Failed to fetch' }], ofScript);
      await settle();
      expect(openings(element)).not.toContain('About Noordlicht');
      expect(warnings(element)).toContain('c.Script_No_Script_Failed');
    });

    it('goes on with the script that was seen last, and says from when it is', async () => {
      const element = await opened();
      expect(warnings(element)).toEqual([]);
      await offline(element);
      expect(warnings(element)).toEqual(['c.Script_Offline']);
      wire.emitErrors([{ message: 'Failed to fetch' }], ofScript);
      wire.emitErrors([{ message: 'Failed to fetch' }], ofAccount);
      await settle();
      const [card] = all<HTMLElement & { content: { opening: string } }>(element, 'c-script-card');
      expect(card?.content.opening).toBe('About Noordlicht');
      expect(all<HTMLElement & { isOffline: boolean }>(element, 'c-call-verdict')[0]?.isOffline).toBe(true);
      await expect(element).toBeAccessible();
    });

    it('opens the copy of the same account again, and of no other', async () => {
      await opened();
      document.body.replaceChildren();
      const again = await render();
      wire.emitErrors([{ message: 'Failed to fetch' }], ofAccount);
      await settle();
      expect(all<HTMLElement & { content: { opening: string } }>(again, 'c-script-card')[0]?.content.opening).toBe('About Noordlicht');
      document.body.replaceChildren();
      const other = await render({ recordId: 'a2', objectApiName: 'Account' });
      wire.emitErrors([{ message: 'Failed to fetch' }], ({ variables }) => variables?.account === 'a2');
      await settle();
      expect(state(other)?.kind).toBe('error');
    });

    it('keeps no copy of yesterday, and none after the call was saved', async () => {
      const element = await opened();
      expect(copies()).toBe(1);
      jest.setSystemTime(new Date('2026-11-23T08:00:00Z'));
      document.body.replaceChildren();
      const tomorrow = await render();
      wire.emitErrors([{ message: 'Failed to fetch' }], ofAccount);
      await settle();
      expect(state(tomorrow)?.kind).toBe('error');
      document.body.replaceChildren(element);
      await settle();
      const [capture] = all<HTMLElement & { reportValidity: () => boolean }>(element, 'c-call-capture');
      if (!capture) throw new Error('no capture panel');
      jest.spyOn(capture, 'reportValidity').mockReturnValue(true);
      save.mockResolvedValueOnce({ data: { uiapi: {} } });
      capture.dispatchEvent(new CustomEvent('save'));
      await settle();
      wire.emit(account([CONTRACT]), ofAccount);
      await settle();
      expect(copies()).toBe(0);
    });

    it('sends what was saved when the connection is back, once', async () => {
      const element = await opened();
      const [capture] = all<HTMLElement & { reportValidity: () => boolean }>(element, 'c-call-capture');
      if (!capture) throw new Error('no capture panel');
      jest.spyOn(capture, 'reportValidity').mockReturnValue(true);
      capture.dispatchEvent(new CustomEvent('answer', { detail: { name: 'note', value: 'Call in May' } }));
      await offline(element);
      save.mockRejectedValueOnce(new TypeError('Failed to fetch'));
      capture.dispatchEvent(new CustomEvent('save'));
      await settle();
      expect(all(element, '.refusal').map((note) => note.textContent)).toEqual(['c.Script_Not_Saved_Lost']);
      save.mockResolvedValueOnce({ data: { uiapi: {} } });
      window.dispatchEvent(new CustomEvent('online'));
      await settle();
      expect(save).toHaveBeenCalledTimes(2);
      expect(all(element, '.saved')).toHaveLength(1);
      window.dispatchEvent(new CustomEvent('online'));
      await settle();
      expect(save).toHaveBeenCalledTimes(2);
    });
  });
});
