import type { LinkedItem } from 'c/timelineItem';
import { WHOLE_ACCOUNT, categoriesInOrder, groupItems } from '../timelineGroups';
import { linkedItems } from '../linkedItems';
import { memoryFromText } from '../timelineMemory';

const RANGE = { first: 0, last: 1000 };
const TODAY = 300;
const SHOW_ALL = { hidden: [], category: '' } as const;
const told = (key: string, category: string): Omit<LinkedItem, 'shape'> & { kind: 'contact' } => ({
  key,
  kind: 'contact',
  recordId: key,
  objectApiName: 'Task',
  category,
  categoryName: category.toUpperCase(),
  title: key,
  sentence: key,
  details: [],
  href: '',
});
const point = (key: string, category: string, day: number): LinkedItem => ({
  ...told(key, category),
  shape: 'point',
  day,
  mark: 'done',
  badge: '',
});
const contract = (key: string, category: string, decision: number | undefined, more: object = {}): LinkedItem => ({
  ...told(key, category),
  kind: 'competitor',
  shape: 'bar',
  from: 100,
  until: 900,
  renewedFrom: undefined,
  approachFrom: undefined,
  decision,
  isOver: false,
  ...more,
});
const undated = (key: string): LinkedItem => ({ ...told(key, 'gas'), shape: 'undated' });

describe('groups per product', () => {
  it('begin with the product whose notice must be given first, and end with the whole account', () => {
    const items = [
      point('p', '', 5),
      contract('late', 'internet', 200),
      contract('far', 'gas', 800),
      contract('near', 'mobile', 310),
      point('q', 'aaa', 5),
    ];
    expect(categoriesInOrder(items, TODAY).map(({ category }) => category)).toEqual(['mobile', 'gas', 'aaa', 'internet', '']);
    const over = [contract('over', 'gas', 310, { isOver: true }), contract('near', 'mobile', 400)];
    expect(categoriesInOrder(over, TODAY).map(({ category }) => category)).toEqual(['mobile', 'gas']);
  });

  it('hold what the filters let through, and count what they hide', () => {
    const items = [point('p', 'gas', 5), contract('c', 'gas', 310), contract('d', 'internet', 400), point('w', '', 7)];
    const content = groupItems(items, { hidden: ['contact'], category: '' }, RANGE, TODAY);
    expect(content.groups.map(({ category, items: shown }) => [category, shown.map(({ key }) => key)])).toEqual([
      ['gas', ['c']],
      ['internet', ['d']],
    ]);
    expect(content.counts).toMatchObject({ contact: 2, competitor: 2, stage: 0 });
    const whole = groupItems(items, { hidden: [], category: WHOLE_ACCOUNT }, RANGE, TODAY);
    expect(whole.groups.map(({ items: shown }) => shown.map(({ key }) => key))).toEqual([['w']]);
  });

  it('leave out what lies beyond the timeline and count it; what only reaches into it stays', () => {
    const items = [
      point('old', 'gas', -1),
      contract('in', 'gas', 310, { from: -500, until: 0 }),
      contract('out', 'gas', 310, { from: 1001, until: undefined }),
    ];
    const content = groupItems(items, SHOW_ALL, RANGE, TODAY);
    expect([content.groups[0]?.items.map(({ key }) => key), content.beyond]).toEqual([['in'], 2]);
  });

  it('keep what has no usable date apart', () => {
    const content = groupItems([undated('u')], SHOW_ALL, RANGE, TODAY);
    expect([content.groups, content.undated.map(({ key }) => key), content.beyond]).toEqual([[], ['u'], 0]);
  });
});

describe('addresses', () => {
  it('are asked once for each object', async () => {
    const asked: string[] = [];
    const addressOf = (id: string, object: string): Promise<string> => {
      asked.push(object);
      return Promise.resolve(`/lightning/r/${object}/${id}/view`);
    };
    const known = new Map<string, string>();
    const items = await linkedItems([point('a1', '', 1), point('a2', '', 2)], addressOf, known);
    expect(items.map(({ href }) => href)).toEqual(['/lightning/r/Task/a1/view', '/lightning/r/Task/a2/view']);
    await linkedItems([point('a3', '', 1)], addressOf, known);
    expect(asked).toEqual(['Task']);
  });
});

describe('memory', () => {
  it('keeps what still makes sense', () => {
    expect(memoryFromText('{"hidden":["stage","gone"],"category":"Gas","view":"list"}')).toEqual({
      hidden: ['stage'],
      category: 'Gas',
      view: 'list',
    });
  });
  it.each([null, '', 'no json', '[]', 'null', '{"hidden":"stage","category":3,"view":"map"}'])('starts anew from %s', (text) => {
    expect(memoryFromText(text)).toEqual({ hidden: [], category: '', view: undefined });
  });
});
