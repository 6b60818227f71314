// What a run writes besides the rows of its file: fields of single records, kept as they were so that undoing can give them back.
import type { RunJournal } from '../journal/run-journal.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import { repeated } from '../../org-connection/repeated.ts';
import type { Pace } from '../../org-connection/repeated.ts';

export type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** One record before and after; both name the same fields. */
export interface Patch {
  readonly object: 'Account' | 'Competitor_Contract__c';
  readonly id: string;
  readonly before: Fields;
  readonly after: Fields;
}

/** Why the org refused a record. */
export interface PatchRefusal {
  readonly code: string;
  readonly message: string;
}

const FACT = 'patched';
const RECORDS_PER_REQUEST = 200;

/** The patches of a run so far, one per record. */
export function patchesOf(journal: RunJournal): readonly Patch[] {
  return (journal.read(FACT) ?? []) as readonly Patch[];
}

/**
 * Writes the fields, each request as a whole or, with `allOrNone` false, record by record; returns the refusals by record id. They are in
 * the journal before they are in the org.
 */
export async function patchRecords(
  { session, pace, journal }: { readonly session: OrgSession; readonly pace: Pace; readonly journal: RunJournal | undefined },
  patches: readonly Patch[],
  { allOrNone }: { readonly allOrNone: boolean },
): Promise<ReadonlyMap<string, PatchRefusal>> {
  if (patches.length > 0) journal?.write(FACT, merged(patchesOf(journal), patches));
  const refused = new Map<string, PatchRefusal>();
  for (let from = 0; from < patches.length; from += RECORDS_PER_REQUEST) {
    const part = patches.slice(from, from + RECORDS_PER_REQUEST);
    const records = part.map(({ object, id, after }) => ({ attributes: { type: object }, Id: id, ...after }));
    const answer = await repeated(() => session.json('PATCH', '/composite/sobjects', { allOrNone, records }), pace);
    for (const [at, result] of (answer as readonly SaveAnswer[]).entries()) {
      const { statusCode: code = 'UNKNOWN', message = '?' } = result.errors?.[0] ?? {};
      if (result.success !== true) refused.set(part[at]?.id ?? '', { code, message });
    }
  }
  return refused;
}

interface SaveAnswer {
  readonly success?: boolean;
  readonly errors?: readonly { readonly statusCode?: string; readonly message?: string }[];
}

/** A record that is written twice keeps what it was before the first time. */
function merged(earlier: readonly Patch[], later: readonly Patch[]): readonly Patch[] {
  const byId = new Map(earlier.map((patch) => [patch.id, patch]));
  for (const patch of later) {
    const known = byId.get(patch.id);
    byId.set(patch.id, {
      ...patch,
      before: { ...patch.before, ...known?.before },
      after: { ...known?.after, ...patch.after },
    });
  }
  return [...byId.values()];
}
