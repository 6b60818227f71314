// A map from short byte strings to small numbers, without making a string per look-up.

/** Hash of a stretch of bytes, four at a time; never negative. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 ^ (end - start);
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const word =
      (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24);
    hash = Math.imul(hash ^ word, 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  for (; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  hash ^= hash >>> 13;
  return hash & 0x7fffffff;
}

/** Numbers the distinct byte strings 0, 1, 2 … in order of appearance, up to a capacity. */
export class ByteTable {
  /** Distinct strings held. */
  size = 0;
  readonly capacity: number;
  readonly #mask: number;
  readonly #slots: Int32Array;
  readonly #hashes: Int32Array;
  readonly #starts: Int32Array;
  #arena: Uint8Array;
  #used = 0;

  constructor(capacity: number) {
    const slots = 2 ** Math.ceil(Math.log2(capacity * 2));
    this.capacity = capacity;
    this.#mask = slots - 1;
    this.#slots = new Int32Array(slots).fill(-1);
    this.#hashes = new Int32Array(capacity);
    this.#starts = new Int32Array(capacity + 1);
    this.#arena = new Uint8Array(capacity * 16);
  }

  /** The number of these bytes, or -1 − slot when they are not held: pass that to `add`. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashBytes(bytes, start, end);
    const length = end - start;
    let slot = hash & this.#mask;
    for (;;) {
      const number = this.#slots[slot] as number;
      if (number < 0) return -1 - slot;
      const from = this.#starts[number] as number;
      if (this.#hashes[number] === hash && (this.#starts[number + 1] as number) - from === length) {
        const arena = this.#arena;
        let at = 0;
        while (at < length && arena[from + at] === bytes[start + at]) at += 1;
        if (at === length) return number;
      }
      slot = (slot + 1) & this.#mask;
    }
  }

  /** Adds bytes that `find` answered with `missing`; returns their number, or -1 when the table is full. */
  add(missing: number, bytes: Uint8Array, start: number, end: number): number {
    if (this.size >= this.capacity) return -1;
    const length = end - start;
    if (this.#used + length > this.#arena.length) {
      const larger = new Uint8Array(Math.max(this.#arena.length * 2, this.#used + length));
      larger.set(this.#arena);
      this.#arena = larger;
    }
    this.#arena.set(bytes.subarray(start, end), this.#used);
    this.#used += length;
    const number = this.size;
    this.size += 1;
    this.#hashes[number] = hashBytes(bytes, start, end);
    this.#starts[number + 1] = this.#used;
    this.#slots[-1 - missing] = number;
    return number;
  }

  /** The bytes with this number. */
  bytesOf(number: number): Uint8Array {
    return this.#arena.subarray(this.#starts[number], this.#starts[number + 1]);
  }

  clear(): void {
    this.size = 0;
    this.#used = 0;
    this.#slots.fill(-1);
  }
}
