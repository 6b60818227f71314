import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { decideEncoding, EncodingScan, joinEncodings } from './encoding-scan.ts';

function verdict(...regions: Buffer[]): ReturnType<typeof decideEncoding> {
  const scan = new EncodingScan(';');
  for (const region of regions) scan.add(region);
  return decideEncoding(scan.tally);
}

const TEXTS = ['Café Noordzee B.V.', 'Coöperatie Müller', 'België', 'één', 'Curaçao', 'Crème brûlée', 'Gënt; Köln', 'naïeve reünie'];

test('text of every encoding is recognised by its bytes', () => {
  for (const text of TEXTS) {
    for (const encoding of ['utf-8', 'windows-1252', 'cp850'] as const) {
      assert.equal(verdict(iconv.encode(`x;${text};y\n`, encoding)).encoding, encoding, `${text} in ${encoding}`);
    }
  }
  assert.equal(verdict(iconv.encode('€ 45;foto’s;“x” – y\n', 'windows-1252')).encoding, 'windows-1252');
});

test('one late accent changes the verdict over everything before it', () => {
  const ascii = Buffer.from('Bakkerij;Jansen\n'.repeat(100_000));
  assert.equal(verdict(ascii, ascii).encoding, 'utf-8');
  assert.equal(verdict(ascii, ascii, iconv.encode('Café;x\n', 'windows-1252')).encoding, 'windows-1252');
});

test('text that was encoded twice and lost characters are counted', () => {
  assert.equal(verdict(Buffer.from('CafÃ© Noordzee;â‚¬ 45\nBÃ¼ro;x\n')).mojibake, 3);
  assert.equal(verdict(Buffer.from('São Paulo;Ãrea 51\n')).mojibake, 0);
  assert.equal(verdict(Buffer.from('Caf\uFFFD;B\uFFFDro\n')).replacements, 2);
});

test('UTF-8 in one part and Windows-1252 in another is read as Windows-1252 and told as encoded twice', () => {
  const mixed = verdict(Buffer.from('Café;één\n'), iconv.encode('Café;één\n', 'windows-1252'));
  assert.deepEqual([mixed.encoding, mixed.mojibake], ['windows-1252', 3]);
});

test('samples show whole cells and no cell twice', () => {
  const { samples } = verdict(iconv.encode('a;Café Noordzee, Utrecht;b\nc;Café Noordzee, Utrecht;Köln\n', 'windows-1252'));
  assert.deepEqual(
    samples.map((sample) => iconv.decode(sample, 'windows-1252')),
    ['Café Noordzee, Utrecht', 'Köln'],
  );
});

test('two halves of a file show together what the whole file shows', () => {
  const halves = [Buffer.from('Caf\uFFFD;één;CafÃ©\n'), iconv.encode('Café;één\nKöln;x\n', 'windows-1252')] as const;
  const [one, other] = halves.map((half) => {
    const scan = new EncodingScan(';');
    scan.add(half);
    return scan.tally;
  });
  assert.ok(one && other);
  assert.deepEqual(decideEncoding(joinEncodings(one, other)), verdict(...halves));
});
