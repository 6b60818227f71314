import { stageBands } from '../stageBands';
import { SETTING, day, told, value } from './testSetting';

const position = (more: object = {}): Parameters<typeof stageBands>[0][number] => ({
  Id: 'p1',
  Product_Category__c: value('Gas'),
  Lifecycle_Stage__c: value('s2'),
  Since_Date__c: value('2026-06-01'),
  Reason__c: value('why'),
  ...more,
});
const move = (id: string, to: string, at: string | null, more: object = {}): Parameters<typeof stageBands>[1][number] => ({
  Id: id,
  Lifecycle_Position__c: value('p1'),
  To_Stage__c: value(to),
  Occurred_At__c: value(at),
  ...more,
});

describe('stages', () => {
  it('last from one move to the next; the present one has no end', () => {
    const bands = stageBands([position()], [move('t2', 's2', '2026-06-01T10:00:00Z'), move('t1', 's1', '2026-01-10T10:00:00Z')], SETTING);
    expect(bands).toMatchObject([
      { shape: 'band', key: 't1', from: day('2026-01-10'), until: day('2026-05-31'), title: 'stage s1', tone: 1 },
      { shape: 'band', key: 't2', from: day('2026-06-01'), until: undefined, title: 'stage s2', tone: 2 },
    ]);
    expect(bands.map(({ sentence }) => told(sentence))).toEqual([
      'stageFromUntil Gas stage s1 2026-01-10 2026-05-31',
      'stageSince Gas stage s2 2026-06-01',
    ]);
  });

  it('of a position that was made later begin on the day that the position brings', () => {
    const [band] = stageBands(
      [position()],
      [move('t1', 's2', '2026-11-22T10:00:00Z', { Actor__r: { Id: 'u', Name: value('Ada') } })],
      SETTING,
    );
    expect(band).toMatchObject({ key: 't1', from: day('2026-06-01') });
    expect(band?.details.map(told)).toEqual(['changedBy Ada']);
  });

  it('are told by the position itself when no move tells them', () => {
    expect(stageBands([position()], [], SETTING)).toMatchObject([
      { key: 'p1', objectApiName: 'Lifecycle_Position__c', from: day('2026-06-01'), until: undefined, details: ['why'] },
    ]);
    const later = stageBands([position()], [move('t1', 's1', '2026-01-10T10:00:00Z')], SETTING);
    expect(later).toMatchObject([{ key: 't1', until: day('2026-05-31') }, { key: 'p1' }]);
  });

  it('that changed twice on one day keep that day', () => {
    const bands = stageBands([position()], [move('t1', 's1', '2026-06-01T08:00:00Z'), move('t2', 's2', '2026-06-01T10:00:00Z')], SETTING);
    expect(bands).toMatchObject([
      { from: day('2026-06-01'), until: day('2026-06-01') },
      { from: day('2026-06-01'), until: undefined },
    ]);
  });

  it('with a broken or missing moment stand among those without a usable date', () => {
    const items = stageBands(
      [position()],
      [move('t1', 's1', 'yesterday'), move('t2', 's2', null), move('t3', 's2', '2026-06-01T10:00:00Z')],
      SETTING,
    );
    expect(items.map(({ key, shape, sentence }) => [key, shape, told(sentence)])).toEqual([
      ['t3', 'band', 'stageSince Gas stage s2 2026-06-01'],
      ['t1', 'undated', 'dateBroken stage s1 yesterday'],
      ['t2', 'undated', 'dateMissing stage s2'],
    ]);
    expect(stageBands([position({ Since_Date__c: value('0001-01-01') })], [], SETTING)[0]).toMatchObject({ shape: 'undated' });
  });

  it('of other positions stay with those', () => {
    const other = move('t9', 's1', '2026-01-10T10:00:00Z', { Lifecycle_Position__c: value('p2') });
    expect(stageBands([position(), position({ Id: 'p2', Product_Category__c: value('Internet') })], [other], SETTING)).toMatchObject([
      { key: 'p1', category: 'Gas' },
      { key: 't9', category: 'Internet' },
      { key: 'p2', category: 'Internet' },
    ]);
    expect(stageBands([position({ Lifecycle_Stage__c: value(null) })], [], SETTING)).toEqual([]);
  });
});
