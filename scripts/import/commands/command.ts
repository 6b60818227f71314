// What every command of the import is given, and what it owes.
import type { CivilDate } from '../../platform/civil-date.ts';
import type { OrgAccess } from '../../org-connection/org-access.ts';
import type { OrgIdentity } from '../../org-connection/org-identity.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import type { ImportArguments } from '../plan/arguments.ts';
import type { RunIdentity } from '../plan/import-outcome.ts';
import type { Ask, Language } from '../plan/import-plan.ts';
import type { Output } from '../report/output.ts';
import type { ReportFiles } from '../report/report-document.ts';
import type { Surroundings } from '../surroundings.ts';

/** What is known so far, for the report of a failure. */
export interface Known {
  run: Partial<RunIdentity>;
  files: ReportFiles;
  access?: OrgAccess;
  /** The run that `resume` can go on with. */
  resumable?: string;
}

export interface OpenOrg {
  readonly session: OrgSession;
  readonly identity: OrgIdentity;
  /** Milliseconds that the org's clock is ahead of this machine's. */
  readonly clockAhead: number;
}

export interface CommandContext {
  readonly args: ImportArguments;
  readonly surroundings: Surroundings;
  readonly known: Known;
  readonly output: Output;
  readonly today: CivilDate;
  readonly language: Language;
  /** Absent where nobody can answer. */
  readonly ask?: Ask;
  /** Opens a session without a word; whoever asks for it closes it. */
  readonly connect: (target: string) => Promise<OpenOrg>;
  /** The same, or one that is being opened, and tells which org it is. `writes`: a production org has to be confirmed. */
  readonly open: (target: string, options: { readonly writes: boolean; readonly connecting?: Promise<OpenOrg> }) => Promise<OpenOrg>;
}

/** Carries a command out and returns its exit code. */
export type Command = (context: CommandContext) => Promise<number>;
