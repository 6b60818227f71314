import { createElement } from 'lwc';
import '@sa11y/jest';
import WorklistKeys from 'c/worklistKeys';
import { actionOfKey, bulkActionOfKey, rowAfterKey } from '../../worklistTable/rowKeys';
import { HELP } from '../keyLabels';

type Keys = HTMLElement & { toggle: () => void };

const settle = (): Promise<void> => Promise.resolve().then(() => Promise.resolve());
const help = (element: HTMLElement): HTMLElement | null | undefined => element.shadowRoot?.querySelector('.help');

async function render(): Promise<{ element: Keys; closed: Event[] }> {
  const element = createElement('c-worklist-keys', { is: WorklistKeys }) as unknown as Keys;
  const closed: Event[] = [];
  element.addEventListener('close', (event) => closed.push(event));
  document.body.append(element);
  await settle();
  return { element, closed };
}
afterEach(() => document.body.replaceChildren());

describe('c-worklist-keys', () => {
  it('shows the keys when it is asked to, and gives the keyboard back when it is closed', async () => {
    const { element, closed } = await render();
    expect(help(element)).toBeNull();
    await expect(element).toBeAccessible();
    element.toggle();
    await settle();
    expect(element.shadowRoot?.activeElement?.className).toContain('close');
    await expect(element).toBeAccessible();
    help(element)?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    await settle();
    expect(help(element)).toBeNull();
    expect(closed).toHaveLength(1);
  });

  it('tells of every key that does something in the list, and of no other', () => {
    const told = HELP.map(({ key }) => (key === 'Esc' ? 'Escape' : key));
    const isKnown = (key: string): boolean =>
      key === 'Enter' || Boolean(actionOfKey(key)) || Boolean(bulkActionOfKey(key)) || rowAfterKey(key, 0, 2) !== undefined;
    expect(told.filter((key) => !isKnown(key))).toEqual([]);
    const letters = 'abcdefghijklmnopqrstuvwxyz?'.split('').filter(isKnown);
    expect(letters.filter((key) => !told.includes(key as never))).toEqual([]);
  });
});
