import { createElement } from 'lwc';
import '@sa11y/jest';
import DayText from 'c/dayText';

async function rendered(text: string | undefined): Promise<HTMLElement> {
  const element = createElement('c-day-text', { is: DayText });
  Object.assign(element, { text });
  document.body.append(element);
  await Promise.resolve();
  return element;
}
const kept = (element: HTMLElement): (string | null)[] =>
  [...element.querySelectorAll('span')].filter((part) => part.style.whiteSpace === 'nowrap').map(({ textContent }) => textContent);

afterEach(() => document.body.replaceChildren());

describe('c-day-text', () => {
  it('keeps the days of a sentence in one piece, and every word', async () => {
    const sentence = 'Ends 31-12-2026: give notice by 11/30/2026 (2 months, contract 2026-01).';
    const element = await rendered(sentence);
    expect(element.textContent).toBe(sentence);
    expect(kept(element)).toEqual(['31-12-2026', '11/30/2026']);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['', ''],
    [undefined, ''],
    ['31-12-2026', '31-12-2026'],
    ['no day at all', 'no day at all'],
  ])('shows %s', async (text, shown) => {
    expect((await rendered(text)).textContent).toBe(shown);
  });
});
