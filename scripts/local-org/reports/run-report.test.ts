// How rows become groups and facts: periods, order, sums over groups, formulas, and the SOQL that is asked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupTree, keysOf } from './group-tree.ts';
import { periodOf, selectGroup } from './group-values.ts';
import { addTallies, aggregateValue, EMPTY, type Tally } from './leaf-rows.ts';
import { whereClause } from './report-conditions.ts';
import type { Aggregate, Grouping, Report, ReportColumn, ReportFilter } from './report-definition.ts';
import { compileSummaryFormula } from './summary-formula.ts';
import { timeFrameConditions } from './time-frames.ts';

const column = (field: string, type: ReportColumn['type'], more: Partial<ReportColumn> = {}): ReportColumn => ({
  code: `Thing__c$${field}`,
  path: field,
  object: 'Thing__c',
  field,
  type,
  isCheckedByDefault: true,
  ...more,
});
const by = (of: ReportColumn, granularity: Grouping['granularity'] = 'Day'): Grouping => ({ column: of, granularity, order: 'Asc' });

test('a day falls in its day, its week from Monday, its month, quarter and year', () => {
  assert.deepEqual(
    (['Day', 'Week', 'Month', 'Quarter', 'Year'] as const).map((granularity) => periodOf('2026-11-22', granularity)),
    [
      { value: '2026-11-22', until: '2026-11-22' },
      { value: '2026-11-16', until: '2026-11-22' },
      { value: '2026-11-01', until: '2026-11-30' },
      { value: '2026-10-01', until: '2026-12-31' },
      { value: '2026-01-01', until: '2026-12-31' },
    ],
  );
  assert.deepEqual(periodOf('2024-02-29', 'Month'), { value: '2024-02-01', until: '2024-02-29' });
});

test('periods are grouped by SOQL and read back as the same periods', () => {
  const month = selectGroup(by(column('Due__c', 'date'), 'Month'), 0);
  assert.deepEqual(month.grouped, ['CALENDAR_YEAR(Due__c)', 'CALENDAR_MONTH(Due__c)']);
  assert.deepEqual(month.read({ g0_0: 2026, g0_1: 11 }), periodOf('2026-11-22', 'Month'));
  assert.deepEqual(month.read({ g0_0: null, g0_1: null }), { value: null });
  const quarter = selectGroup(by(column('Done_At__c', 'datetime'), 'Quarter'), 1);
  assert.deepEqual(quarter.grouped, ['CALENDAR_YEAR(convertTimezone(Done_At__c))', 'CALENDAR_QUARTER(convertTimezone(Done_At__c))']);
  assert.deepEqual(quarter.read({ g1_0: 2026, g1_1: 4 }), periodOf('2026-11-22', 'Quarter'));
  assert.deepEqual(selectGroup(by(column('Done_At__c', 'datetime'), 'Week'), 0).grouped, ['DAY_ONLY(convertTimezone(Done_At__c))']);
});

const tally = (rows: number, sum: number): Tally => ({
  rows,
  columns: new Map([['Thing__c$Amount__c', { count: rows, sum, lowest: sum / rows, highest: sum / rows }]]),
});
const amount = (summary: 'Sum' | 'Average' | 'Minimum' | 'Maximum'): Aggregate => ({
  kind: 'summary',
  column: column('Amount__c', 'currency'),
  summary,
});

test('averages are those of all rows, not of the groups', () => {
  const both = addTallies(tally(1, 10), tally(3, 90));
  const value = (aggregate: Aggregate): number | null => aggregateValue(aggregate, both, new Map());
  assert.deepEqual([value(amount('Sum')), value(amount('Average')), value(amount('Minimum')), value(amount('Maximum'))], [100, 25, 10, 30]);
  assert.equal(aggregateValue(amount('Average'), EMPTY, new Map()), null);
  assert.equal(aggregateValue(amount('Sum'), EMPTY, new Map()), 0);
});

test('groups stand in the order of their values, or of an aggregate; blanks first', () => {
  const names = {
    label: ({ value }: { readonly value: string | null }) => value ?? '-',
    compare: (one: { readonly value: string | null }, other: { readonly value: string | null }) =>
      (one.value ?? '') < (other.value ?? '') ? -1 : 1,
  };
  const rows = (['b', 'a', null, 'b'] as const).map((value, at): [[{ value: string | null }], Tally] => [[{ value }], tally(1, at)]);
  const labels = (grouping: Grouping): readonly string[] =>
    groupTree(rows, [grouping], names, new Map()).map(({ key, label }) => `${key} ${label}`);
  const text = by(column('Name', 'string'));
  assert.deepEqual(labels(text), ['0 -', '1 a', '2 b']);
  assert.deepEqual(labels({ ...text, order: 'Desc' }), ['0 b', '1 a', '2 -']);
  assert.deepEqual(labels({ ...text, order: 'Desc', sortedBy: { kind: 'count' } }), ['0 b', '1 -', '2 a']);
  assert.deepEqual(keysOf(groupTree(rows, [text], names, new Map()), [{ value: 'a' }]), ['T', '1']);
});

test('a formula reckons with sums and the row count; without rows it is nothing, not a failure', () => {
  const type = {
    name: 'Things__c',
    label: '',
    object: 'Thing__c',
    sections: [],
    column: (code: string) => (code === 'Thing__c$Amount__c' ? column('Amount__c', 'currency') : undefined),
  };
  const formula = { name: 'FORMULA1', label: 'Share', source: 'Thing__c.Amount__c:SUM / RowCount', type: 'number' as const, scale: 1 };
  const compiled = compileSummaryFormula(formula, type);
  assert.deepEqual(
    compiled.inputs.map(({ summary }) => summary),
    ['Sum'],
  );
  assert.equal(compiled.evaluate([10], 4), 2.5);
  assert.equal(compiled.evaluate([0], 0), null);
  assert.throws(() => compileSummaryFormula({ ...formula, source: 'Thing__c.Other__c:SUM' }, type), /Thing__c\.Other__c:SUM/);
});

const where = (filters: readonly ReportFilter[], logic?: string): string =>
  whereClause({ filters, logic, timeFrame: undefined, conditions: [], scope: 'organization' } as unknown as Report, '005');

test('filters become a SOQL condition, values quoted', () => {
  const name = column('Name', 'string');
  const owner = column('Provider__c', 'reference', { referenceTo: 'Competitor__c' });
  assert.equal(where([{ column: name, operator: 'equals', value: "O'Neil, Smit" }]), " WHERE (Name IN ('O\\'Neil', 'Smit'))");
  assert.equal(where([{ column: name, operator: 'contains', value: '50%' }]), " WHERE (Name LIKE '%50\\%%')");
  assert.equal(where([{ column: name, operator: 'notEqual', value: '' }]), ' WHERE (Name != null)');
  assert.equal(where([{ column: owner, operator: 'equals', value: 'Noord' }]), " WHERE (Provider__r.Name = 'Noord')");
  assert.equal(where([{ column: column('Is_Open__c', 'boolean'), operator: 'equals', value: '1' }]), ' WHERE (Is_Open__c = true)');
  const due = { column: column('Due__c', 'date'), operator: 'lessOrEqual', value: 'NEXT_N_DAYS:30' } as const;
  assert.equal(
    where([{ column: name, operator: 'startsWith', value: 'A' }, due], '1 OR NOT 2'),
    " WHERE ((Name LIKE 'A%') OR NOT (Due__c <= NEXT_N_DAYS:30))",
  );
  assert.throws(() => where([{ column: column('Amount__c', 'currency'), operator: 'greaterThan', value: 'EUR 5' }]), /the number EUR 5/);
});

test('time frames are days in SOQL; a frame without days holds every row', () => {
  assert.deepEqual(timeFrameConditions({ interval: 'INTERVAL_LAST30' }, 'Due__c', false), ['Due__c >= LAST_N_DAYS:30', 'Due__c <= TODAY']);
  assert.deepEqual(timeFrameConditions({ interval: 'INTERVAL_CUSTOM' }, 'Due__c', false), []);
  assert.deepEqual(timeFrameConditions({ interval: 'INTERVAL_CUSTOM', from: '2026-01-01' }, 'Done_At__c', true), [
    'DAY_ONLY(convertTimezone(Done_At__c)) >= 2026-01-01',
  ]);
});
