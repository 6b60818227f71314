// Finds the bytes that matter for splitting records (delimiters, line ends, quotes) sixteen at a time. JavaScript has no vectors,
// WebAssembly has: this is its module, assembled below instruction by instruction.

/** Bytes that are searched at once: they and their marks fit the processor's nearest cache. */
export const WINDOW = 16 * 1024;
const VECTOR = 16;
const [LF, CR, QUOTE] = [10, 13, 34] as const;
const PAGE = 64 * 1024;
/** The window stands at 0; its marks, four bytes each, on pages of their own. */
const MARKS_AT = PAGE;
const PAGES = 2 + Math.ceil((WINDOW * 4) / PAGE);

/** Node's own types know it only together with those of browsers. */
interface Engine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

const { Module, Instance } = (globalThis as unknown as { readonly WebAssembly: Engine }).WebAssembly;

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Takes the length of the window and the delimiter; returns the number of marks. */
  readonly find: (length: number, delimiter: number) => number;
}

/** Marks of one stretch of bytes at a time. */
export class MarkFinder {
  /** Places of the marks in the bytes that were searched last, counted from where the search began. */
  readonly marks: Int32Array;
  readonly #find: Exports['find'];
  readonly #window: Uint8Array;
  readonly #delimiter: number;

  constructor(delimiter: number) {
    const { memory, find } = new Instance(MODULE).exports as Exports;
    this.marks = new Int32Array(memory.buffer, MARKS_AT, WINDOW);
    this.#window = new Uint8Array(memory.buffer, 0, WINDOW + VECTOR);
    this.#find = find;
    this.#delimiter = delimiter;
  }

  /** Searches `bytes[from, to)`, at most WINDOW of them; returns how many marks there are. */
  search(bytes: Uint8Array, from: number, to: number): number {
    this.#window.set(bytes.subarray(from, to));
    // the last vector may reach behind the bytes
    this.#window.fill(0, to - from, to - from + VECTOR);
    return this.#find(to - from, this.#delimiter);
  }
}

/** A number as WebAssembly writes it (LEB128, signed). */
function number(value: number): readonly number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  return (rest === 0 && low < 0x40) || (rest === -1 && low >= 0x40) ? [low] : [low | 0x80, ...number(rest)];
}

const counted = (bytes: readonly number[]): readonly number[] => [...unsigned(bytes.length), ...bytes];
const unsigned = (value: number): readonly number[] => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >> 7)]);
const named = (name: string, kind: number): readonly number[] => [...counted([...Buffer.from(name)]), kind, 0];
const [I32, V128, NOTHING] = [0x7f, 0x7b, 0x40] as const;

// locals: the two parameters, then these
const [LENGTH, DELIMITER, AT, OUT, NEXT, MASK, DELIMITERS, LFS, CRS, QUOTES, BYTES] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const get = (local: number): readonly number[] => [0x20, local];
const set = (local: number): readonly number[] => [0x21, local];
const constant = (value: number): readonly number[] => [0x41, ...number(value)];
const [BLOCK, LOOP, END] = [[0x02, NOTHING], [0x03, NOTHING], [0x0b]] as const;
const branch = (depth: number): readonly number[] => [0x0c, depth];
const branchIf = (depth: number): readonly number[] => [0x0d, depth];
const [IS_ZERO, IS_AT_LEAST, ADD, SUBTRACT, AND, SHIFT_LEFT, SHIFT_RIGHT] = [0x45, 0x4f, 0x6a, 0x6b, 0x71, 0x74, 0x76] as const;
const [TRAILING_ZEROS, BIT_COUNT] = [0x68, 0x69] as const;
const LOAD_VECTOR = [0xfd, 0x00, 0, 0] as const;
const [SPLAT, EQUAL, OR, BITMASK] = [
  [0xfd, 0x0f],
  [0xfd, 0x23],
  [0xfd, 0x50],
  [0xfd, 0x64],
] as const;
/** Stores the place of the lowest bit of the mask that far behind `out`, and takes the bit away. */
const markAt = (offset: number): readonly number[] => [
  ...[...get(OUT), ...get(AT), ...get(MASK), TRAILING_ZEROS, ADD, 0x36, 2, offset],
  ...[...get(MASK), ...get(MASK), ...constant(1), SUBTRACT, AND, ...set(MASK)],
];
const equal = (local: number): readonly number[] => [...get(BYTES), ...get(local), ...EQUAL];

const CODE = [
  ...[...get(DELIMITER), ...SPLAT, ...set(DELIMITERS), ...constant(LF), ...SPLAT, ...set(LFS)],
  ...[...constant(CR), ...SPLAT, ...set(CRS), ...constant(QUOTE), ...SPLAT, ...set(QUOTES)],
  ...[...constant(MARKS_AT), ...set(OUT)],
  // for (at = 0; at < length; at += 16)
  ...[...BLOCK, ...LOOP, ...get(AT), ...get(LENGTH), IS_AT_LEAST, ...branchIf(1)],
  // mask: a bit for each byte that is a mark
  ...[...get(AT), ...LOAD_VECTOR, ...set(BYTES)],
  ...[...equal(DELIMITERS), ...equal(LFS), ...OR, ...equal(CRS), ...equal(QUOTES), ...OR, ...OR, ...BITMASK, ...set(MASK)],
  // three marks without asking whether they are there: what is too much is overwritten, and a wrong guess would cost more
  ...[...get(OUT), ...get(MASK), BIT_COUNT, ...constant(2), SHIFT_LEFT, ADD, ...set(NEXT)],
  ...[...markAt(0), ...markAt(4), ...markAt(8)],
  // for (; mask !== 0; out += 4) the others
  ...[...BLOCK, ...LOOP, ...get(MASK), IS_ZERO, ...branchIf(1), ...markAt(12)],
  ...[...get(OUT), ...constant(4), ADD, ...set(OUT), ...branch(0), ...END, ...END],
  ...[...get(NEXT), ...set(OUT)],
  ...[...get(AT), ...constant(VECTOR), ADD, ...set(AT), ...branch(0), ...END, ...END],
  ...[...get(OUT), ...constant(MARKS_AT), SUBTRACT, ...constant(2), SHIFT_RIGHT, ...END],
];

const MODULE = new Module(
  Uint8Array.from([
    ...[...Buffer.from('\0asm'), 1, 0, 0, 0],
    ...[1, ...counted([1, 0x60, 2, I32, I32, 1, I32])],
    ...[3, ...counted([1, 0])],
    ...[5, ...counted([1, 0, PAGES])],
    ...[7, ...counted([2, ...named('memory', 2), ...named('find', 0)])],
    ...[10, ...counted([1, ...counted([2, 4, I32, 5, V128, ...CODE])])],
  ]),
);
