import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CsvDialect } from './csv-reader.ts';
import { CsvReader } from './csv-reader.ts';

const COMMA: CsvDialect = { delimiter: ',', lineEnding: 'LF' };

/** Reads text that arrives in pieces of a size, some records at a time. */
function read(text: string, dialect: CsvDialect = COMMA, piece = text.length || 1, limit = 2): string[][] {
  let at = 0;
  const reader = new CsvReader(() => (at >= text.length ? undefined : text.slice(at, (at += piece))), dialect);
  const records: string[][] = [];
  for (let some = reader.take(limit); some.length > 0; some = reader.take(limit)) records.push(...some);
  assert.equal(reader.bytes, Buffer.byteLength(text), 'every byte is accounted for');
  return records;
}

const CASES: readonly [name: string, text: string, records: string[][], dialect?: CsvDialect][] = [
  [
    'plain lines',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'no newline at the end',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['values are not trimmed', ' a , b\n', [[' a ', ' b']]],
  ['empty cells at both ends', ',x,\n', [['', 'x', '']]],
  [
    'empty lines are skipped',
    'a,b\n\n1,2\n\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'quotes around delimiters, newlines and quotes',
    '"a,b","c\nd","e""f"\n1,2,3\n',
    [
      ['a,b', 'c\nd', 'e"f'],
      ['1', '2', '3'],
    ],
  ],
  [
    'quoted empty and quoted last cell of the file',
    '"",x\n1,"y"',
    [
      ['', 'x'],
      ['1', 'y'],
    ],
  ],
  [
    'CRLF',
    'a,b\r\n"1",2\r\n3,"4"\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ],
    { delimiter: ',', lineEnding: 'CRLF' },
  ],
  ['CRLF inside quotes', 'a\n"x\r\ny"\n', [['a'], ['x\r\ny']]],
  ['semicolons', 'a;b,c\n', [['a', 'b,c']], { delimiter: ';', lineEnding: 'LF' }],
  ['letters beyond ASCII', 'é,"ü€😀"\n', [['é', 'ü€😀']]],
];

for (const [name, text, records, dialect] of CASES) {
  test(`reads ${name}, however the text is cut`, () => {
    for (let piece = 1; piece <= text.length; piece += 1) assert.deepEqual(read(text, dialect, piece), records, `pieces of ${piece}`);
  });
}

test('text that is not CSV fails the job and says why', () => {
  const failures: [string, CsvDialect, RegExp][] = [
    ['a,b"c\n', COMMA, /^InvalidBatch : Failed to parse CSV. Found unescaped quote/],
    ['"a"b\n', COMMA, /Found unescaped quote/],
    ['a,"b\n1,2\n', COMMA, /EOF reached before closing an opened quote/],
    ['a,b\r\n', COMMA, /^ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF$/],
    ['a,"b"\r\n', COMMA, /LineEnding setting is LF$/],
    ['a,b\n', { delimiter: ',', lineEnding: 'CRLF' }, /LineEnding setting is CRLF$/],
    [`"${'x'.repeat(500_000)}`, COMMA, /more than 400000 characters/],
  ];
  for (const [text, dialect, message] of failures) {
    for (const piece of [7_000, text.length]) {
      if (text.length > 1_000 && piece === text.length) continue;
      assert.throws(() => read(text, dialect, piece), { name: 'JobFailure', message }, JSON.stringify(text.slice(0, 20)));
    }
  }
});
