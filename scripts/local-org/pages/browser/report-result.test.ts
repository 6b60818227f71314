import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arcsOf, fitsIn, largestOf, linePoints, shareOf } from './chart-shapes.ts';
import {
  chartData,
  detailTable,
  matrixColumns,
  matrixLines,
  summaryLines,
  totalLine,
  type ReportGroup,
  type ReportResult,
} from './report-result.ts';

const group = (key: string, label: string, groupings: readonly ReportGroup[] = []): ReportGroup => ({
  key,
  label,
  value: label,
  groupings,
});
const fact = (count: number, sum: number, rows: readonly string[] = []): ReportResult['factMap'][string] => ({
  aggregates: [
    { label: `€${sum}`, value: sum },
    { label: String(count), value: count },
  ],
  rows: rows.map((name) => ({ dataCells: [{ label: name, value: name }] })),
});

/** Gas and Internet (with two providers) by two months. */
const RESULT: ReportResult = {
  allData: true,
  groupingsDown: { groupings: [group('0', 'Gas'), group('1', 'Internet', [group('1_0', 'Noord'), group('1_1', 'Zuid')])] },
  groupingsAcross: { groupings: [group('0', 'May'), group('1', 'June')] },
  factMap: {
    '0!0': fact(1, 10, ['CC-1']),
    '0!1': fact(0, 0),
    '0!T': fact(1, 10),
    '1!0': fact(1, 20),
    '1!1': fact(2, 50),
    '1!T': fact(3, 70),
    '1_0!0': fact(1, 20, ['CC-2']),
    '1_0!1': fact(0, 0),
    '1_0!T': fact(1, 20),
    '1_1!0': fact(0, 0),
    '1_1!1': fact(2, 50, ['CC-3', 'CC-4']),
    '1_1!T': fact(2, 50),
    'T!0': fact(2, 30),
    'T!1': fact(2, 50),
    'T!T': fact(4, 80),
  },
  reportMetadata: {
    id: '00O',
    name: 'Contracts',
    description: null,
    reportFormat: 'MATRIX',
    aggregates: ['s!Value', 'RowCount'],
    detailColumns: ['Name'],
    hasDetailRows: true,
    groupingsDown: [{ name: 'Category' }, { name: 'Provider' }],
    groupingsAcross: [{ name: 'Month' }],
    chart: null,
  },
  reportExtendedMetadata: {
    aggregateColumnInfo: {},
    detailColumnInfo: { Name: { label: 'Contract', dataType: 'string' } },
    groupingColumnInfo: {},
  },
};

const told = (
  lines: readonly { readonly label: string; readonly level: number; readonly numbers: readonly { readonly text: string }[] }[],
): readonly string[] =>
  lines.map(({ label, level, numbers }) => `${'  '.repeat(level)}${label}: ${numbers.map(({ text }) => text).join(' | ')}`);

test('a summary has a line for each group and its subgroups, with every aggregate', () => {
  assert.deepEqual(told([...summaryLines(RESULT), totalLine(RESULT, 'Total')]), [
    'Gas: €10 | 1',
    'Internet: €70 | 3',
    '  Noord: €20 | 1',
    '  Zuid: €50 | 2',
    'Total: €80 | 4',
  ]);
});

test('a matrix shows one aggregate per group across, and the totals', () => {
  assert.deepEqual(
    matrixColumns(RESULT, 'Total').map(({ label }) => label),
    ['May', 'June', 'Total'],
  );
  assert.deepEqual(told([...matrixLines(RESULT, 'RowCount'), totalLine(RESULT, 'Total', 'RowCount')]), [
    'Gas: 1 | 0 | 1',
    'Internet: 1 | 2 | 3',
    '  Noord: 1 | 0 | 1',
    '  Zuid: 0 | 2 | 2',
    'Total: 2 | 2 | 4',
  ]);
});

test('a chart by a grouping across is divided by the groups down, and the other way round', () => {
  const months = chartData(RESULT, ['Month', 'Category'], 'RowCount');
  assert.deepEqual(months.series, ['Gas', 'Internet']);
  assert.deepEqual(
    months.groups.map(({ label, value, parts }) => [label, value, parts.map((part) => [part.series, part.value])]),
    [
      [
        'May',
        2,
        [
          [0, 1],
          [1, 1],
        ],
      ],
      ['June', 2, [[1, 2]]],
    ],
  );
  const categories = chartData(RESULT, ['Category'], 's!Value');
  assert.deepEqual(categories.series, []);
  assert.deepEqual(
    categories.groups.map(({ label, text, parts }) => [label, text, parts.length]),
    [
      ['Gas', '€10', 0],
      ['Internet', '€70', 0],
    ],
  );
});

test('the rows behind the groups come in the order of the groups', () => {
  const { columns, rows } = detailTable(RESULT);
  assert.deepEqual(columns, [{ key: 'Name', label: 'Contract', look: undefined }]);
  assert.deepEqual(
    rows.map(([cell]) => cell?.label),
    ['CC-1', 'CC-2', 'CC-3', 'CC-4'],
  );
});

test('lengths are shares of the largest value, arcs shares of the whole', () => {
  const data = chartData(RESULT, ['Category'], 'RowCount');
  assert.deepEqual(
    data.groups.map(({ value }) => shareOf(value, largestOf(data))),
    [33.3, 100],
  );
  assert.equal(shareOf(5, 0), 0);
  assert.equal(shareOf(-5, 10), 0);
  assert.deepEqual(arcsOf(data.groups), [
    { key: '0', dash: '25 75', offset: 25 },
    { key: '1', dash: '75 25', offset: 0 },
  ]);
  assert.deepEqual(arcsOf([]), []);
});

test('a line knows where nothing is, also below and above it', () => {
  const groups = [-50, 0, 50].map((value, at) => ({ key: String(at), label: '', value, text: '', parts: [] }));
  assert.deepEqual(linePoints({ groups, series: [] }), {
    points: [
      [16.67, 100],
      [50, 50],
      [83.33, 0],
    ],
    zero: 50,
  });
  assert.deepEqual(linePoints({ groups: [], series: [] }), { points: [], zero: 100 });
});

test('a number stands in a part of a chart only where there is room for it', () => {
  assert.equal(fitsIn('12', 12, 100, 'wide'), true);
  assert.equal(fitsIn('1.016', 12, 100, 'wide'), false, 'five signs are wider than the part');
  assert.equal(fitsIn('5', 12, 100, 'high'), true);
  assert.equal(fitsIn('5', 5, 100, 'high'), false, 'the part is lower than the number');
  assert.equal(fitsIn('0', 0, 0, 'wide'), false);
});
