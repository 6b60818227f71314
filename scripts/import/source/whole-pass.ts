// The first pass over the whole file: a large one is read in two parts at once, its digest meanwhile.

import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { decideEncoding, type EncodingVerdict } from './encoding-scan.ts';
import { joinParts, readPart, type PartFindings, type PartOrder, type ReadPart } from './file-part.ts';
import type { FoundHeader } from './find-header.ts';
import type { SourceInspection } from './inspection.ts';
import type { Language } from './language.ts';
import { refusal } from './messages.ts';
import type { OpenedSource } from './open-source.ts';
import { fieldLabel, type SourceField } from './source-field.ts';

/** Smaller files are read before a thread has started. */
const LARGE_BYTES = 16 * 1024 * 1024;
/** In which the end of a line near the middle is looked for. */
const MIDDLE_BYTES = 64 * 1024;
const PIECE_BYTES = 256 * 1024;
const NEW_LINE = 10;

/** True for a file that is worth threads. */
export function isLargeFile(size: number): boolean {
  return size >= LARGE_BYTES;
}

/** What only the last byte can settle. */
export interface WholePass extends Omit<PartFindings, 'encoding' | 'endings'> {
  readonly encoding: EncodingVerdict;
  readonly sha256: string;
  readonly lineEnding: SourceInspection['lineEnding'];
}

/** What is looked for in the rows. */
export type Wanted = Pick<PartOrder, 'fields' | 'twoDigitYearsFrom'>;

/**
 * `read` reads the parts of a large file, here or elsewhere; how it is parted depends on nothing but the file. Throws the refusal for a file that
 * cannot be split.
 */
export async function readWhole(
  path: string,
  source: OpenedSource,
  header: FoundHeader,
  wanted: Wanted,
  { language, read = readPart }: { readonly language: Language; readonly read?: ReadPart },
): Promise<WholePass> {
  const order: PartOrder = {
    ...{ dataPath: source.dataPath, from: source.markLength, until: Infinity },
    ...{ headerAt: source.markLength + header.offset, delimiter: header.delimiter, ...wanted },
  };
  const isLarge = isLargeFile(source.size);
  const middle = isLarge ? await lineAfter(source.file, source.size / 2) : undefined;
  const [findings, sha256] = await Promise.all([
    middle === undefined ? (isLarge ? read : readPart)(order) : readParts(order, middle, read),
    source.sha256 ?? digestOf(source.file),
  ]);
  if (findings.problem !== undefined) throw problemRefusal(path, header, findings.problem, wanted.fields, language);
  const { endings, encoding, ...rest } = findings;
  const used = (['LF', 'CRLF', 'CR'] as const).filter((ending) => endings[ending] > 0);
  return { ...rest, encoding: decideEncoding(encoding), sha256, lineEnding: used.length > 1 ? 'mixed' : (used[0] ?? 'LF') };
}

/** A line may begin within a cell: the second half counts when the first one ends where it begins, and is read again when not. */
async function readParts(order: PartOrder, middle: number, read: ReadPart): Promise<PartFindings> {
  const [first, guessed] = await Promise.all([read({ ...order, until: middle }), read({ ...order, from: middle })]);
  if (first.problem !== undefined) return first;
  return joinParts(first, first.end === middle ? guessed : await read({ ...order, from: first.end }));
}

/** Where a line begins behind `offset`; undefined when none does for long. */
async function lineAfter(file: FileHandle, offset: number): Promise<number | undefined> {
  const from = Math.floor(offset);
  const buffer = Buffer.alloc(MIDDLE_BYTES);
  const { bytesRead } = await file.read(buffer, 0, MIDDLE_BYTES, from);
  const at = buffer.subarray(0, bytesRead).indexOf(NEW_LINE);
  return at < 0 ? undefined : from + at + 1;
}

async function digestOf(file: FileHandle): Promise<string> {
  const digest = createHash('sha256');
  const buffer = Buffer.allocUnsafeSlow(PIECE_BYTES);
  for (let at = 0; ;) {
    const { bytesRead } = await file.read(buffer, 0, PIECE_BYTES, at);
    if (bytesRead === 0) return digest.digest('hex');
    digest.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
}

function problemRefusal(
  path: string,
  header: FoundHeader,
  problem: NonNullable<PartFindings['problem']>,
  fields: readonly (SourceField | undefined)[],
  language: Language,
): Error {
  if (problem.kind === 'too-many-spellings') {
    return refusal(language, 'TOO_MANY_PROVIDERS', {
      header: header.headers[problem.column] ?? '',
      limit: '10,000',
      field: fieldLabel(fields[problem.column] ?? 'provider', language),
    });
  }
  return refusal(language, problem.kind === 'unbalanced' ? 'UNBALANCED_QUOTE' : 'RECORD_TOO_LONG', { path, line: problem.line });
}
