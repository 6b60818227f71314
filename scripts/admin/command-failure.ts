// An admin's command that ends before its work: what happened, and what to do next.
import { ImportFailure } from '../import/plan/import-failure.ts';

/** A command that cannot be carried out: exit code 2 for wrong usage, 3 for the org or the network. `action` is the next step. */
export class CommandFailure extends Error {
  readonly action: string;
  readonly exitCode: 2 | 3;

  constructor(message: string, action: string, exitCode: 2 | 3 = 2) {
    super(message);
    this.name = 'CommandFailure';
    this.action = action;
    this.exitCode = exitCode;
  }
}

/** Prints a failure, of the command line or of the org, and gives the exit code; anything else is a bug and thrown on. */
export function tellFailure(error: unknown): number {
  if (!(error instanceof CommandFailure) && !(error instanceof ImportFailure)) throw error;
  console.error(`${error.message}\n${error.action}`);
  return error.exitCode;
}
