// How far an ingest job has come, written around every save so that a killed org neither repeats nor loses one.
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';

export interface Progress {
  /** Bytes of the header line. */
  readonly headerBytes: number;
  /** Bytes of the content that are done, header included; the rest is unprocessed. */
  readonly contentBytes: number;
  readonly processed: number;
  readonly failed: number;
  /** Valid lengths of the result files. */
  readonly successBytes: number;
  readonly failedBytes: number;
  readonly milliseconds: number;
  /** Records that were handed to the engine and whose outcome is not in the files. */
  readonly openRecords: number;
}

export const NO_PROGRESS: Progress = {
  headerBytes: 0,
  contentBytes: 0,
  processed: 0,
  failed: 0,
  successBytes: 0,
  failedBytes: 0,
  milliseconds: 0,
  openRecords: 0,
};

/** One small write per call, so that the file always holds a whole state. */
export interface ProgressFile {
  write(progress: Progress): void;
  close(): void;
}

export function readProgress(path: string): Progress {
  if (!existsSync(path)) return NO_PROGRESS;
  const bytes = readFileSync(path);
  const at = (index: number): number => bytes.readDoubleLE(index * 8);
  return {
    headerBytes: at(0),
    contentBytes: at(1),
    processed: at(2),
    failed: at(3),
    successBytes: at(4),
    failedBytes: at(5),
    milliseconds: at(6),
    openRecords: at(7),
  };
}

export function openProgress(path: string): ProgressFile {
  const file = openSync(path, existsSync(path) ? 'r+' : 'w', 0o600);
  const bytes = Buffer.alloc(64);
  return {
    write(progress) {
      const { headerBytes, contentBytes, processed, failed, successBytes, failedBytes, milliseconds, openRecords } = progress;
      const values = [headerBytes, contentBytes, processed, failed, successBytes, failedBytes, milliseconds, openRecords];
      values.forEach((value, index) => bytes.writeDoubleLE(value, index * 8));
      writeSync(file, bytes, 0, bytes.length, 0);
    },
    close: () => closeSync(file),
  };
}
