// Keeps a file from being loaded into a production org by mistake.
import { usageFailure } from './import-failure.ts';
import type { OrgIdentity } from '../../org-connection/org-identity.ts';
import type { Ask } from './import-plan.ts';

/** Passes for any other org, on `--yes`, and when the name of the org or of its user is typed; throws a usage failure otherwise. */
export async function confirmTarget(
  org: OrgIdentity,
  options: { readonly yes: boolean; readonly question: string; readonly ask?: Ask },
): Promise<void> {
  if (org.kind !== 'production' || options.yes) return;
  const answer = (await options.ask?.(options.question))?.trim();
  if (answer === org.name || answer === org.username) return;
  throw usageFailure('USAGE.production', { name: org.name, username: org.username });
}
