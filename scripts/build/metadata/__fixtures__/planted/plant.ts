// An error that is planted in a fixture package, and how it is written down.

export interface PlantedError {
  /** Completes "it finds …". */
  readonly what: string;
  readonly file: string;
  /** Text to replace once; undefined removes the file. */
  readonly change: readonly [from: string, to: string] | undefined;
  readonly message: RegExp;
}

export const plant = (what: string, file: string, change: readonly [string, string] | undefined, message: RegExp): PlantedError => ({
  what,
  file,
  change,
  message,
});
