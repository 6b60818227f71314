// A command that ends before or during its work: what happened, and what to do next.

/** 2 = wrong usage or a refused file, 3 = the org, the network or this machine. */
export type FailureExitCode = 2 | 3;

/** `message` is one sentence that says what happened and where; `action` is the next step, a command where one exists. */
export class ImportFailure extends Error {
  readonly code: string;
  readonly action: string;
  readonly exitCode: FailureExitCode;

  constructor(code: string, exitCode: FailureExitCode, message: string, action: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ImportFailure';
    this.code = code;
    this.exitCode = exitCode;
    this.action = action;
  }
}

/** A command line that cannot be carried out: exit code 2. */
export function usageFailure(message: string, action: string): ImportFailure {
  return new ImportFailure('USAGE', 2, message, action);
}

/** Trouble with the org, the network or this machine: exit code 3. */
export function orgFailure(code: string, message: string, action: string, cause?: unknown): ImportFailure {
  return new ImportFailure(code, 3, message, action, cause);
}

/** The user, or the system, asked the command to stop. */
export function interrupted(): ImportFailure {
  return orgFailure(
    'INTERRUPTED',
    'The import was interrupted.',
    'Run the command again; rows that arrived are recognised and not doubled.',
  );
}
