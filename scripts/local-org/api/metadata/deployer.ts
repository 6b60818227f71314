// Who may deploy: administrators, as the profile permission "Modify Metadata Through Metadata API Functions" has it.
import { ApiError } from '../../../platform/api-error.ts';
import type { Org, Session } from '../../engine/org.ts';
import { quotedText } from '../../soql/quoted-text.ts';

const ADMINISTRATOR = 'System Administrator';

/** Throws ApiError 403 for everybody else. */
export function requireDeployer(org: Org, session: Session): void {
  const { records } = org.query(session, `SELECT Profile.Name FROM User WHERE Id = ${quotedText(session.userId)}`);
  const profile = records[0]?.['Profile'] as { readonly Name?: string } | null | undefined;
  if (profile?.Name === ADMINISTRATOR) return;
  throw new ApiError(
    403,
    'INSUFFICIENT_ACCESS',
    'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions',
  );
}

export function userName(org: Org, userId: string): string {
  const session = org.session(userId);
  const { records } = session ? org.query(session, `SELECT Name FROM User WHERE Id = ${quotedText(userId)}`) : { records: [] };
  return String(records[0]?.['Name'] ?? '');
}
