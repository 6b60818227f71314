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
  scanner.begin(bytes, bytes.length, true);
  const found: { cells: string[]; line: number; result: string }[] = [];
  for (let at = 0, line = 1; at < bytes.length; at = scanner.next) {
    const result = scanner.scan(at);
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
    scanner.begin(Buffer.from(text), text.length, false);
    assert.equal(scanner.scan(0), 'incomplete', JSON.stringify(text));
  }
  scanner.begin(Buffer.from('a;b\n'), 4, false);
  assert.equal(scanner.scan(0), 'record');
});

test('records are the same wherever the stretches end in which they are searched', () => {
  const cells = ['', 'x', '"quoted; with\nbreak"', 'say "x"', 'y'.repeat(5_000), '"a""b"', 'é;'.slice(0, 1)];
  const rows = Array.from({ length: 600 }, (_, row) => [0, 1, 2].map((at) => cells[(row * 7 + at * 3 + (row >> 3)) % cells.length] ?? ''));
  const found = split(rows.map((row) => `${row.join(';')}${['\n', '\r\n', '\r'][row.length % 3]}`).join(''));
  assert.equal(found.length, rows.length);
  const bare = (cell: string): string => (/^"/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell);
  for (const [at, { cells: told, result }] of found.entries()) {
    assert.deepEqual(told, rows[at]?.map(bare), `record ${at}`);
    assert.equal(result, 'record');
  }
});

test('bytes that were changed are read anew, and any record may be read again', () => {
  const bytes = Buffer.from('a;b\ncc;d\n');
  const scanner = new RecordScanner(';');
  const cellsAt = (at: number): readonly string[] => {
    scanner.scan(at);
    return cellTexts(scanner, bytes, decode);
  };
  scanner.begin(bytes, bytes.length, true);
  assert.deepEqual(cellsAt(4), ['cc', 'd']);
  assert.deepEqual(cellsAt(0), ['a', 'b']);
  bytes.write('aa;b\nc;d\n');
  scanner.begin(bytes, bytes.length, true);
  assert.deepEqual(cellsAt(5), ['c', 'd']);
});

test('a delimiter that is no ASCII never occurs as a byte', () => {
  const bytes = Buffer.from('a;b\n');
  const scanner = new RecordScanner(String.fromCharCode(256 + 59));
  scanner.begin(bytes, bytes.length, true);
  scanner.scan(0);
  assert.deepEqual(cellTexts(scanner, bytes, decode), ['a;b']);
});
