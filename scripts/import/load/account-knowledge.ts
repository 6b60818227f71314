// What a load knows about accounts besides their KvK numbers: branch and VAT numbers, decisions of a steward, accounts that new ones may resemble.
import type { SourceInspection } from '../source/inspection.ts';
import type { ImportPlan } from '../plan/import-plan.ts';
import type { KnownBusinesses } from '../transform/business.ts';
import type { AccountDecisions } from './account-decisions.ts';
import { accountOf, vatInOrg } from './account-review.ts';
import { bulkQuery } from './bulk-query.ts';
import { businessesAt } from './businesses-at.ts';
import type { CsvRow } from './csv-rows.ts';
import { readLookalikes } from './lookalikes.ts';
import type { NamesByAddress } from './lookalikes.ts';
import { queryByValues } from './narrowed-query.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import { doubtfulRows } from './padded-numbers.ts';
import type { Pace } from '../../org-connection/repeated.ts';

export interface AccountKnowledge {
  /** Absent when every row has a KvK number. */
  readonly businesses: KnownBusinesses | undefined;
  readonly kvkAliases: ReadonlyMap<number, number>;
  readonly lookalikes: NamesByAddress;
  readonly isNew: ReadonlySet<string>;
  /** Offsets of the rows whose KvK number, completed with zeros, belongs to an account of another name. */
  readonly doubtful: ReadonlySet<number>;
}

/** Of a load without a review file. */
export const NO_DECISIONS: AccountDecisions = { kvkAliases: new Map(), businesses: new Map(), isNew: new Set(), completed: [] };

/** Nothing is known without an org. */
export const NO_KNOWLEDGE: AccountKnowledge = {
  ...{ businesses: undefined, kvkAliases: new Map(), lookalikes: new Map(), isNew: new Set() },
  doubtful: new Set(),
};

/** Asks the org what file and decisions make necessary. */
export async function learnAccounts(
  session: OrgSession,
  pace: Pace,
  {
    plan,
    inspection,
    decisions,
  }: { readonly plan: ImportPlan; readonly inspection: SourceInspection; readonly decisions: AccountDecisions },
): Promise<AccountKnowledge> {
  const { kvkAliases, isNew } = decisions;
  return {
    ...{ kvkAliases, isNew },
    businesses: inspection.withoutKvk?.length === 0 ? undefined : await readBusinesses(session, pace, inspection, decisions),
    doubtful: await doubtfulRows(session, pace, inspection),
    lookalikes: plan.accounts === 'create' ? await readLookalikes(session, pace) : new Map(),
  };
}

const FIELDS = 'Id, KvK_Number__c, Name, Branch_Number__c, VAT_Number__c, Postcode__c, House_Number__c, House_Number_Addition__c';
const NUMBERED = 'KvK_Number__c != null AND (Branch_Number__c != null OR VAT_Number__c != null)';

/** Numbers that several accounts have prove nothing. */
async function readBusinesses(
  session: OrgSession,
  pace: Pace,
  inspection: SourceInspection,
  decisions: AccountDecisions,
): Promise<KnownBusinesses> {
  const [branches, vats] = [new Map<string, number>(), new Map<string, number>()];
  const doubled = new Set<string>();
  const put = (index: Map<string, number>, key: string, kvk: number): void => {
    if (key === '' || doubled.has(key)) return;
    if (index.get(key) === undefined) index.set(key, kvk);
    else if (index.get(key) !== kvk) {
      index.delete(key);
      doubled.add(key);
    }
  };
  const note = (row: CsvRow): void => {
    const { kvk, branch, vat } = accountOf(row);
    put(branches, branch, Number(kvk));
    put(vats, vat, Number(kvk));
  };
  const select = `SELECT ${FIELDS} FROM Account`;
  const { withoutKvk } = inspection;
  if (withoutKvk === undefined) await bulkQuery(session, `${select} WHERE ${NUMBERED}`, pace, note);
  else {
    const wanted = businessesAt(inspection, withoutKvk).map(({ business }) => business);
    const values = {
      Branch_Number__c: new Set(wanted.flatMap(({ branch }) => (branch === '' ? [] : [branch]))),
      VAT_Number__c: new Set(wanted.flatMap(({ vat }) => (vat === '' ? [] : [vatInOrg(vat)]))),
    };
    await queryByValues(session, { select, where: NUMBERED, values }, pace, note);
  }
  return { branches, vats, decided: decisions.businesses };
}

/** The same, as JSON holds it. */
export interface KeptKnowledge {
  readonly businesses: { readonly [Key in keyof KnownBusinesses]: readonly (readonly [string, number])[] } | null;
  readonly kvkAliases: readonly (readonly [number, number])[];
  readonly lookalikes: readonly (readonly [string, readonly string[]])[];
  readonly isNew: readonly string[];
  readonly doubtful: readonly number[];
}

export function keptKnowledge({ businesses, kvkAliases, lookalikes, isNew, doubtful }: AccountKnowledge): KeptKnowledge {
  return {
    businesses: businesses ? { branches: [...businesses.branches], vats: [...businesses.vats], decided: [...businesses.decided] } : null,
    ...{ kvkAliases: [...kvkAliases], lookalikes: [...lookalikes], isNew: [...isNew], doubtful: [...doubtful] },
  };
}

export function knowledgeOf({ businesses, kvkAliases, lookalikes, isNew, doubtful }: KeptKnowledge): AccountKnowledge {
  return {
    businesses: businesses
      ? { branches: new Map(businesses.branches), vats: new Map(businesses.vats), decided: new Map(businesses.decided) }
      : undefined,
    ...{ kvkAliases: new Map(kvkAliases), lookalikes: new Map(lookalikes), isNew: new Set(isNew) },
    doubtful: new Set(doubtful),
  };
}
