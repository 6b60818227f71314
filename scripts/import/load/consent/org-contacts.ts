// The contacts of the org that a file of consent may be about: found by what the file says, and by nothing else.
import type { OrgSession } from '../../../org-connection/org-session.ts';
import type { Pace } from '../../../org-connection/repeated.ts';
import { emailAddress } from '../../transform/values/email-address.ts';
import { phoneNumber } from '../../transform/values/phone-number.ts';
import { bulkQuery } from '../bulk-query.ts';

export interface OrgContact {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  /** Lower case; '' when the contact has none. */
  readonly email: string;
  /** As phone-number.ts writes them. */
  readonly phones: readonly string[];
  /** Of the contact's account; '' when it has none. */
  readonly kvk: string;
}

/** What a row says about who said it; '' where it says nothing. */
export interface Person {
  readonly email: string;
  readonly phones: readonly string[];
  readonly kvk: string;
}

/** Everything by which the file names people. */
export class WantedPeople {
  readonly emails = new Set<string>();
  readonly phones = new Set<string>();
  readonly kvks = new Set<string>();
  /** Contacts that a person decided on. */
  readonly ids = new Set<string>();

  add({ email, phones, kvk }: Person): void {
    if (email !== '') this.emails.add(email);
    for (const phone of phones) this.phones.add(phone);
    if (kvk !== '') this.kvks.add(kvk);
  }

  wants({ id, email, phones, kvk }: OrgContact): boolean {
    return this.emails.has(email) || this.kvks.has(kvk) || this.ids.has(id) || phones.some((phone) => this.phones.has(phone));
  }
}

const PHONES = ['Phone', 'MobilePhone', 'HomePhone', 'OtherPhone'] as const;
const FIRST_PHONE = 5;

/** Reads all contacts and keeps those that are wanted: numbers are written in too many ways to ask for them. */
export async function readContacts(session: OrgSession, pace: Pace, wanted: WantedPeople): Promise<readonly OrgContact[]> {
  const fields = (await session.fields('Contact')) ?? [];
  const phones = PHONES.filter((name) => fields.some((field) => field.name === name));
  const found = new Map<string, OrgContact>();
  const columns = ['Id', 'Name', 'Email', 'Account.Name', 'Account.KvK_Number__c', ...phones];
  await bulkQuery(session, `SELECT ${columns.join(', ')} FROM Contact`, pace, (row) => {
    const contact: OrgContact = {
      id: row.text(0),
      name: row.text(1),
      account: row.text(3),
      email: emailAddress(row.text(2)) ?? '',
      phones: phones.flatMap((_, at) => phoneNumber(row.text(FIRST_PHONE + at)) || []),
      kvk: row.text(4),
    };
    if (wanted.wants(contact)) found.set(contact.id, contact);
  });
  return [...found.values()];
}
