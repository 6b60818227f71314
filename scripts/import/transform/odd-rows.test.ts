import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldHeader } from '../source/header-name.ts';
import { skipCause } from './odd-rows.ts';

const HEADERS = ['KvK', 'Leverancier', 'Dienst', 'Opmerking', 'Einddatum'];

test('rows that are no data are told from rows that are wrong', () => {
  const cases: [string[], string | undefined][] = [
    [['', ' ', '\t', '\u00a0', ''], 'blank'],
    [['\u001a'], 'blank'],
    [HEADERS, 'repeated-header'],
    [['kvk', 'LEVERANCIER', 'dienst', 'Opmerking', 'Eind datum'], 'repeated-header'],
    [['KvK number', 'Provider', 'Category', 'Remarks', 'End date'], 'repeated-header'],
    [['Totaal', '', '', '', '12'], 'totals'],
    [['', '', 'Totaal: 12', '', ''], 'totals'],
    [['Aantal regels: 500'], 'totals'],
    [['*** einde ***'], 'totals'],
    [['', 'Telenoord', 'internet', '', '31-12-2026'], undefined],
    [['abc', 'Totaal Telecom', 'internet', '', '31-12-2026'], undefined],
    [['KvK', 'Telenoord', 'internet', 'x', '31-12-2026'], undefined],
  ];
  for (const [cells, expected] of cases)
    assert.equal(skipCause(cells, new Set(HEADERS.map(foldHeader)), 'contracts'), expected, cells.join('|'));
});
