// The first pass: everything that must be known about a whole file before a single row of it can be understood.

import { createHash } from 'node:crypto';
import type { CivilDate } from '../../platform/civil-date.ts';
import { decodeSpellings, observers, type Observation } from './column-observers.ts';
import { parseDateFormat, DATE_FORMATS, type DateFormat } from './date-format.ts';
import { decideColumns } from './decide-columns.ts';
import { EncodingScan, type EncodingVerdict } from './encoding-scan.ts';
import { cellTexts, findHeader, separatorLine, type FoundHeader } from './find-header.ts';
import type { Language, Notice, SourceBlock, SourceInspection } from './inspection.ts';
import { notice, refusal } from './messages.ts';
import { openSource, removeCopy, type OpenedSource } from './open-source.ts';
import { recogniseColumns } from './recognise-columns.ts';
import { readRecords } from './record-reader.ts';
import { RecordScanner } from './record-scanner.ts';
import { fieldLabel, type SourceField } from './source-field.ts';
import { EMPTY_MAPPING, loadSupplierMapping, type SupplierMapping } from './supplier-mapping.ts';
import { cellDecoder } from './text-decoder.ts';

/** What the steward decided instead of leaving it to us; every one is optional. */
export interface InspectOptions {
  /** Name in `mappingsFolder`, path, or pairs: see supplier-mapping.ts. */
  readonly mapping?: string;
  readonly mappingsFolder?: string;
  readonly dateFormat?: string;
  readonly decimal?: 'comma' | 'dot';
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly language: Language;
  /** Places years of two digits. */
  readonly today: CivilDate;
  /** Told now and then how far the pass is, in bytes. */
  readonly onProgress?: (done: number, total: number) => void;
}

const BLOCK_BYTES = 1024 * 1024;
const YEARS_BACK = 10;

/**
 * Reads the whole file once and decides on encoding, delimiter, header, columns and formats. Throws ImportRefusal for what is no
 * CSV, what cannot be split, and what is ambiguous. The caller passes the result to `removeCopy` when done with it.
 */
export async function inspectSource(path: string, options: InspectOptions): Promise<SourceInspection> {
  const { language } = options;
  const mapping =
    options.mapping === undefined ? EMPTY_MAPPING : await loadSupplierMapping(options.mapping, options.mappingsFolder ?? 'config/suppliers', language);
  const choices = readChoices(options, mapping);
  const source = await openSource(path, choices.encoding, language);
  try {
    return await inspectOpened(path, source, mapping, { ...options, ...choices });
  } catch (error) {
    await removeCopy(source);
    throw error;
  } finally {
    await source.file.close();
  }
}

interface Choices {
  readonly format: DateFormat | undefined;
  readonly separator: ',' | '.' | undefined;
  readonly delimiter: string | undefined;
  readonly encoding: string | undefined;
}

function readChoices(options: InspectOptions, mapping: SupplierMapping): Choices {
  const { language, dateFormat } = options;
  const format = dateFormat === undefined ? mapping.dateFormat : parseDateFormat(dateFormat);
  if (dateFormat !== undefined && format === undefined) {
    throw refusal(language, 'BAD_DATE_FORMAT', { format: dateFormat, formats: DATE_FORMATS.join(', ') });
  }
  const delimiter = options.delimiter ?? mapping.delimiter;
  if (delimiter !== undefined && !/^[^\w"\r\n]$/.test(delimiter)) throw refusal(language, 'BAD_DELIMITER', { delimiter });
  const separator = options.decimal === undefined ? mapping.decimal : options.decimal === 'comma' ? ',' : '.';
  return { format, separator, delimiter, encoding: options.encoding ?? mapping.encoding };
}

async function inspectOpened(
  path: string,
  source: OpenedSource,
  mapping: SupplierMapping,
  options: InspectOptions & Choices,
): Promise<SourceInspection> {
  const { language } = options;
  const header = locateHeader(path, source, mapping, options);
  const { fields, ignored } = recogniseColumns(header.headers, mapping, path, language);
  const twoDigitYearsFrom = Number(options.today.slice(0, 4)) - YEARS_BACK;
  const watched = observers(fields, twoDigitYearsFrom, (column) => {
    const field = fields[column] ?? 'provider';
    throw refusal(language, 'TOO_MANY_PROVIDERS', { header: header.headers[column] ?? '', limit: '10,000', field: fieldLabel(field, language) });
  });
  const pass = await readWhole(path, source, header, watched, options);
  if (pass.rows === 0) throw refusal(language, 'NO_ROWS', { path, line: header.line });
  const verdict = pass.encoding;
  if (source.encoding === 'utf-8' && verdict.encoding !== 'utf-8') throw refusal(language, 'NOT_UTF8', { path });
  const dataEncoding = source.isCopy ? 'utf-8' : (source.encoding ?? verdict.encoding);
  const decode = cellDecoder(dataEncoding);
  const whole = (bytes: Buffer): string => decode(bytes, 0, bytes.length);
  const headers = headerTexts(source.head, header, decode);
  const decided = decideColumns(headers, fields, watched, mapping, { ...options, twoDigitYearsFrom });
  const spellings = (field: 'provider' | 'productCategory'): SourceInspection['providers'] =>
    watched.flatMap((one) => (one.kind === 'spelling' && one.field === field ? decodeSpellings(one.spellings, headers[one.column] ?? '', whole, mapping.aliases[field] ?? {}) : []));
  const notices = [
    ...encodingNotices(source, verdict, dataEncoding, whole, language),
    ...(header.line > 1 && separatorLine(source.head) === undefined ? [notice(language, 'TITLE_LINES', { line: header.line })] : []),
    ...(pass.lineEnding === 'mixed' ? [notice(language, 'MIXED_LINE_ENDINGS')] : []),
    ...(ignored.length > 0 ? [notice(language, 'IGNORED_COLUMNS', { headers: ignored.join(', ') })] : []),
    ...missingNotices(fields, mapping, language),
    ...decided.notices,
  ];
  return {
    path,
    dataPath: source.dataPath,
    isCopy: source.isCopy,
    size: source.size,
    modifiedAt: source.modifiedAt,
    sha256: source.sha256 ?? pass.sha256,
    encoding: source.encoding ?? verdict.encoding,
    dataEncoding,
    delimiter: header.delimiter,
    lineEnding: pass.lineEnding,
    headerLine: header.line,
    columns: decided.columns,
    fixed: mapping.fixed,
    aliases: mapping.aliases,
    clearMarker: mapping.clearMarker,
    repairsMojibake: mapping.repairsMojibake,
    rows: pass.rows,
    blocks: pass.blocks,
    providers: spellings('provider'),
    categories: spellings('productCategory'),
    notices,
  };
}

function locateHeader(path: string, source: OpenedSource, mapping: SupplierMapping, options: InspectOptions & Choices): FoundHeader {
  const scan = new EncodingScan(options.delimiter ?? ';');
  scan.add(source.head.subarray(0, source.head.lastIndexOf(10) + 1));
  const decode = cellDecoder(source.isCopy ? 'utf-8' : (source.encoding ?? scan.finish().encoding));
  const search = { decode, delimiter: options.delimiter, extraHeaders: Object.keys(mapping.columns) };
  const found = findHeader(source.head, source.head.length + source.markLength === source.size, search);
  if (found === undefined) throw refusal(options.language, 'NO_HEADER', { path, closest: '' });
  return found;
}

function headerTexts(head: Buffer, header: FoundHeader, decode: (bytes: Buffer, start: number, end: number) => string): readonly string[] {
  const scanner = new RecordScanner(header.delimiter);
  scanner.scan(head, header.offset, head.length, true);
  return cellTexts(scanner, head, decode).slice(0, header.headers.length);
}

interface WholePass {
  readonly encoding: EncodingVerdict;
  readonly sha256: string;
  readonly rows: number;
  readonly blocks: readonly SourceBlock[];
  readonly lineEnding: SourceInspection['lineEnding'];
}

async function readWhole(
  path: string,
  source: OpenedSource,
  header: FoundHeader,
  watched: readonly Observation[],
  options: InspectOptions,
): Promise<WholePass> {
  const digest = createHash('sha256').update(source.head.subarray(0, 0));
  if (source.markLength > 0) digest.update('\uFEFF');
  const encoding = new EncodingScan(header.delimiter);
  const scanner = new RecordScanner(header.delimiter);
  const blocks: { offset: number; length: number; line: number }[] = [];
  const headerAt = source.markLength + header.offset;
  const columns = header.headers.length;
  const endings = { LF: 0, CRLF: 0, CR: 0 };
  let rows = 0;
  let done = source.markLength;
  await readRecords(source.file, source.markLength, scanner, {
    record(bytes, base, start, line, result) {
      const ending = scanner.next - scanner.end;
      if (ending === 2) endings.CRLF += 1;
      else if (ending === 1) endings[bytes[scanner.end] === 10 ? 'LF' : 'CR'] += 1;
      const offset = base + start;
      if (offset <= headerAt) return;
      rows += 1;
      let block = blocks[blocks.length - 1];
      if (block === undefined || offset - block.offset >= BLOCK_BYTES) {
        block = { offset, length: 0, line };
        blocks.push(block);
      }
      block.length = base + scanner.next - block.offset;
      const { starts, ends, quoted, count } = scanner;
      // rows that will be rejected for their shape prove nothing: their cells may stand in the wrong columns
      if (result === 'malformed' || count < columns || (count > columns && starts[columns] !== ends[columns])) return;
      for (const observation of watched) {
        const { column } = observation;
        observation.values.add(bytes, starts[column] as number, ends[column] as number, quoted[column] as number, line);
      }
    },
    region: (bytes) => encoding.add(bytes),
    raw(bytes) {
      digest.update(bytes);
      done += bytes.length;
      options.onProgress?.(done, source.size);
    },
    stuck(reason, line): never {
      throw refusal(options.language, reason === 'unbalanced' ? 'UNBALANCED_QUOTE' : 'RECORD_TOO_LONG', { path, line });
    },
  });
  for (const { values } of watched) values.finish();
  const used = (['LF', 'CRLF', 'CR'] as const).filter((ending) => endings[ending] > 0);
  return { encoding: encoding.finish(), sha256: digest.digest('hex'), rows, blocks, lineEnding: used.length > 1 ? 'mixed' : (used[0] ?? 'LF') };
}

function encodingNotices(
  source: OpenedSource,
  verdict: EncodingVerdict,
  dataEncoding: string,
  decode: (bytes: Buffer) => string,
  language: Language,
): Notice[] {
  const samples = verdict.samples.map((bytes) => `"${decode(bytes).trim()}"`).join(', ');
  const found: Notice[] = [];
  if (source.encoding === undefined && dataEncoding !== 'utf-8') found.push(notice(language, 'ENCODING_TAKEN', { encoding: dataEncoding, samples }));
  if (verdict.mojibake > 0) found.push(notice(language, 'MOJIBAKE', { count: verdict.mojibake, samples }));
  if (verdict.replacements > 0) found.push(notice(language, 'LOST_CHARACTERS', { count: verdict.replacements }));
  return found;
}

function missingNotices(fields: readonly (SourceField | undefined)[], mapping: SupplierMapping, language: Language): Notice[] {
  const has = (...wanted: SourceField[]): boolean => wanted.some((field) => fields.includes(field) || mapping.fixed[field] !== undefined);
  const found: Notice[] = [];
  if (!has('endDate') && !(has('startDate') && has('term', 'termMonths', 'termYears'))) found.push(notice(language, 'NO_END_DATE'));
  if (!has('productCategory')) found.push(notice(language, 'NO_CATEGORY'));
  return found;
}
