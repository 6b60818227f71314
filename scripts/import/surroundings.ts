// The process as far as the import needs it; made in main, handed down.

export interface Surroundings {
  /** Root of the project: `.import` and `.local-org` are folders of it. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly now: () => Date;
  /** A few letters and digits that make a run id unique. */
  readonly randomText: () => string;
  /** Milliseconds of a steady clock. */
  readonly clock: () => number;
  /** Resolves after that time, or rejects with the reason of `signal` when that comes first. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Aborted, with an import failure as its reason, when the user interrupts the command. */
  readonly signal?: AbortSignal;
}
