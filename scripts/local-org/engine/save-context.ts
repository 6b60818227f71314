// The context of a save that a client, or the org by itself, begins.
import type { OrgCore, SaveContext } from './org-core.ts';
import type { Session } from './session.ts';
import { SYNCHRONOUS, Transaction } from './transaction.ts';

/** A context at the present instant, outside of all other saves. */
export function saveContext(core: OrgCore, session: Session): SaveContext {
  const instant = new Date(Math.floor(core.now().getTime() / 1000) * 1000).toISOString();
  const environment = core.environment(session);
  return {
    core,
    session,
    environment,
    instant,
    depth: 0,
    running: undefined,
    transaction: new Transaction(SYNCHRONOUS),
    faults: [],
    view: core.view(session),
    system: false,
  };
}
