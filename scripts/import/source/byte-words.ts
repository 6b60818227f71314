// Stretches of bytes handled four at a time. A DataView reads and writes a word wherever it begins, which a typed array cannot, in one
// instruction; the last word of a stretch overlaps the one before it, so that no single bytes are left over.

const WORD = 4;

/** A view on the same bytes. */
export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBufferLike>): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** Copies `source[from, to)` to `target[at]`; returns where the writing ended. For the few bytes of a cell faster than `set`. */
export function copyWords(source: DataView, from: number, to: number, target: DataView, at: number): number {
  const last = to - WORD;
  if (last < from) {
    for (let read = from, write = at; read < to; read += 1, write += 1) target.setUint8(write, source.getUint8(read));
  } else {
    for (let read = from, write = at; read < last; read += WORD, write += WORD) target.setInt32(write, source.getInt32(read, true), true);
    target.setInt32(at + last - from, source.getInt32(last, true), true);
  }
  return at + to - from;
}

/** True when the `length` bytes at `one[from]` and `other[at]` are equal. */
export function areEqual(one: DataView, from: number, other: DataView, at: number, length: number): boolean {
  const last = length - WORD;
  if (last < 0) {
    for (let place = 0; place < length; place += 1) if (one.getUint8(from + place) !== other.getUint8(at + place)) return false;
    return true;
  }
  for (let place = 0; place < last; place += WORD) if (one.getInt32(from + place) !== other.getInt32(at + place)) return false;
  return one.getInt32(from + last) === other.getInt32(at + last);
}

/** Hash of `view[start, end)` for tables in memory; never negative. */
export function hashWords(view: DataView, start: number, end: number): number {
  const last = end - WORD;
  let hash = 0x811c9dc5 ^ (end - start);
  if (last < start) {
    // the first, the middle and the last byte are all there are
    if (end > start) hash ^= view.getUint8(start) | (view.getUint8((start + end) >> 1) << 8) | (view.getUint8(end - 1) << 16);
  } else {
    for (let at = start; at < last; at += WORD) {
      hash = Math.imul(hash ^ view.getInt32(at), 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    hash ^= view.getInt32(last);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 0x7fffffff;
}
