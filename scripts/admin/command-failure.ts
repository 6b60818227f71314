// An admin's command that ends before its work: what happened, and what to do next.
import { ImportFailure } from '../import/plan/import-failure.ts';

/** A command line that cannot be carried out: exit code 2. `action` is the next step. */
export class CommandFailure extends Error {
  readonly action: string;
  readonly exitCode = 2;

  constructor(message: string, action: string) {
    super(message);
    this.name = 'CommandFailure';
    this.action = action;
  }
}

/** Prints a failure, of the command line or of the org, and gives the exit code; anything else is a bug and thrown on. */
export function tellFailure(error: unknown): number {
  if (!(error instanceof CommandFailure) && !(error instanceof ImportFailure)) throw error;
  console.error(`${error.message}\n${error.action}`);
  return error.exitCode;
}
