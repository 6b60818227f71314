// Opens the file that is to be imported and makes sure that its bytes can be split as ASCII: a UTF-16 file is read from a UTF-8 copy.

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm, stat, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { refuseBinary, refuseForeignFile, utf16Encoding } from './file-kind.ts';
import type { SourceInspection } from './inspection.ts';
import type { Language } from './language.ts';
import { refusal } from './messages.ts';
import { isAsciiSuperset, knownEncoding } from './text-decoder.ts';

const HEAD_BYTES = 256 * 1024;
const UTF8_MARK = Buffer.from('\uFEFF');

export interface OpenedSource {
  readonly file: FileHandle;
  readonly dataPath: string;
  readonly isCopy: boolean;
  /** Encoding of the original where it is already certain (an option, or UTF-16). */
  readonly encoding: string | undefined;
  /** Digest of the original when it was read for the copy. */
  readonly sha256: string | undefined;
  readonly size: number;
  readonly modifiedAt: number;
  /** First bytes of the data, after the byte order mark. */
  readonly head: Buffer;
  /** Length of the byte order mark. */
  readonly markLength: number;
}

/** Opens `path`; throws the refusal that fits a file that cannot be a CSV. The caller closes the handle and removes the copy. */
export async function openSource(path: string, encodingOption: string | undefined, language: Language): Promise<OpenedSource> {
  const encoding = encodingOption === undefined ? undefined : knownEncoding(encodingOption);
  if (encodingOption !== undefined && encoding === undefined) throw refusal(language, 'UNKNOWN_ENCODING', { encoding: encodingOption });
  const file = await openFile(path, language);
  try {
    const first = await readHead(file);
    refuseForeignFile(first, path, language);
    const wide = encoding === undefined ? utf16Encoding(first) : isAsciiSuperset(encoding) ? undefined : encoding;
    if (wide === undefined) {
      refuseBinary(first, path, language);
      const opened = await described(file, first);
      refuseBlank(opened, path, language);
      return { ...opened, dataPath: path, isCopy: false, encoding, sha256: undefined };
    }
    await file.close();
    return await openCopy(path, wide, language);
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
}

/** A byte order mark and white space are no content. */
function refuseBlank(
  { head, size, markLength }: Pick<OpenedSource, 'head' | 'size' | 'markLength'>,
  path: string,
  language: Language,
): void {
  if (head.length + markLength === size && head.toString('latin1').trim() === '') throw refusal(language, 'EMPTY_FILE', { path });
}

async function openFile(path: string, language: Language): Promise<FileHandle> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw refusal(language, 'NOT_A_FILE', { path });
    return await open(path, 'r');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') throw refusal(language, 'FILE_NOT_FOUND', { path }, error);
    if (/^E[A-Z]+$/.test(code)) throw refusal(language, 'FILE_UNREADABLE', { path, reason: code }, error);
    throw error;
  }
}

/** The system's code of an error, '' for any other error. */
function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

async function readHead(file: FileHandle): Promise<Buffer> {
  const head = Buffer.alloc(HEAD_BYTES);
  const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
  return head.subarray(0, bytesRead);
}

async function described(
  file: FileHandle,
  first: Buffer,
): Promise<Pick<OpenedSource, 'file' | 'size' | 'modifiedAt' | 'head' | 'markLength'>> {
  const { size, mtimeMs } = await file.stat();
  const markLength = first.subarray(0, UTF8_MARK.length).equals(UTF8_MARK) ? UTF8_MARK.length : 0;
  return { file, size, modifiedAt: mtimeMs, head: first.subarray(markLength), markLength };
}

async function openCopy(path: string, encoding: string, language: Language): Promise<OpenedSource> {
  const folder = await mkdtemp(join(tmpdir(), 'import-copy-'));
  const dataPath = join(folder, 'source.csv');
  try {
    const digest = createHash('sha256');
    const original = createReadStream(path);
    original.on('data', (bytes) => digest.update(bytes));
    await pipeline(original, iconv.decodeStream(encoding), iconv.encodeStream('utf-8'), createWriteStream(dataPath, { mode: 0o600 }));
    const file = await openFile(dataPath, language);
    const head = await readHead(file);
    refuseBinary(head, path, language);
    return { ...(await described(file, head)), dataPath, isCopy: true, encoding, sha256: digest.digest('hex') };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (/^(ENOSPC|EDQUOT)$/.test(errorCode(error))) throw refusal(language, 'NO_ROOM_FOR_COPY', { path, folder: tmpdir() }, error);
    throw error;
  }
}

/** Deletes the UTF-8 copy that an inspection may have made; nothing happens when there is none. */
export async function removeCopy(inspection: Pick<SourceInspection, 'dataPath' | 'isCopy'>): Promise<void> {
  if (inspection.isCopy) await rm(dirname(inspection.dataPath), { recursive: true, force: true });
}
