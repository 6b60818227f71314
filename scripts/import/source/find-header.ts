// Finds delimiter and header line together: the right delimiter is the one under which a line consists of known column names.

import { RecordScanner } from './record-scanner.ts';
import { foldHeader } from './header-name.ts';
import type { ImportKind } from './import-kind.ts';
import type { CellDecoder } from './text-decoder.ts';
import { isKnownHeader } from './vocabulary.ts';

/** In order of preference when everything else is equal. */
const DELIMITERS = [';', ',', '\t', '|'] as const;
/** The header is looked for among this many first records. */
const RECORDS_SEARCHED = 50;
const FEWEST_KNOWN = 2;

export interface FoundHeader {
  readonly delimiter: string;
  readonly headers: readonly string[];
  /** Byte offset in the sample. */
  readonly offset: number;
  /** Physical line, from 1. */
  readonly line: number;
}

export interface HeaderSearch {
  readonly kind: ImportKind;
  readonly decode: CellDecoder;
  /** Overrules the detection. */
  readonly delimiter: string | undefined;
  /** Headers that a supplier mapping names; they count as known. */
  readonly extraHeaders: readonly string[];
}

interface Candidate extends FoundHeader {
  readonly known: number;
  readonly share: number;
  /** Share of the following records with as many cells. */
  readonly consistency: number;
}

/** Text of the cells of the record that was scanned last. */
export function cellTexts(scanner: RecordScanner, bytes: Buffer, decode: CellDecoder): string[] {
  return Array.from({ length: Math.min(scanner.count, scanner.starts.length) }, (_, cell) => {
    const text = decode(bytes, scanner.starts[cell] as number, scanner.ends[cell] as number);
    return scanner.quoted[cell] === 2 ? text.replaceAll('""', '"') : text;
  });
}

/** Reads `sep=;` on the first line, as Excel writes it; undefined when the sample does not begin with it. */
export function separatorLine(sample: Buffer): string | undefined {
  return /^"?sep=(.)"?\r?(\n|$)/i.exec(sample.toString('latin1', 0, 16))?.[1];
}

/** Looks for the header in the beginning of a file (from its first byte after a byte order mark). */
export function findHeader(sample: Buffer, isWhole: boolean, search: HeaderSearch): FoundHeader | undefined {
  const extra = new Set(search.extraHeaders.map(foldHeader));
  const declared = search.delimiter ?? separatorLine(sample);
  let best: Candidate | undefined;
  for (const delimiter of declared === undefined ? DELIMITERS : [declared]) {
    const candidate = bestHeader(
      sample,
      isWhole,
      delimiter,
      search.decode,
      (header) => isKnownHeader(search.kind, header) || extra.has(foldHeader(header)),
    );
    if (candidate === undefined) continue;
    if (
      best === undefined ||
      candidate.known > best.known ||
      (candidate.known === best.known && candidate.consistency > best.consistency)
    ) {
      best = candidate;
    }
  }
  return best;
}

function bestHeader(
  sample: Buffer,
  isWhole: boolean,
  delimiter: string,
  decode: CellDecoder,
  isKnown: (header: string) => boolean,
): Candidate | undefined {
  const scanner = new RecordScanner(delimiter);
  const counts: number[] = [];
  let found: Omit<Candidate, 'consistency'> | undefined;
  let foundAt = 0;
  let line = 1;
  scanner.begin(sample, sample.length, isWhole);
  for (let at = 0, record = 0; at < sample.length && record < RECORDS_SEARCHED; record += 1) {
    const result = scanner.scan(at);
    if (result === 'incomplete' || result === 'unbalanced') break;
    counts.push(scanner.count);
    const headers = cellTexts(scanner, sample, decode);
    const filled = headers.filter((header) => header.trim() !== '');
    const known = new Set(filled.filter(isKnown).map(foldHeader)).size;
    const share = filled.length === 0 ? 0 : known / filled.length;
    if (known >= FEWEST_KNOWN && (found === undefined || known > found.known)) {
      found = { delimiter, headers: trimEmptyEnd(headers), offset: at, line, known, share };
      foundAt = record;
    }
    line += scanner.breaks;
    at = scanner.next;
  }
  if (found === undefined) return undefined;
  const below = counts.slice(foundAt + 1);
  const same = below.filter((count) => count === counts[foundAt]).length;
  return { ...found, consistency: below.length === 0 ? 0 : same / below.length };
}

/** Headers often end with empty cells where the export wrote one delimiter too many. */
function trimEmptyEnd(headers: readonly string[]): string[] {
  let count = headers.length;
  while (count > 0 && headers[count - 1]?.trim() === '') count -= 1;
  return headers.slice(0, count);
}
