// Which org it is that answers, and what its clock says.
import { ApiError } from '../platform/api-error.ts';
import { isLoopback } from './org-access.ts';
import { streamText } from './org-http.ts';
import type { OrgSession } from './org-session.ts';

/** The org that was addressed. `kind` decides whether a confirmation is needed. */
export interface OrgIdentity {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly instanceUrl: string;
  readonly kind: 'local' | 'sandbox' | 'developer' | 'production';
}

/** Clocks that differ by less are taken for equal. */
const TOLERATED_MILLISECONDS = 300_000;

/**
 * Asks the org without jsforce's repetitions, so that an absent org is told at once. `clockAhead`: milliseconds that the org's clock is
 * ahead of `now`, 0 when it is no more than five minutes off or the org does not tell the time.
 */
export async function identify(
  session: OrgSession,
  now: () => Date,
): Promise<{ readonly identity: OrgIdentity; readonly clockAhead: number }> {
  const soql = 'SELECT Id, Name, IsSandbox, OrganizationType FROM Organization';
  const { body, headers } = await session.stream({ method: 'GET', path: `/query?q=${encodeURIComponent(soql)}` });
  const date = Date.parse(String(headers['date'] ?? ''));
  const record = firstRecord(await streamText(body));
  const { username, instanceUrl } = session.access;
  const identity = { id: String(record['Id']), name: String(record['Name']), username, instanceUrl, kind: kindOf(record, instanceUrl) };
  const ahead = Number.isNaN(date) ? 0 : date - now().getTime();
  return { identity, clockAhead: Math.abs(ahead) < TOLERATED_MILLISECONDS ? 0 : ahead };
}

function kindOf(organization: Readonly<Record<string, unknown>>, instanceUrl: string): OrgIdentity['kind'] {
  if (isLoopback(instanceUrl)) return 'local';
  if (organization['IsSandbox'] === true) return 'sandbox';
  return organization['OrganizationType'] === 'Developer Edition' ? 'developer' : 'production';
}

function firstRecord(content: string): Readonly<Record<string, unknown>> {
  try {
    const record = (JSON.parse(content) as { readonly records?: readonly Readonly<Record<string, unknown>>[] }).records?.[0];
    if (record !== undefined) return record;
  } catch {
    // not JSON: told below
  }
  throw new ApiError(404, 'NOT_AN_ORG', 'the answer is not that of a Salesforce org');
}
