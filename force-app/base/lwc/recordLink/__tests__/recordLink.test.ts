import { createElement } from 'lwc';
import '@sa11y/jest';
import RecordLink from 'c/recordLink';

const settle = (turns = 5): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));

afterEach(() => document.body.replaceChildren());

describe('c-record-link', () => {
  it('is an address, and opens the record inside Lightning on a plain click only', async () => {
    const element = createElement('c-record-link', { is: RecordLink });
    Object.assign(element, { recordId: '001000000000001AAA', objectApiName: 'Account', label: 'Bakkerij Jansen' });
    document.body.appendChild(element);
    await settle();
    const link = element.shadowRoot?.querySelector('a');
    expect(link?.textContent).toBe('Bakkerij Jansen');
    expect(link?.getAttribute('href')).toBeTruthy();
    const opensInside = (keys: object): boolean => {
      const click = new MouseEvent('click', { cancelable: true, ...keys });
      link?.dispatchEvent(click);
      return click.defaultPrevented;
    };
    expect(opensInside({})).toBe(true);
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey']) expect(opensInside({ [key]: true })).toBe(false);
    expect(opensInside({ button: 1 })).toBe(false);
    await expect(element).toBeAccessible();
  });
});
