// A file or an option that is refused as a whole, before anything is written.

/** One sentence about what is wrong, and one about what to do next. The command ends with `exitCode`. */
export class ImportRefusal extends Error {
  /** Stable code such as AMBIGUOUS_DATES. */
  readonly code: string;
  /** The next step, as a full sentence; '' when the message already says it. */
  readonly action: string;
  readonly exitCode: number;
  /** What its sentences are about, by placeholder. */
  readonly values: Readonly<Record<string, string | number>>;

  constructor(
    code: string,
    message: string,
    action: string,
    options: { exitCode?: number; cause?: unknown; values?: Readonly<Record<string, string | number>> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ImportRefusal';
    this.code = code;
    this.action = action;
    this.exitCode = options.exitCode ?? 2;
    this.values = options.values ?? {};
  }
}
