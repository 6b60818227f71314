import { createElement } from 'lwc';
import '@sa11y/jest';
import AccountSearch from 'c/accountSearch';
import { graphql } from 'lightning/graphql';

interface Config {
  readonly variables?: object;
}
interface TestWire {
  emit(value: unknown, filter?: (config: Config) => boolean): void;
  emitErrors(errors: readonly { message: string }[]): void;
}
const graphqlWire = graphql as unknown as TestWire;
const settle = (turns = 6): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const answer = (...names: readonly string[]): object => ({
  uiapi: { query: { Account: { edges: names.map((name) => ({ node: { Id: name, Name: { value: name } } })) } } },
});
const asked = (): object | undefined => {
  const found: Config[] = [];
  graphqlWire.emit(undefined, (config) => found.push(config) < 0);
  return found.at(-1)?.variables;
};

async function render(): Promise<HTMLElement> {
  const element = createElement('c-account-search', { is: AccountSearch });
  Object.assign(element, { label: 'Account' });
  document.body.appendChild(element);
  await settle();
  return element;
}
const all = (host: HTMLElement, css: string): HTMLElement[] => [...(host.shadowRoot?.querySelectorAll<HTMLElement>(css) ?? [])];
async function type(host: HTMLElement, text: string): Promise<void> {
  all(host, 'lightning-input')[0]?.dispatchEvent(new CustomEvent('change', { detail: { value: text } }));
  jest.runOnlyPendingTimers();
  await settle();
}

beforeEach(() => jest.useFakeTimers({ doNotFake: ['queueMicrotask'] }));
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-account-search', () => {
  it('asks for what is typed as text, and tells which account is chosen', async () => {
    const element = await render();
    const chosen = jest.fn();
    element.addEventListener('choose', (event) => chosen((event as CustomEvent<object>).detail));
    await type(element, '100%');
    expect(asked()).toEqual({ where: { Name: { like: '%100\\%%' } }, first: 8 });
    graphqlWire.emit(answer('100% Brood', '100% Gas'));
    await settle();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
    all(element, 'button')[1]?.click();
    expect(chosen).toHaveBeenCalledWith({ id: '100% Gas', name: '100% Gas' });
  });

  it('says that nothing was found, and that the search failed', async () => {
    const element = await render();
    await type(element, 'zz');
    graphqlWire.emit(answer());
    await settle();
    expect(all(element, '.status')[0]?.textContent).toBe('c.Account_Search_None_Found');
    graphqlWire.emitErrors([{ message: 'socket hang up' }]);
    await settle();
    expect(all(element, '.status')[0]?.textContent).toBe('c.Account_Search_Failed');
  });
});
