import type { LinkedItem } from 'c/timelineItem';
import { listParts, rowOf } from '../listRows';

const TODAY = 300;
const base = {
  recordId: 'r',
  objectApiName: 'Task',
  category: '',
  categoryName: '',
  title: 't',
  sentence: 's',
  details: ['one', 'two'],
  href: '/r',
} as const;
const point = (key: string, day: number): LinkedItem => ({ ...base, key, kind: 'contact', shape: 'point', day, mark: 'done', badge: '' });
const bar = (key: string, more: object): LinkedItem => ({
  ...base,
  key,
  kind: 'own',
  shape: 'bar',
  from: 100,
  until: 500,
  renewedFrom: undefined,
  approachFrom: undefined,
  decision: undefined,
  isOver: false,
  ...more,
});
const undated: LinkedItem = { ...base, key: 'u', kind: 'exit', shape: 'undated' };
const words = { kindOf: ({ kind }: LinkedItem): string => kind, written: (day: number): string => `day ${day}` };

describe('the rows of the list', () => {
  it('tell first what comes, nearest first, then what was, latest first', () => {
    const { coming, past } = listParts([point('a', 10), point('b', 400), point('c', 299), point('d', 300)], TODAY);
    expect(coming.map(({ key }) => key)).toEqual(['d', 'b']);
    expect(past.map(({ key }) => key)).toEqual(['c', 'a']);
  });

  it('take the day of a contract that matters: notice ahead, else its end, else its beginning', () => {
    const date = (more: object): string => rowOf(bar('b', more), TODAY, words).date;
    expect(date({ decision: 450 })).toBe('day 450');
    expect(date({ decision: 250 })).toBe('day 500');
    expect(date({ until: undefined })).toBe('day 100');
  });

  it('say what an item is by shape and word, and leave the date out where there is none', () => {
    expect(rowOf(undated, TODAY, words)).toMatchObject({ date: '', kind: 'exit', iconClass: 'icon icon_exit', details: 'one · two' });
    expect(rowOf(point('a', 10), TODAY, words)).toMatchObject({ date: 'day 10', iconClass: 'icon icon_done' });
  });
});
