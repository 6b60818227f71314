import { createElement } from 'lwc';
import StateMessage, { type StateKind } from 'c/stateMessage';

function show(kind: StateKind, more: Partial<Pick<StateMessage, 'headline' | 'text' | 'actionLabel' | 'failure'>> = {}): HTMLElement {
  const element = createElement('c-state-message', { is: StateMessage });
  Object.assign(element, { kind, ...more });
  document.body.appendChild(element);
  return element;
}
const part = (element: HTMLElement, selector: string): Element | null => element.shadowRoot?.querySelector(selector) ?? null;

describe('c-state-message', () => {
  afterEach(() => document.body.replaceChildren());

  it('says nothing is there in the words it is given, calmly and without a button', async () => {
    const element = show('empty', { headline: 'No open loops', text: 'Every low score was called.' });
    expect(part(element, '[role="status"]')?.textContent).toContain('No open loops');
    expect(part(element, 'lightning-button')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('has its own words and a button for errors, and tells when that is pressed', async () => {
    const element = show('error');
    const pressed = jest.fn();
    element.addEventListener('action', pressed);
    expect(part(element, '[role="alert"]')?.textContent).toContain('State_Error_Title');
    part(element, 'lightning-button')?.dispatchEvent(new CustomEvent('click'));
    expect(pressed).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['failed', 'State_Error_Title', true],
    ['no-permission', 'State_No_Permission_Title', false],
  ] as const)('is told of a %s by the reason alone', (failure, title, hasButton) => {
    const element = show('info', { failure });
    expect(part(element, '[role="alert"]')?.textContent).toContain(title);
    expect(part(element, 'lightning-button') !== null).toBe(hasButton);
  });

  it('says that there is no connection, and asks again by itself when it is back', () => {
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const element = show('error', { headline: 'The contracts could not be loaded' });
    const asked = jest.fn();
    element.addEventListener('action', asked);
    expect(part(element, '[role="alert"]')?.textContent).toContain('State_Offline_Text');
    online.mockReturnValue(true);
    window.dispatchEvent(new CustomEvent('online'));
    expect(asked).toHaveBeenCalledTimes(1);
    element.remove();
    window.dispatchEvent(new CustomEvent('online'));
    expect(asked).toHaveBeenCalledTimes(1);
    online.mockRestore();
  });

  it('says who can help when something may not be seen', async () => {
    const element = show('no-permission');
    expect(part(element, '[role="alert"]')?.textContent).toContain('State_No_Permission_Text');
    expect(part(element, 'lightning-button')).toBeNull();
    await expect(element).toBeAccessible();
  });
});
