// A small seeded random source, so that generated data are the same on every machine.

export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `from` up to and including `to`. */
  whole(from: number, to: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** An item by its weight. */
  weighted<T>(from: readonly (readonly [item: T, weight: number])[]): T;
}

/** Random numbers from a 32-bit seed (the mulberry32 generator); equal seeds give equal numbers. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick<T>(from: readonly T[]): T {
      const item = from[whole(0, from.length - 1)];
      if (item === undefined) throw new Error('pick() needs at least one item');
      return item;
    },
    weighted<T>(from: readonly (readonly [T, number])[]): T {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of from) {
        left -= weight;
        if (left < 0) return item;
      }
      throw new Error('weighted() needs at least one item with a weight');
    },
  };
}
