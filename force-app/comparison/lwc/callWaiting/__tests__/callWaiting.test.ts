import { createElement } from 'lwc';
import CallWaiting, { type SendWaiting, type WaitingCall } from 'c/callWaiting';
import USER_ID from '@salesforce/user/Id';
import { dropWaiting, keepWaiting, waitingCalls } from '../waitingCalls';

const call = (key: string, name = 'Bakkerij Jansen'): WaitingCall => ({
  key,
  account: { id: '0010L0000000001SAA', name },
  at: '2026-11-22T10:00:00Z',
  content: { note: key },
});
const LOST = { text: 'no connection', isLost: true };

const settle = (): Promise<void> => new Promise((done) => setTimeout(done));

type Part = HTMLElement & { send: SendWaiting; shownKey: string; holds: (key: string) => boolean; attempt: () => Promise<void> };

async function render(send: SendWaiting, shownKey = ''): Promise<{ element: Part; sent: unknown[] }> {
  const element = createElement('c-call-waiting', { is: CallWaiting }) as unknown as Part;
  const sent: unknown[] = [];
  element.addEventListener('sent', (event) => sent.push((event as CustomEvent).detail));
  Object.assign(element, { send, shownKey });
  document.body.append(element);
  await settle();
  return { element, sent };
}

const texts = (element: HTMLElement, selector: string): (string | null)[] =>
  [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map((one) => one.textContent);
const button = (element: HTMLElement, label: string): HTMLElement | undefined =>
  [...(element.shadowRoot?.querySelectorAll<HTMLElement & { label: string }>('lightning-button') ?? [])].find((one) => one.label === label);

beforeEach(() => window.localStorage.clear());
afterEach(() => document.body.replaceChildren());

describe('c-call-waiting', () => {
  it('sends what waited when it opens, tells so, and leaves nothing of it in the browser', async () => {
    keepWaiting(window.localStorage, USER_ID, call('one'));
    keepWaiting(window.localStorage, USER_ID, call('two'));
    const send = jest.fn<ReturnType<SendWaiting>, [WaitingCall]>().mockResolvedValue(undefined);
    const { element, sent } = await render(send);
    expect(send.mock.calls.map(([{ key }]) => key)).toEqual(['one', 'two']);
    expect(sent).toEqual(['one', 'two']);
    expect(texts(element, '.note_sent')).toEqual(['c.Script_Waiting_Sent']);
    expect(window.localStorage).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('keeps what the connection is lost for, and sends it when there is one again', async () => {
    keepWaiting(window.localStorage, USER_ID, call('one'));
    keepWaiting(window.localStorage, USER_ID, call('two'));
    const send = jest.fn<ReturnType<SendWaiting>, [WaitingCall]>().mockResolvedValueOnce(LOST);
    const { element } = await render(send);
    expect(send).toHaveBeenCalledTimes(1);
    expect(texts(element, '.note p')).toEqual(['c.Script_Waiting', 'c.Script_Waiting']);
    await expect(element).toBeAccessible();
    send.mockResolvedValue(undefined);
    window.dispatchEvent(new CustomEvent('online'));
    await settle();
    expect(send).toHaveBeenCalledTimes(3);
    expect(window.localStorage).toHaveLength(0);
  });

  it('tells why the org refused a call, with the way to its account, and sends the others', async () => {
    keepWaiting(window.localStorage, USER_ID, call('one'));
    keepWaiting(window.localStorage, USER_ID, call('two'));
    const { element, sent } = await render(({ key }) => Promise.resolve(key === 'one' ? { text: 'too long', isLost: false } : undefined));
    expect(sent).toEqual(['two']);
    expect(texts(element, '.note:not(.note_sent) p')).toEqual(['c.Script_Waiting_Refused']);
    expect(element.shadowRoot?.querySelector<HTMLElement & { recordId: string }>('c-record-link')?.recordId).toBe('0010L0000000001SAA');
    expect(waitingCalls(window.localStorage, USER_ID).map(({ key }) => key)).toEqual(['one']);
  });

  it('asks before answers are discarded', async () => {
    keepWaiting(window.localStorage, USER_ID, call('one'));
    const { element } = await render(() => Promise.resolve(LOST));
    button(element, 'c.Script_Waiting_Discard')?.click();
    await settle();
    expect(texts(element, '.sure')).toEqual(['c.Script_Waiting_Sure']);
    expect(element.holds('one')).toBe(true);
    button(element, 'c.Script_Waiting_Discard')?.click();
    await settle();
    expect(element.holds('one')).toBe(false);
    expect(window.localStorage).toHaveLength(0);
  });

  it('leaves the call whose answers stand on the page to the page', async () => {
    keepWaiting(window.localStorage, USER_ID, call('one'));
    const { element } = await render(() => Promise.resolve(LOST), 'one');
    expect(texts(element, '.note')).toEqual([]);
  });
});

describe('the calls that wait', () => {
  it('are those of one user, the last version of each, and gone with the last', () => {
    keepWaiting(window.localStorage, 'u1', call('one'));
    keepWaiting(window.localStorage, 'u1', { ...call('one'), content: { note: 'changed' } });
    expect(waitingCalls(window.localStorage, 'u1').map(({ content }) => content)).toEqual([{ note: 'changed' }]);
    expect(waitingCalls(window.localStorage, 'u2')).toEqual([]);
    dropWaiting(window.localStorage, 'u1', 'another');
    expect(window.localStorage).toHaveLength(1);
    dropWaiting(window.localStorage, 'u1', 'one');
    expect(window.localStorage).toHaveLength(0);
  });

  it('are none where they cannot be read, and stop nobody where they cannot be kept', () => {
    for (const broken of ['{', '{}', '[1, null, {"key": "one"}]']) {
      window.localStorage.setItem('comparisonScript.waiting.u1', broken);
      expect(waitingCalls(window.localStorage, 'u1')).toEqual([]);
    }
    const full = {
      ...window.localStorage,
      getItem: () => null,
      removeItem: () => undefined,
      setItem: () => {
        throw new Error('quota');
      },
    };
    expect(() => keepWaiting(full, 'u1', call('one'))).not.toThrow();
  });
});
