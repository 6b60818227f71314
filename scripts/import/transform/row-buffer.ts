// A growing buffer in which the rows of one batch are written one behind the other.

const FIRST_BYTES = 2 * 1024 * 1024;
/** Room that is made before a row, so that its cells can be written without asking. */
const ROOM = 64 * 1024;

/** Copies short stretches of bytes faster than a call to `set` would. */
export function copyBytes(source: Uint8Array, from: number, to: number, target: Uint8Array, at: number): number {
  let write = at;
  for (let read = from; read < to; read += 1, write += 1) target[write] = source[read] as number;
  return write;
}

export class RowBuffer {
  bytes = new Uint8Array(FIRST_BYTES);
  /** Where the next byte goes. */
  at = 0;
  #ends = new Uint32Array(16_384);
  #rows = 0;

  makeRoom(): void {
    if (this.bytes.length - this.at >= ROOM) return;
    const larger = new Uint8Array(this.bytes.length * 2);
    larger.set(this.bytes);
    this.bytes = larger;
  }

  endRow(): void {
    if (this.#rows === this.#ends.length) {
      const larger = new Uint32Array(this.#ends.length * 2);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#ends[this.#rows] = this.at;
    this.#rows += 1;
  }

  /** What was written, in buffers of its own; empties this one. */
  take(): { readonly csv: Uint8Array; readonly ends: Uint32Array } {
    const taken = { csv: this.bytes.slice(0, this.at), ends: this.#ends.slice(0, this.#rows) };
    this.at = 0;
    this.#rows = 0;
    return taken;
  }
}
