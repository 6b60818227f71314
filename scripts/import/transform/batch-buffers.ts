// The memory of one batch: filled row by row, lent to the consumer as a TransformedBatch, and used again afterwards.

import { viewOf } from '../source/byte-words.ts';
import type { TransformedBatch } from './batch.ts';
import { NO_NUMBER } from './cell.ts';

const FIRST_BYTES = 1024 * 1024;
const FIRST_ROWS = 4 * 1024;
/** Room that is made before a row, so that its cells can be written without asking. */
const ROOM = 64 * 1024;

/** The parts of a batch that live in these buffers. */
export type BatchArrays = Omit<TransformedBatch, 'rejected' | 'skipped' | 'read' | 'warnings'>;

/** CSV lines one behind the other. */
export class LineBuffer {
  bytes: Uint8Array<ArrayBuffer>;
  /** On `bytes`. */
  view: DataView;
  /** Where the next byte goes. */
  at = 0;

  constructor(bytes: Uint8Array<ArrayBuffer> = new Uint8Array(FIRST_BYTES)) {
    this.bytes = bytes;
    this.view = viewOf(bytes);
  }

  makeRoom(): void {
    if (this.bytes.length - this.at >= ROOM) return;
    const larger = new Uint8Array((this.bytes.length + ROOM) * 2);
    larger.set(this.bytes);
    this.bytes = larger;
    this.view = viewOf(larger);
  }
}

export class BatchBuffers {
  readonly contracts: LineBuffer;
  readonly accounts: LineBuffer;
  #rows = 0;
  #hasDays = false;
  #ends: Uint32Array<ArrayBuffer>;
  #accountEnds: Uint32Array<ArrayBuffer>;
  #lines: Uint32Array<ArrayBuffer>;
  #offsets: Float64Array<ArrayBuffer>;
  #lengths: Uint32Array<ArrayBuffer>;
  #kvk: Uint32Array<ArrayBuffer>;
  /** Low and high words. */
  #keys: Uint32Array<ArrayBuffer>;
  #prints: Uint32Array<ArrayBuffer>;
  /** Empty until a row has a day of its own. */
  #obtained: Int32Array<ArrayBuffer>;

  /** Uses the buffers that `buffersOf` took from a batch, or new ones. */
  constructor(used: readonly ArrayBuffer[] = []) {
    const [csv, accountCsv, ends, accountEnds, lines, offsets, lengths, kvk, keys, prints, obtained] = used;
    this.contracts = new LineBuffer(csv && new Uint8Array(csv));
    this.accounts = new LineBuffer(new Uint8Array(accountCsv ?? new ArrayBuffer(0)));
    const words = (buffer: ArrayBuffer | undefined, each = 1): Uint32Array<ArrayBuffer> =>
      buffer ? new Uint32Array(buffer) : new Uint32Array(FIRST_ROWS * each);
    this.#ends = words(ends);
    this.#accountEnds = words(accountEnds);
    this.#lines = words(lines);
    this.#offsets = offsets ? new Float64Array(offsets) : new Float64Array(FIRST_ROWS);
    this.#lengths = words(lengths);
    this.#kvk = words(kvk);
    this.#keys = words(keys, 2);
    this.#prints = words(prints, 2);
    this.#obtained = new Int32Array(obtained ?? new ArrayBuffer(0));
  }

  /** Ends the row that was written to `contracts` (and `accounts`). `hashes`: words of the key, then of the fingerprint. */
  endRow(line: number, offset: number, length: number, kvk: number, hashes: Uint32Array, obtained: number): void {
    const row = this.#rows;
    if (row === this.#ends.length) this.#grow();
    if (obtained !== NO_NUMBER) this.#noteDay(row, obtained);
    this.#ends[row] = this.contracts.at;
    this.#accountEnds[row] = this.accounts.at;
    this.#lines[row] = line;
    this.#offsets[row] = offset;
    this.#lengths[row] = length;
    this.#kvk[row] = kvk;
    this.#keys[row * 2] = hashes[0] as number;
    this.#keys[row * 2 + 1] = hashes[1] as number;
    this.#prints[row * 2] = hashes[2] as number;
    this.#prints[row * 2 + 1] = hashes[3] as number;
    this.#rows = row + 1;
  }

  #noteDay(row: number, day: number): void {
    if (row >= this.#obtained.length) {
      const larger = new Int32Array(this.#ends.length);
      larger.set(this.#obtained);
      this.#obtained = larger;
    }
    this.#obtained[row] = day;
    this.#hasDays = true;
  }

  #grow(): void {
    const words = (old: Uint32Array): Uint32Array<ArrayBuffer> => {
      const larger = new Uint32Array(old.length * 2);
      larger.set(old);
      return larger;
    };
    const offsets = new Float64Array(this.#offsets.length * 2);
    offsets.set(this.#offsets);
    this.#offsets = offsets;
    [this.#ends, this.#accountEnds, this.#lines] = [words(this.#ends), words(this.#accountEnds), words(this.#lines)];
    [this.#lengths, this.#kvk, this.#keys, this.#prints] = [words(this.#lengths), words(this.#kvk), words(this.#keys), words(this.#prints)];
  }

  /** What was filled in, as views on the buffers: valid until they are used again. */
  arrays(): BatchArrays {
    const rows = this.#rows;
    return {
      csv: this.contracts.bytes.subarray(0, this.contracts.at),
      ends: this.#ends.subarray(0, rows),
      lines: this.#lines.subarray(0, rows),
      offsets: this.#offsets.subarray(0, rows),
      lengths: this.#lengths.subarray(0, rows),
      accounts: this.#kvk.subarray(0, rows),
      keys: new BigUint64Array(this.#keys.buffer, 0, rows),
      fingerprints: new BigUint64Array(this.#prints.buffer, 0, rows),
      obtained: this.#obtained.subarray(0, this.#hasDays ? rows : 0),
      accountCsv: this.accounts.bytes.subarray(0, this.accounts.at),
      accountEnds: this.#accountEnds.subarray(0, this.accounts.at === 0 ? 0 : rows),
    };
  }
}

/** The buffers under a batch, in the order in which `new BatchBuffers` wants them back. */
export function buffersOf({
  csv,
  accountCsv,
  ends,
  accountEnds,
  lines,
  offsets,
  lengths,
  accounts,
  keys,
  fingerprints,
  obtained,
}: BatchArrays): ArrayBuffer[] {
  return [csv, accountCsv, ends, accountEnds, lines, offsets, lengths, accounts, keys, fingerprints, obtained].map(
    ({ buffer }) => buffer as ArrayBuffer,
  );
}
