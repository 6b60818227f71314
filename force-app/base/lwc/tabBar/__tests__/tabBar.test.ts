import { createElement } from 'lwc';
import TabBar from 'c/tabBar';

const TABS = [
  { name: 'one', label: 'One' },
  { name: 'two', label: 'Two' },
  { name: 'three', label: 'Three' },
];

function render(): { readonly element: HTMLElement; readonly chosen: jest.Mock; readonly tabs: readonly HTMLElement[] } {
  const element = createElement('c-tab-bar', { is: TabBar });
  Object.assign(element, { tabs: TABS, active: 'one', label: 'Parts' });
  const chosen = jest.fn();
  element.addEventListener('choose', (event) => chosen((event as CustomEvent<string>).detail));
  document.body.appendChild(element);
  return { element, chosen, tabs: [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])] };
}
afterEach(() => document.body.replaceChildren());

describe('c-tab-bar', () => {
  it('has one stop for the keyboard, at the open tab', async () => {
    const { element, tabs } = render();
    expect(tabs.map((tab) => [tab.getAttribute('aria-selected'), tab.tabIndex])).toEqual([
      ['true', 0],
      ['false', -1],
      ['false', -1],
    ]);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['ArrowRight', 0, 'two'],
    ['ArrowLeft', 0, 'three'],
    ['End', 0, 'three'],
    ['Home', 2, 'one'],
  ])('%s from tab %i opens %s', (key, from, name) => {
    const { chosen, tabs } = render();
    tabs[from]?.dispatchEvent(new KeyboardEvent('keydown', { key }));
    expect(chosen).toHaveBeenCalledWith(name);
  });

  it('opens what is pressed, and leaves other keys alone', () => {
    const { chosen, tabs } = render();
    tabs[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    expect(chosen).not.toHaveBeenCalled();
    tabs[1]?.click();
    expect(chosen).toHaveBeenCalledWith('two');
  });
});
