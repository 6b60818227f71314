// Who says whether an org would take metadata: handed in from outside, because the check of the package stands above the local org.

/** Something that an org refuses. */
export interface Fault {
  /** Absolute path in source format. */
  readonly file: string;
  readonly line: number;
  readonly problem: string;
}

/** Looks at all metadata below a folder in source format. */
export type Judge = (source: string) => readonly Fault[];
