import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellTexts } from './find-header.ts';
import { RecordScanner } from './record-scanner.ts';
import { cellDecoder } from './text-decoder.ts';

const decode = cellDecoder('utf-8');

/** All records of a text with `;`, as cells and the physical line on which they start. */
function split(text: string): { cells: string[]; line: number; result: string }[] {
  const bytes = Buffer.from(text);
  const scanner = new RecordScanner(';');
  const found: { cells: string[]; line: number; result: string }[] = [];
  for (let at = 0, line = 1; at < bytes.length; at = scanner.next) {
    const result = scanner.scan(bytes, at, bytes.length, true);
    if (result === 'unbalanced') return [...found, { cells: [], line: line + scanner.openedAfterBreaks, result }];
    found.push({ cells: cellTexts(scanner, bytes, decode), line, result });
    line += scanner.breaks;
  }
  return found;
}

test('cells are split at delimiters, records at any line ending', () => {
  assert.deepEqual(
    split('a;b\r\nc;\nd;e\rf').map(({ cells }) => cells),
    [['a', 'b'], ['c', ''], ['d', 'e'], ['f']],
  );
});

test('quoted cells hold delimiters, doubled quotes and line breaks, and lines are counted physically', () => {
  assert.deepEqual(split('"a;b";"c ""d"""\n"x\r\ny\nz";2\nlast;3'), [
    { cells: ['a;b', 'c "d"'], line: 1, result: 'record' },
    { cells: ['x\r\ny\nz', '2'], line: 2, result: 'record' },
    { cells: ['last', '3'], line: 5, result: 'record' },
  ]);
});

test('a quote inside an unquoted cell is text', () => {
  assert.deepEqual(split('5" pipe;x\n')[0]?.cells, ['5" pipe', 'x']);
});

test('text behind a closing quote makes the record malformed but not the ones after it', () => {
  assert.deepEqual(
    split('"Jansen" B.V.;x\nb;c').map(({ result }) => result),
    ['malformed', 'record'],
  );
});

test('an open quote is reported on the line where it opened', () => {
  assert.deepEqual(split('a;b\nc;"d\ne;f\n').at(-1), { cells: [], line: 2, result: 'unbalanced' });
  // it meets the opening quote of a later cell: what follows that is no delimiter
  assert.deepEqual(split('a;b\n"c;d\ne;f\n"g";h\n').at(-1), { cells: [], line: 2, result: 'unbalanced' });
  assert.equal(split(`a;"${'x'.repeat(70_000)}";b\n`).at(-1)?.result, 'unbalanced');
});

test('a record that may go on behind the bytes at hand is incomplete', () => {
  const scanner = new RecordScanner(';');
  for (const text of ['a;b', 'a;"b', 'a;"b"', 'a;b\r']) {
    assert.equal(scanner.scan(Buffer.from(text), 0, text.length, false), 'incomplete', JSON.stringify(text));
  }
  assert.equal(scanner.scan(Buffer.from('a;b\n'), 0, 4, false), 'record');
});
