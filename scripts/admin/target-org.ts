// The org that an admin's command works on: reached through the sf CLI's own authorisations, or the local org's file.
// the doctor lists metadata, which the connection alone cannot
import 'jsforce/lib/api/metadata.js';
import type { Connection } from 'jsforce/lib/connection.js';
import { apiError, openConnection } from '../org-connection/jsforce-connection.ts';
import { findOrgAccess, type OrgAccess } from '../org-connection/org-access.ts';
import { asFailure } from '../org-connection/org-failures.ts';

export interface TargetOrg {
  readonly access: OrgAccess;
  readonly connection: Connection;
  /** Of the organization, for the first line of every output. */
  readonly name: string;
  /** The organization's own, such as `nl_NL`. */
  readonly language: string;
}

/** Connects and asks the org for its name; throws a failure with the next step when that does not succeed. `folder` holds `.local-org`. */
export async function openTargetOrg(target: string, folder: string): Promise<TargetOrg> {
  const access = await findOrgAccess(target, folder);
  const connection = await openConnection(access);
  try {
    const { records } = await connection.query<{ readonly Name: string; readonly LanguageLocaleKey: string }>(
      'SELECT Name, LanguageLocaleKey FROM Organization',
    );
    return { access, connection, name: records[0]?.Name ?? target, language: records[0]?.LanguageLocaleKey ?? '' };
  } catch (error) {
    throw failureAt(error, access);
  }
}

/** An error of a request as one sentence and the next step. */
export function failureAt(error: unknown, access: OrgAccess): Error {
  return asFailure(apiError(error), access);
}
