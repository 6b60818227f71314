// What a load learns of its org while its file is still being read: whoever waits for a large file need not wait for the org as well.
import { statSync } from 'node:fs';
import type { KvkSet } from '../load/kvk-set.ts';
import { readAccounts } from '../load/org-content.ts';
import type { ImportKind, ImportPlan } from '../plan/import-plan.ts';
import { isLargeFile } from '../source/whole-pass.ts';
import type { CommandContext, OpenOrg } from './command.ts';

export interface LookAhead {
  /** To be handed to `CommandContext.open`, which tells the user about it. */
  readonly connecting: Promise<OpenOrg>;
  /** Undefined when they could not be read: then they are asked for again where a failure is told. */
  readonly accounts: Promise<KvkSet | undefined>;
  /** For a load that does not come to use the org. */
  drop(): void;
}

/** Whether the rows are matched with accounts by their KvK numbers. */
const NEEDS_ACCOUNTS: Readonly<Record<ImportKind, boolean>> = { contracts: true, consent: false };

/** Undefined for a file that is read in no time. Nothing is written to the org, and nothing told; failures wait in `connecting`. */
export function lookAhead(
  { connect, surroundings }: CommandContext,
  { file, kind }: Pick<ImportPlan, 'file' | 'kind'>,
  target: string,
): LookAhead | undefined {
  if (!isLargeFile(statSync(file, { throwIfNoEntry: false })?.size ?? 0)) return undefined;
  const connecting = connect(target);
  const read = ({ session }: OpenOrg) => (NEEDS_ACCOUNTS[kind] ? readAccounts(session, { wait: surroundings.wait }) : undefined);
  const accounts = connecting.then(read).catch(() => undefined);
  const drop = (): void => {
    connecting.then(
      ({ session }) => session.close(),
      () => undefined,
    );
  };
  return { connecting, accounts, drop };
}
