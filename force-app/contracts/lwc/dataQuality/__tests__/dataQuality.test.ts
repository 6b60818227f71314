import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement } from 'lwc';
import DataQuality from 'c/dataQuality';
import { graphql } from 'lightning/graphql';
import { GAPS, RUNNING } from '../dataGaps';

// sfdx-lwc-jest replaces wire adapters by test doubles, which the platform's types do not know
interface TestWire {
  emit(value: unknown): void;
  emitErrors(errors: readonly { message: string }[]): void;
}
const graphqlWire = graphql as unknown as TestWire;
const settle = (turns = 8): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));

async function render(counts?: Readonly<Record<string, number>>): Promise<HTMLElement> {
  const element = createElement('c-data-quality', { is: DataQuality });
  document.body.appendChild(element);
  await settle();
  if (counts) {
    const query = Object.fromEntries(Object.entries(counts).map(([name, totalCount]) => [name, { totalCount }]));
    graphqlWire.emit({ uiapi: { query } });
    await settle();
  }
  return element;
}
const textOf = (element: HTMLElement, selector: string): readonly string[] =>
  [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent?.trim() ?? '');

const ALL = { ...Object.fromEntries(GAPS.map(({ name }, place) => [name, place * 10])), [RUNNING]: 1000 };

describe('c-data-quality', () => {
  afterEach(() => document.body.replaceChildren());

  it('counts every gap, with what to do where something is missing and nothing to open where nothing is', async () => {
    const element = await render(ALL);
    expect(textOf(element, '.gap__count')).toEqual(['0', '10', '20', '30', '40', '50']);
    expect(textOf(element, 'a.gap__count')).toHaveLength(5);
    expect(textOf(element, '.gap__step')[0]).toBe('c.Quality_Complete');
    expect(textOf(element, '.gap__step')[1]).toBe('c.Quality_No_Date_Step');
    await expect(element).toBeAccessible();
  });

  it('leads to lists of the package that filter on the fields it counts by', () => {
    for (const { objectApiName, list, where } of GAPS) {
      const file = join('force-app/contracts/objects', objectApiName, 'listViews', `${list}.listView-meta.xml`);
      const filtered = [...readFileSync(file, 'utf8').matchAll(/<field>(\w+)</g)].map(([, field]) => field);
      const counted = [...JSON.stringify(where).matchAll(/"(\w+__c)":/g)].map(([, field]) => field);
      expect([list, new Set(filtered)]).toEqual([list, new Set(counted)]);
    }
  });

  it('leaves out what the user may not see', async () => {
    const element = await render({ noDate: 3, [RUNNING]: 1000 });
    expect(textOf(element, '.gap__label')).toEqual(['c.Quality_No_Date']);
  });

  it('shows grey lines until the org has answered, and says when it does not', async () => {
    const element = await render();
    const card = element.shadowRoot?.querySelector('c-data-card') as unknown as { isLoading: boolean; failure: unknown };
    expect(card.isLoading).toBe(true);
    graphqlWire.emitErrors([{ message: 'down' }]);
    await settle();
    expect([card.isLoading, card.failure]).toEqual([false, 'failed']);
    expect(textOf(element, '.gap')).toEqual([]);
    await expect(element).toBeAccessible();
  });
});
