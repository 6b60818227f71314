// The first pass: everything that must be known about a whole file before a single row of it can be understood.

import { fileURLToPath } from 'node:url';
import type { CivilDate } from '../../platform/civil-date.ts';
import { decodeSpellings } from './column-observers.ts';
import { parseDateFormat, DATE_FORMATS, type DateFormat } from './date-format.ts';
import { decideColumns } from './decide-columns.ts';
import { decideEncoding, EncodingScan } from './encoding-scan.ts';
import { fileNotices } from './file-notices.ts';
import type { ReadPart } from './file-part.ts';
import { cellTexts, findHeader, type FoundHeader } from './find-header.ts';
import type { SourceInspection, Spelling } from './inspection.ts';
import type { ImportKind } from './import-kind.ts';
import type { Language } from './language.ts';
import { refusal } from './messages.ts';
import { withAnswers, type MappingAnswers } from './mapping-answers.ts';
import { openSource, removeCopy, type OpenedSource } from './open-source.ts';
import { providerKey } from './provider-key.ts';
import { recogniseColumns } from './recognise-columns.ts';
import { RecordScanner } from './record-scanner.ts';
import { CLEAR_MARKERS, EMPTY_MAPPING, loadSupplierMapping, type SupplierMapping } from './supplier-mapping.ts';
import { cellDecoder } from './text-decoder.ts';
import { readWhole } from './whole-pass.ts';

/** More are no list of contracts, and would be read in part only. */
const MOST_COLUMNS = 1_000;

/** What the steward decided instead of leaving it to us; every one is optional. */
export interface InspectOptions {
  /** Contracts unless said otherwise. */
  readonly kind?: ImportKind;
  /** Name in `mappingsFolder`, path, or pairs: see supplier-mapping.ts. */
  readonly mapping?: string;
  /** Default: config/suppliers of this package. */
  readonly mappingsFolder?: string;
  readonly dateFormat?: string;
  readonly decimal?: 'comma' | 'dot';
  /** What a person answered about this file. */
  readonly answers?: MappingAnswers;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly language: Language;
  /** Places years of two digits. */
  readonly today: CivilDate;
}

const MAPPINGS_FOLDER = fileURLToPath(new URL('../../../config/suppliers', import.meta.url));
const YEARS_BACK = 10;

/**
 * Reads the whole file once and decides on encoding, delimiter, header, columns and formats. Throws ImportRefusal for what is no
 * CSV, what cannot be split, and what is ambiguous. The caller passes the result to `removeCopy` when done with it. `read` reads the
 * parts of the file, on threads perhaps.
 */
export async function inspectSource(path: string, options: InspectOptions, read?: ReadPart): Promise<SourceInspection> {
  const { language, kind = 'contracts' } = options;
  const named =
    options.mapping === undefined
      ? EMPTY_MAPPING
      : await loadSupplierMapping(options.mapping, options.mappingsFolder ?? MAPPINGS_FOLDER, { kind, language });
  const mapping = withAnswers(named, options.answers ?? {});
  const choices = readChoices(options, mapping);
  const source = await openSource(path, choices.encoding, language);
  try {
    return await inspectOpened(path, source, mapping, { ...options, kind, ...choices, ...(read && { read }) });
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
  options: InspectOptions & Choices & { readonly kind: ImportKind; readonly read?: ReadPart },
): Promise<SourceInspection> {
  const { kind, language } = options;
  const header = locateHeader(path, source, mapping, options);
  const { fields, ignored } = recogniseColumns(header.headers, mapping, { path, kind, language });
  const twoDigitYearsFrom = Number(options.today.slice(0, 4)) - YEARS_BACK;
  const pass = await readWhole(path, source, header, { fields, twoDigitYearsFrom }, options);
  if (pass.rows === 0) throw refusal(language, 'NO_ROWS', { path, line: header.line });
  const verdict = pass.encoding;
  if (source.encoding === 'utf-8' && verdict.encoding !== 'utf-8') throw refusal(language, 'NOT_UTF8', { path });
  const dataEncoding = source.isCopy ? 'utf-8' : (source.encoding ?? verdict.encoding);
  const decode = cellDecoder(dataEncoding);
  const whole = (bytes: Buffer): string => decode(bytes, 0, bytes.length);
  const headers = headerTexts(source.head, header, decode);
  const decided = decideColumns(headers, fields, pass.observed, mapping, { ...options, twoDigitYearsFrom });
  const spellings = (field: 'provider' | 'productCategory'): readonly Spelling[] => {
    const fixed = mapping.fixed[field];
    if (fixed !== undefined) return [{ text: fixed, key: providerKey(fixed), count: pass.rows, line: header.line }];
    return pass.observed.flatMap((one) =>
      one.kind === 'spelling' && one.field === field
        ? decodeSpellings(one.spellings, headers[one.column] ?? '', whole, mapping.aliases[field] ?? {})
        : [],
    );
  };
  const told = fileNotices({ kind, source, header, pass, dataEncoding, decode: whole, fields, ignored, mapping }, language);
  return {
    kind,
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
    clearMarkers: mapping.clearMarker === undefined ? CLEAR_MARKERS : [mapping.clearMarker.toUpperCase()],
    repairsMojibake: mapping.repairsMojibake,
    rows: pass.rows,
    shortKvk: mapping.fixed.kvkNumber !== undefined ? [] : mapping.aliases.kvkNumber === undefined ? pass.shortKvk : undefined,
    withoutKvk: mapping.fixed.kvkNumber !== undefined ? [] : mapping.aliases.kvkNumber === undefined ? pass.withoutKvk : undefined,
    blocks: pass.blocks,
    providers: spellings('provider'),
    categories: spellings('productCategory'),
    notices: [...told, ...decided.notices],
  };
}

function locateHeader(
  path: string,
  source: OpenedSource,
  mapping: SupplierMapping,
  options: InspectOptions & Choices & { readonly kind: ImportKind },
): FoundHeader {
  const scan = new EncodingScan(options.delimiter ?? ';');
  const { head } = source;
  let whole = head.length;
  // the sample may end within a character
  while (whole > 0 && whole < source.size && (head[whole - 1] as number) > 127) whole -= 1;
  scan.add(head.subarray(0, whole));
  const decode = cellDecoder(source.isCopy ? 'utf-8' : (source.encoding ?? decideEncoding(scan.tally).encoding));
  const search = { kind: options.kind, decode, delimiter: options.delimiter, extraHeaders: Object.keys(mapping.columns) };
  const found = findHeader(head, head.length + source.markLength === source.size, search);
  if (found === undefined) throw refusal(options.language, 'NO_HEADER', { path });
  if (found.headers.length > MOST_COLUMNS) throw refusal(options.language, 'TOO_MANY_COLUMNS', { path, most: MOST_COLUMNS });
  return found;
}

function headerTexts(head: Buffer, header: FoundHeader, decode: (bytes: Buffer, start: number, end: number) => string): readonly string[] {
  const scanner = new RecordScanner(header.delimiter);
  scanner.begin(head, head.length, true);
  scanner.scan(header.offset);
  return cellTexts(scanner, head, decode).slice(0, header.headers.length);
}
