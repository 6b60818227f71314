// Statements of which nobody can tell whose they are: the contacts that may have made them, for a person to decide on.
import { hash64, hashHex } from '../../plan/content-hash.ts';
import { usageFailure } from '../../plan/import-failure.ts';
import { readReview, writeReview } from '../review-file.ts';
import type { OrgContact, Person } from './org-contacts.ts';
import type { SaidRow } from './said-rows.ts';

/** Name of the review file in the folder of the run. */
export const CONTACT_REVIEW_FILE = 'contacts-review.csv';

/** Header of the review file; the last column is for the steward. */
const COLUMNS = [
  ...['Person', 'Line', 'E-mail in file', 'Phone in file', 'KvK in file', 'Statements'],
  ...['Contact Id', 'Contact name', 'Account name', 'Contact e-mail', 'Contact phone', 'Decision (same, skip)'],
] as const;
const [PERSON, CONTACT, DECISION] = [0, 6, 11] as const;
const WORDS: Readonly<Record<string, 'same' | 'skip'>> = {
  ...{ same: 'same', skip: 'skip', '': 'skip' },
  ...{ zelfde: 'same', dezelfde: 'same', overslaan: 'skip' },
};
const MOST_PEOPLE = 20_000;

/** Whom a person recognised, by what the file says about who said it. */
export type ContactDecisions = ReadonlyMap<string, ReadonlySet<string>>;

/** A person of the file, as the review file names it; begins with a letter, so that no spreadsheet takes it for a number. */
export function personKey({ email, phones, kvk }: Person): string {
  const words = new Uint32Array(2);
  const bytes = Buffer.from([email, ...phones, kvk].join('|'));
  hash64(bytes, 0, bytes.length, words, 0);
  return `p-${hashHex(words[0] ?? 0, words[1] ?? 0)}`;
}

export class ContactsReview {
  readonly #people = new Map<string, { readonly row: SaidRow; readonly contacts: readonly OrgContact[] }>();

  note(row: SaidRow, contacts: readonly OrgContact[]): void {
    const key = personKey(row.person);
    if (!this.#people.has(key) && this.#people.size < MOST_PEOPLE) this.#people.set(key, { row, contacts });
  }

  /** Writes the review file and returns how many people stand in it; 0 and no file when everybody was found. */
  write(path: string): number {
    if (this.#people.size === 0) return 0;
    const lines = [...this.#people].flatMap(([key, { row, contacts }]) => {
      const { email, phones, kvk } = row.person;
      const said = row.statements.map(({ channel, state, said: at }) => `${channel} ${state} ${at}`.trim()).join(', ');
      return contacts.map((contact) => [
        ...[key, String(row.place.line), email, phones.join(' '), kvk, said],
        ...[contact.id, contact.name, contact.account, contact.email, contact.phones.join(' '), ''],
      ]);
    });
    writeReview(path, COLUMNS, lines);
    return this.#people.size;
  }
}

/** Reads a review file in which the last column was filled in; throws a usage failure that names the line which cannot be understood. */
export async function readContactDecisions(path: string): Promise<ContactDecisions> {
  const rows = await readReview(path, COLUMNS);
  const decided = new Map<string, Set<string>>();
  for (const [at, row] of rows.entries()) {
    const word = (row[DECISION] ?? '').trim().toLowerCase();
    const decision = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
    if (decision === undefined) throw usageFailure('USAGE.contactDecision', { path, line: at + 2, value: word });
    const [person = '', contact = ''] = [row[PERSON], row[CONTACT]];
    if (decision === 'same') decided.set(person, (decided.get(person) ?? new Set()).add(contact));
  }
  if (rows.every((row) => (row[DECISION] ?? '').trim() === '')) throw usageFailure('USAGE.decisionsEmpty', { path });
  return decided;
}
