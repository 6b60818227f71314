// Requests that may simply be sent again: what a broken line or a busy server did to them passes.
import { isPassing } from './org-failures.ts';

/** How time passes: `wait` resolves after that many milliseconds. */
export interface Pace {
  readonly wait: (milliseconds: number) => Promise<void>;
}

const ATTEMPTS = 4;

/** The answer of the first attempt that is not turned away by something that passes; waits 1, 2, 4 seconds in between. */
export async function repeated<Answer>(work: () => Promise<Answer>, pace: Pace): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || attempt === ATTEMPTS) throw error;
      await pace.wait(1_000 * 2 ** (attempt - 1));
    }
  }
}
