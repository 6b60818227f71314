// KvK numbers that lost their leading zeros: where the account with the completed number has another name, a person decides.
import { columnOf } from '../source/inspection.ts';
import type { RowPlace, SourceInspection } from '../source/inspection.ts';
import { nameSimilarity } from '../transform/business.ts';
import { LEAST_SIMILARITY } from './account-review.ts';
import { businessesAt } from './businesses-at.ts';
import { queryByValues } from './narrowed-query.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import type { Pace } from '../../org-connection/repeated.ts';

/** Offsets of the rows whose completed number belongs to an account of another name. A row or a file without names doubts nothing. */
export async function doubtfulRows(session: OrgSession, pace: Pace, inspection: SourceInspection): Promise<ReadonlySet<number>> {
  const places = inspection.shortKvk ?? [];
  if (places.length === 0 || columnOf(inspection, 'companyName') === undefined) return new Set();
  const padded = businessesAt<RowPlace>(inspection, places).filter(({ business }) => business.kvk !== '' && business.name !== '');
  const names = new Map<string, string>();
  const query = {
    select: 'SELECT KvK_Number__c, Name FROM Account',
    where: 'KvK_Number__c != null',
    values: { KvK_Number__c: new Set(padded.map(({ business }) => business.kvk)) },
  };
  await queryByValues(session, query, pace, (row) => void names.set(row.text(0), row.text(1)));
  const isOther = (kvk: string, name: string): boolean => {
    const known = names.get(kvk);
    return known !== undefined && nameSimilarity(known, name) < LEAST_SIMILARITY;
  };
  return new Set(padded.filter(({ business }) => isOther(business.kvk, business.name)).map(({ place }) => place.offset));
}
