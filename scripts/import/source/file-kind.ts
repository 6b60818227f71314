// Recognises files that are no CSV at all by their first bytes, whatever they are called.

import type { Language } from './language.ts';
import { refusal, type SourceMessageCode } from './messages.ts';

interface Signature {
  readonly bytes: Buffer;
  readonly code: SourceMessageCode;
  /** What the file is, for the message. */
  readonly kind: string;
}

function signature(kind: string, hexOrText: string, code: SourceMessageCode = 'NOT_A_CSV', encoding: BufferEncoding = 'hex'): Signature {
  return { bytes: Buffer.from(hexOrText, encoding), code, kind };
}

const SIGNATURES: readonly Signature[] = [
  signature('Excel 97–2003 (.xls)', 'd0cf11e0a1b11ae1', 'EXCEL_FILE'),
  signature('gzip', '1f8b', 'COMPRESSED_FILE'),
  signature('bzip2', '425a68', 'COMPRESSED_FILE'),
  signature('xz', 'fd377a585a00', 'COMPRESSED_FILE'),
  signature('zstd', '28b52ffd', 'COMPRESSED_FILE'),
  signature('7-Zip', '377abcaf271c', 'COMPRESSED_FILE'),
  signature('RAR', '526172211a07', 'COMPRESSED_FILE'),
  signature('PDF', '%PDF-', 'NOT_A_CSV', 'latin1'),
  signature('Parquet', 'PAR1', 'NOT_A_CSV', 'latin1'),
  signature('ORC', 'ORC', 'NOT_A_CSV', 'latin1'),
  signature('Avro', 'Obj\u0001', 'NOT_A_CSV', 'latin1'),
  signature('SQLite', 'SQLite format 3\0', 'NOT_A_CSV', 'latin1'),
  signature('RTF', '{\\rtf', 'NOT_A_CSV', 'latin1'),
  signature('PNG', '89504e470d0a1a0a'),
  signature('JPEG', 'ffd8ff'),
  signature('UTF-32', 'fffe0000'),
  signature('UTF-32', '0000feff'),
];

const MARKUP = /^\s*<(!doctype|html|\?xml|table|workbook)/i;
const JSON_TEXT = /^\s*(\{\s*"|\[\s*[{[])/;
/** More control characters than this share of the head make a file binary. */
const CONTROL_SHARE = 0.01;

/** Throws the refusal that fits a file whose first bytes are `head`; returns for anything that can be text. */
export function refuseForeignFile(head: Buffer, path: string, language: Language): void {
  if (head.length === 0) throw refusal(language, 'EMPTY_FILE', { path });
  const found = SIGNATURES.find(({ bytes }) => head.subarray(0, bytes.length).equals(bytes));
  if (found !== undefined) throw refusal(language, found.code, { path, kind: found.kind });
  if (head.subarray(0, 4).equals(Buffer.from('504b0304', 'hex'))) {
    const isSpreadsheet = head.includes('xl/') || head.includes('[Content_Types].xml') || head.includes('opendocument.spreadsheet');
    throw isSpreadsheet
      ? refusal(language, 'EXCEL_FILE', { path, kind: '.xlsx' })
      : refusal(language, 'COMPRESSED_FILE', { path, kind: 'zip' });
  }
  const text = head.toString('latin1', 0, 2_000);
  if (MARKUP.test(text)) throw refusal(language, 'NOT_A_CSV', { path, kind: 'HTML/XML' });
  if (JSON_TEXT.test(text)) throw refusal(language, 'NOT_A_CSV', { path, kind: 'JSON' });
}

/** Throws for a head in which control characters are too many for text. Not meant for UTF-16. */
export function refuseBinary(head: Buffer, path: string, language: Language): void {
  let controls = 0;
  for (const byte of head) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26) controls += 1;
  if (controls > head.length * CONTROL_SHARE) throw refusal(language, 'BINARY_FILE', { path });
}

/** `utf-16le` or `utf-16be` by byte order mark or by where the zero bytes stand. */
export function utf16Encoding(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros: [number, number] = [0, 0];
  const pairs = head.length >> 1;
  for (let at = 0; at < pairs * 2; at += 1) if (head[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  if (pairs > 1 && odd > pairs * 0.5 && even < pairs * 0.1) return 'utf-16le';
  if (pairs > 1 && even > pairs * 0.5 && odd < pairs * 0.1) return 'utf-16be';
  return undefined;
}
