import { createElement } from 'lwc';
import DataCard from 'c/dataCard';

function show(more: Partial<Pick<DataCard, 'isLoading' | 'lines' | 'says' | 'noRefresh' | 'failure'>> = {}): HTMLElement {
  const element = createElement('c-data-card', { is: DataCard });
  Object.assign(element, { heading: 'Import runs', iconName: 'standard:event', ...more });
  document.body.appendChild(element);
  return element;
}
const part = <T extends HTMLElement>(element: HTMLElement, selector: string): T | null =>
  element.shadowRoot?.querySelector<T>(selector) ?? null;
type Button = HTMLElement & { alternativeText: string };

describe('c-data-card', () => {
  afterEach(() => document.body.replaceChildren());

  it('names its refresh button after itself, and tells when it is pressed', async () => {
    const element = show();
    const refreshed = jest.fn();
    element.addEventListener('refresh', refreshed);
    const button = part<Button>(element, 'lightning-button-icon');
    expect(button?.alternativeText).toBe('c.Card_Refresh_Named');
    button?.click();
    expect(refreshed).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('has no such button where reading again would disturb', () => {
    expect(part(show({ noRefresh: true }), 'lightning-button-icon')).toBeNull();
  });

  it('says that data are under way, and afterwards what its owner says of them', async () => {
    const element = show({ isLoading: true, lines: 5, says: '12 runs' });
    expect(part(element, '[role="status"]')?.textContent).toBe('c.Card_Loading');
    expect(part<HTMLElement & { lines: number }>(element, 'c-skeleton-lines')?.lines).toBe(5);
    Object.assign(element, { isLoading: false });
    await Promise.resolve();
    expect(part(element, '[role="status"]')?.textContent).toBe('12 runs');
    expect(part(element, 'c-skeleton-lines')).toBeNull();
  });

  it('says why there are no data, and the way to try again is a refresh', () => {
    const element = show({ failure: 'failed' });
    const refreshed = jest.fn();
    element.addEventListener('refresh', refreshed);
    const message = part<HTMLElement & { failure: string }>(element, 'c-state-message');
    expect(message?.failure).toBe('failed');
    message?.dispatchEvent(new CustomEvent('action'));
    expect(refreshed).toHaveBeenCalledTimes(1);
  });
});
