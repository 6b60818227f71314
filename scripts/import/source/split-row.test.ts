import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitRow } from './split-row.ts';

test('rows are split as they were meant, however broken', () => {
  const cases: [string, string[]][] = [
    ['a;b;c', ['a', 'b', 'c']],
    ['', ['']],
    ['a;', ['a', '']],
    [';;', ['', '', '']],
    ['"a;b";"c ""d""";""', ['a;b', 'c "d"', '']],
    ['"two\nlines";x', ['two\nlines', 'x']],
    ['Jansen "Bakker" BV;x', ['Jansen "Bakker" BV', 'x']],
    ['"abc"def;x', ['"abc"def', 'x']],
    ['"never closed;x', ['"never closed', 'x']],
    ['"a";"b', ['a', '"b']],
  ];
  for (const [text, cells] of cases) assert.deepEqual(splitRow(text, ';'), cells, text);
});
