// A long list of record ids in little memory: 18 bytes each.

const ID_LENGTH = 18;
const FIRST_CAPACITY = 1_024;

export class IdList {
  #bytes = Buffer.alloc(FIRST_CAPACITY * ID_LENGTH);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds an 18-character id. */
  add(id: string): void {
    const at = this.#length * ID_LENGTH;
    if (at === this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], at * 2);
    this.#bytes.write(id, at, ID_LENGTH, 'latin1');
    this.#length += 1;
  }

  /** The ids in order, at most `size` at a time. */
  *batches(size: number): Generator<readonly string[]> {
    for (let from = 0; from < this.#length; from += size) {
      const count = Math.min(size, this.#length - from);
      yield Array.from({ length: count }, (_, at) => this.#bytes.toString('latin1', (from + at) * ID_LENGTH, (from + at + 1) * ID_LENGTH));
    }
  }
}
