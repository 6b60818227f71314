import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { SourceInspection } from '../source/inspection.ts';
import { RejectsFile } from './rejects-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'rejects-'));
after(() => rmSync(folder, { recursive: true }));

function inspectionOf(bytes: Buffer, headers: readonly string[], dataEncoding = 'utf-8'): SourceInspection {
  const dataPath = join(folder, 'source.csv');
  writeFileSync(dataPath, bytes);
  const columns = headers.map((header, index) => ({ index, header, field: undefined, dateFormat: undefined, decimal: undefined }));
  return { dataPath, dataEncoding, delimiter: ';', columns } as unknown as SourceInspection;
}

function rejectAt(bytes: Buffer, text: string | Buffer, line: number) {
  const offset = bytes.indexOf(text);
  return {
    line,
    offset,
    length: Buffer.from(text).length,
    column: 'Datum',
    code: 'INVALID_DATE',
    reason: 'no date; at all',
    suggestion: 'Correct it.',
  };
}

test('rows come out by line with their original text, guarded against formulas, for the owner only', () => {
  const bytes = Buffer.from('KvK;Naam;Datum\n1;=HYPERLINK("x");31-02-2027\n2;"Jansen; ""Zonen""";x\n3;+31 85;\'-;too;many\n');
  const rejects = new RejectsFile(folder, inspectionOf(bytes, ['KvK', 'Naam', 'Datum']));
  rejects.add(rejectAt(bytes, "3;+31 85;'-;too;many", 4));
  rejects.add(rejectAt(bytes, '1;=HYPERLINK("x");31-02-2027', 2));
  rejects.add(rejectAt(bytes, '2;"Jansen; ""Zonen""";x', 3));
  const path = rejects.finish();
  assert.ok(path);
  assert.deepEqual(readFileSync(path, 'utf8').split('\r\n'), [
    '\u{feff}Reject_Line;Reject_Column;Reject_Code;Reject_Reason;Reject_Suggestion;KvK;Naam;Datum',
    '2;Datum;INVALID_DATE;"no date; at all";Correct it.;1;"\'=HYPERLINK(""x"")";31-02-2027',
    '3;Datum;INVALID_DATE;"no date; at all";Correct it.;2;"Jansen; ""Zonen""";x',
    "4;Datum;INVALID_DATE;\"no date; at all\";Correct it.;3;'+31 85;''-;too;many",
    '',
  ]);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(folder).sort(), ['rejects.csv', 'source.csv']);
});

test('a row that was rejected before loses its old explanation and keeps one guard', () => {
  const bytes = Buffer.from("Reject_Line;Reject_Column;Reject_Code;Reject_Reason;Reject_Suggestion;KvK;Naam\n7;a;b;c;d;1;'=1+1\n");
  const headers = ['Reject_Line', 'Reject_Column', 'Reject_Code', 'Reject_Reason', 'Reject_Suggestion', 'KvK', 'Naam'];
  const rejects = new RejectsFile(folder, inspectionOf(bytes, headers));
  rejects.add(rejectAt(bytes, "7;a;b;c;d;1;'=1+1", 2));
  const rows = readFileSync(rejects.finish() ?? '', 'utf8').split('\r\n');
  assert.equal(rows[0], '\u{feff}Reject_Line;Reject_Column;Reject_Code;Reject_Reason;Reject_Suggestion;KvK;Naam');
  assert.equal(rows[1], '2;Datum;INVALID_DATE;"no date; at all";Correct it.;1;\'=1+1');
});

test('single-byte encodings are decoded', () => {
  const bytes = Buffer.from([0x31, 0x3b, 0x43, 0x61, 0x66, 0xe9, 0x20, 0x80]);
  const rejects = new RejectsFile(folder, inspectionOf(bytes, ['KvK', 'Naam'], 'windows-1252'));
  rejects.add(rejectAt(bytes, bytes, 1));
  assert.match(readFileSync(rejects.finish() ?? '', 'utf8'), /;1;Café €\r\n/);
});

test('thousands of rejects are sorted by line, and nothing is written when there are none', () => {
  const bytes = Buffer.from('1;x\n');
  const rejects = new RejectsFile(folder, inspectionOf(bytes, ['KvK', 'Naam']));
  for (let line = 5_000; line > 0; line -= 1) rejects.add(rejectAt(bytes, '1;x', line));
  const lines = readFileSync(rejects.finish() ?? '', 'utf8')
    .split('\r\n')
    .slice(1, -1)
    .map((row) => Number(row.split(';')[0]));
  assert.deepEqual(
    lines,
    Array.from({ length: 5_000 }, (_, at) => at + 1),
  );
  assert.equal(new RejectsFile(folder, inspectionOf(bytes, ['KvK'])).finish(), null);
});

test('a citizen service number is not copied, whatever the row was rejected for; numbers of legal persons are', () => {
  const rows = [
    'eenmanszaak;NL123456782B01;1',
    'onbekend;NL 1234.56.782.B01;2',
    'bv;NL004495445B01;3',
    'eenmanszaak;NL002455799B11;4',
    'eenmanszaak',
  ];
  const bytes = Buffer.from(`Rechtsvorm;BTW;Datum\n${rows.join('\n')}\n`);
  const inspection = inspectionOf(bytes, ['Rechtsvorm', 'BTW', 'Datum']);
  const fields = ['legalForm', 'vatNumber', 'endDate'] as const;
  const columns = inspection.columns.map((column, at) => ({ ...column, field: fields[at] }));
  const rejects = new RejectsFile(folder, { ...inspection, columns, fixed: {} });
  for (const [at, row] of rows.entries()) rejects.add(rejectAt(bytes, row, at + 2));
  const lines = readFileSync(rejects.finish() ?? '', 'utf8').split('\r\n');
  assert.deepEqual(
    lines.slice(1, -1).map((line) => line.split(';').slice(6).join(';')),
    ['eenmanszaak;;1', 'onbekend;;2', 'bv;NL004495445B01;3', 'eenmanszaak;NL002455799B11;4', 'eenmanszaak'],
  );
});

test('a column of citizen service numbers is emptied, in whatever kind of file it stands', () => {
  const bytes = Buffer.from('E-mail;BSN;Burgerservicenummer partner\njan@x.example;123456782;123456782\n');
  const rejects = new RejectsFile(folder, inspectionOf(bytes, ['E-mail', 'BSN', 'Burgerservicenummer partner']));
  rejects.add(rejectAt(bytes, 'jan@x.example;123456782;123456782', 2));
  assert.match(readFileSync(rejects.finish() ?? '', 'utf8'), /;jan@x\.example;;\r\n$/);
});
