// Which row of a file counts when several are about one contract and the file says when each was obtained: the newest.
import { RowTable } from './row-table.ts';

const CHUNK = 1 << 14;
/** Day, line, low and high word of the fingerprint. */
const WORDS = 4;

/** Fed with every row in file order; afterwards it knows the winner of each contract. */
export class Winners {
  readonly #table = new RowTable();
  readonly #chunks: Uint32Array[] = [];

  /** `day` is a day number. The first of several rows of one day stays. */
  add(low: number, high: number, day: number, line: number, printLow: number, printHigh: number): void {
    let row = this.#table.find(low, high);
    if (row < 0) {
      row = this.#table.add(low, high);
      if (row % CHUNK === 0) this.#chunks.push(new Uint32Array(CHUNK * WORDS));
    } else if (day <= this.#word(row, 0)) return;
    for (const [word, value] of [day, line, printLow, printHigh].entries()) this.#set(row, word, value);
  }

  /** Whether a row counts, says the same as the one that counts, or says something else. */
  judge(low: number, high: number, line: number, printLow: number, printHigh: number): 'wins' | 'repeats' | 'differs' {
    const row = this.#table.find(low, high);
    if (row < 0 || this.#word(row, 1) === line) return 'wins';
    return this.#word(row, 2) === printLow && this.#word(row, 3) === printHigh ? 'repeats' : 'differs';
  }

  #word(row: number, word: number): number {
    return this.#chunks[Math.floor(row / CHUNK)]?.[(row % CHUNK) * WORDS + word] ?? 0;
  }

  #set(row: number, word: number, value: number): void {
    this.#chunks[Math.floor(row / CHUNK)]?.fill(value, (row % CHUNK) * WORDS + word, (row % CHUNK) * WORDS + word + 1);
  }
}
