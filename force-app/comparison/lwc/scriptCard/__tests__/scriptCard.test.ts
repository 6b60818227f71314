import { createElement } from 'lwc';
import '@sa11y/jest';
import type { CardContent, ScriptLine } from 'c/comparisonLines';
import ScriptCard from 'c/scriptCard';

type Card = HTMLElement & { content: CardContent; usedId?: string; withQuestions: boolean; press: (key: string) => boolean };
const line = (id: string, more: Partial<ScriptLine> = {}): ScriptLine => ({
  id,
  kind: 'Difference',
  topic: `Topic ${id}`,
  words: `Words ${id}`,
  ours: `Ours ${id}`,
  theirs: `Theirs ${id}`,
  objection: '',
  proof: 'Terms.',
  website: '',
  reason: '',
  ...more,
});
const CONTENT: CardContent = {
  opening: 'Say this',
  openingId: undefined,
  differences: [line('d1'), line('d2', { website: 'https://them.example' })],
  objections: ['o1', 'o2', 'o3', 'o4'].map((id) => line(id, { kind: 'Objection', objection: `Objection ${id}` })),
  internal: [line('i1')],
  withheld: [line('w1', { reason: 'Expired.' })],
  questions: ['Why?'],
};
async function render(properties: Partial<Card> = {}): Promise<Card> {
  const element = createElement('c-script-card', { is: ScriptCard }) as unknown as Card;
  Object.assign(element, { content: CONTENT, ...properties });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}
const all = (host: HTMLElement, css: string): HTMLElement[] => [...(host.shadowRoot?.querySelectorAll<HTMLElement>(css) ?? [])];

afterEach(() => document.body.replaceChildren());

describe('c-script-card', () => {
  it('shows what is said as buttons, and what is not said as plain text apart from it', async () => {
    const element = await render();
    expect(all(element, 'button.line').map((button) => button.dataset.id)).toEqual(['d1', 'd2', 'o1', 'o2', 'o3']);
    expect(all(element, '.internal')[0]?.textContent).toContain('Words i1');
    expect(all(element, '.withheld')[0]?.textContent).toContain('Expired.');
    expect(all(element, 'a').map((link) => link.getAttribute('href'))).toEqual(['https://them.example']);
    await expect(element).toBeAccessible();
  });

  it('marks a line by its number or by a click, never an internal one', async () => {
    const element = await render({ usedId: 'd1' });
    const used = jest.fn();
    element.addEventListener('use', (event) => used((event as CustomEvent).detail));
    expect([element.press('2'), element.press('3'), element.press('9')]).toEqual([true, true, false]);
    all(element, 'button.line')[0]?.click();
    expect(used.mock.calls.map(([detail]) => (detail as { id: string }).id)).toEqual(['d2', 'o1', 'd1']);
    expect(all(element, 'button[aria-pressed="true"]').map((button) => button.dataset.id)).toEqual(['d1']);
  });

  it('searches all objections while typing, and says when none is found', async () => {
    const element = await render();
    const type = async (value: string): Promise<void> => {
      all(element, '.search')[0]?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
      await Promise.resolve();
    };
    await type('objection o4');
    expect(all(element, 'ul.lines button').map((button) => button.dataset.id)).toEqual(['o4']);
    await type('nothing like it');
    expect(all(element, '[role="status"]')[0]?.textContent).toBe('c.Script_No_Objection');
    await expect(element).toBeAccessible();
  });

  it('shows the questions where nothing is captured, and says when no difference may be named', async () => {
    const element = await render({
      withQuestions: true,
      content: { ...CONTENT, differences: [], objections: [], internal: [], withheld: [] },
    });
    expect(all(element, '.questions li').map((item) => item.textContent)).toEqual(['Why?']);
    expect(all(element, 'button.line')).toEqual([]);
    expect(element.shadowRoot?.textContent).toContain('c.Script_No_Differences');
    await expect(element).toBeAccessible();
  });
});
