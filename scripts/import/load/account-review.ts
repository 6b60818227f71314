// Businesses of the file that the org may know under another number or spelling: proposals for a person to decide on, never merged here.
import type { Reject } from '../plan/import-outcome.ts';
import type { SourceInspection } from '../source/inspection.ts';
import { addressKey, businessKey, businessOf, nameSimilarity } from '../transform/business.ts';
import type { Business } from '../transform/business.ts';
import { businessesAt } from './businesses-at.ts';
import type { CsvRow } from './csv-rows.ts';
import { queryByValues } from './narrowed-query.ts';
import { writeReview } from './review-file.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import type { Pace } from '../../org-connection/repeated.ts';

/** Name of the review file in the folder of the run. */
export const REVIEW_FILE = 'accounts-review.csv';

/** Header of the review file; the last column is for the steward. */
export const REVIEW_COLUMNS = [
  ...['Business', 'Line', 'KvK in file', 'Company in file', 'Address in file', 'Because', 'Similarity'],
  ...['Account Id', 'Account KvK', 'Account name', 'Account address', 'Decision (same, new, skip)'],
] as const;

/** Rows of such codes may be about an account that is there. */
const UNMATCHED = new Set(['ACCOUNT_NOT_FOUND', 'KVK_MISSING', 'ACCOUNT_RESEMBLES']);
/** Columns by which an account may be found. */
const SEARCHED: ReadonlySet<string> = new Set(['branchNumber', 'vatNumber', 'postcode']);
const MOST_ROWS = 50_000;
/** Names that resemble one another less are left out. */
export const LEAST_SIMILARITY = 0.55;

const ACCOUNT_FIELDS = [
  ...['Id', 'KvK_Number__c', 'Name', 'Branch_Number__c', 'VAT_Number__c', 'Postcode__c', 'House_Number__c', 'House_Number_Addition__c'],
] as const;

const SEARCH = {
  select: `SELECT ${ACCOUNT_FIELDS.join(', ')} FROM Account`,
  where: '(Postcode__c != null OR Branch_Number__c != null OR VAT_Number__c != null)',
};

interface Candidate {
  readonly because: 'branch number' | 'VAT number' | 'address and name';
  readonly similarity: number;
  readonly id: string;
  readonly account: Business;
}

interface Wanted {
  readonly business: Business;
  readonly line: number;
  readonly candidates: Candidate[];
}

/** Remembers the rows whose account was not found, and proposes accounts for them in the end. */
export class AccountReview {
  readonly #rows: Pick<Reject, 'line' | 'offset' | 'length'>[] = [];
  readonly #most: number;

  constructor(most = MOST_ROWS) {
    this.#most = most;
  }

  /** Rows beyond those that are looked at, for which no account is proposed. */
  left = 0;

  note({ code, line, offset, length }: Reject): void {
    if (!UNMATCHED.has(code)) return;
    if (this.#rows.length < this.#most) this.#rows.push({ line, offset, length });
    else this.left += 1;
  }

  /** Writes the review file and returns how many businesses stand in it; 0 and no file when no account resembles any of them. */
  async write(session: OrgSession, pace: Pace, inspection: SourceInspection, path: string): Promise<number> {
    const wanted = this.#wanted(inspection);
    if (wanted.length === 0) return 0;
    const [branches, vats, addresses] = [new Map<string, Wanted[]>(), new Map<string, Wanted[]>(), new Map<string, Wanted[]>()];
    for (const one of wanted) {
      put(branches, one.business.branch, one);
      put(vats, one.business.vat, one);
      put(addresses, addressKey(one.business), one);
    }
    const postcodes = new Set(wanted.map(({ business }) => business.postcode.replace(' ', '')));
    const isNear = (row: CsvRow): boolean =>
      postcodes.has(row.text(5).replace(' ', '').toUpperCase()) || branches.has(row.text(3)) || row.start(4) < row.end(4);
    const values = {
      Branch_Number__c: new Set(branches.keys()),
      VAT_Number__c: new Set(Array.from(vats.keys(), vatInOrg)),
      Postcode__c: new Set(wanted.map(({ business }) => business.postcode).filter((postcode) => postcode !== '')),
    };
    await queryByValues(session, { ...SEARCH, values }, pace, (row) => {
      // most accounts have nothing to do with the file, and understanding one costs more than telling that
      if (!isNear(row)) return;
      const account = accountOf(row);
      const propose = (found: readonly Wanted[] | undefined, because: Candidate['because']): void => {
        for (const { business, candidates } of found ?? []) {
          const similarity = nameSimilarity(business.name, account.name);
          if (because === 'address and name' && similarity < LEAST_SIMILARITY) continue;
          if (!candidates.some(({ id }) => id === row.text(0))) candidates.push({ because, similarity, id: row.text(0), account });
        }
      };
      propose(branches.get(account.branch), 'branch number');
      propose(vats.get(account.vat), 'VAT number');
      propose(addresses.get(addressKey(account)), 'address and name');
    });
    const proposed = wanted.filter(({ candidates }) => candidates.length > 0).sort((one, other) => one.line - other.line);
    if (proposed.length > 0) writeReview(path, REVIEW_COLUMNS, proposed.flatMap(linesOf));
    return proposed.length;
  }

  /** One entry per business, with its first line. */
  #wanted(inspection: SourceInspection): readonly Wanted[] {
    const found = new Map<string, Wanted>();
    const tellsMore = inspection.columns.some(({ field }) => field !== undefined && SEARCHED.has(field));
    if (this.#rows.length === 0 || !tellsMore) return [];
    for (const { business, place } of businessesAt(inspection, this.#rows)) {
      const isSearchable = business.branch !== '' || business.vat !== '' || addressKey(business) !== '';
      const key = businessKey(business);
      if (isSearchable && !found.has(key)) found.set(key, { business, line: place.line, candidates: [] });
    }
    return [...found.values()];
  }
}

/** A Dutch VAT number as accounts have it; the validation rule of the field keeps it in that shape. */
export function vatInOrg(vat: string): string {
  return `NL${vat}`;
}

/** An account as the review query tells it. */
export function accountOf(row: CsvRow): Business {
  const texts: Readonly<Record<string, string>> = {
    kvkNumber: row.text(1),
    companyName: row.text(2),
    branchNumber: row.text(3),
    vatNumber: row.text(4),
    postcode: row.text(5),
    houseNumber: row.text(6),
    houseNumberAddition: row.text(7),
  };
  return businessOf((field) => texts[field] ?? '');
}

function put(index: Map<string, Wanted[]>, key: string, one: Wanted): void {
  if (key !== '') index.set(key, [...(index.get(key) ?? []), one]);
}

/** The likeliest account first. VAT numbers stay out: some contain a citizen's number. */
function linesOf({ business, line, candidates }: Wanted): readonly (readonly string[])[] {
  const key = businessKey(business);
  const address = (one: Business): string => `${one.postcode} ${one.house}`.trim();
  return candidates
    .toSorted((one, other) => other.similarity - one.similarity)
    .map(({ because, similarity, id, account }) => [
      ...[key, String(line), business.kvk, business.name, address(business), because, similarity.toFixed(2)],
      ...[id, account.kvk, account.name, address(account), ''],
    ]);
}
