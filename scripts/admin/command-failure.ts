// How an admin's command tells that it ended before its work.
import { CommandFailure, type FailureExitCode } from '../org-connection/command-failure.ts';

/** A command that cannot be carried out; `action` is the next step. Admins are addressed in English. */
export function commandFailure(message: string, action: string, exitCode: FailureExitCode = 2): CommandFailure {
  return new CommandFailure(exitCode === 2 ? 'USAGE' : 'ADMIN', exitCode, () => ({ message, action }));
}

/** Prints a failure, of the command line or of the org, and gives the exit code; anything else is a bug and thrown on. */
export function tellFailure(error: unknown): number {
  if (!(error instanceof CommandFailure)) throw error;
  console.error(`${error.message}\n${error.action}`);
  return error.exitCode;
}
