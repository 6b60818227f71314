// Whose statement a row is: by e-mail address, then by phone number, then as the only contact of a business. Never by name.
import type { Statement } from '../../transform/consent/statements.ts';
import { isRefusal } from '../../transform/consent/statements.ts';
import type { OrgContact, Person } from './org-contacts.ts';

export type Finding =
  | { readonly kind: 'found'; readonly contacts: readonly OrgContact[] }
  | { readonly kind: 'nobody' }
  /** Several, or one who has another address: a person has to tell. */
  | { readonly kind: 'doubtful'; readonly contacts: readonly OrgContact[] };

export class ContactFinder {
  readonly #byEmail: ReadonlyMap<string, readonly OrgContact[]>;
  readonly #byPhone: ReadonlyMap<string, readonly OrgContact[]>;
  readonly #byKvk: ReadonlyMap<string, readonly OrgContact[]>;

  constructor(contacts: readonly OrgContact[]) {
    this.#byEmail = index(contacts, ({ email }) => [email]);
    this.#byPhone = index(contacts, ({ phones }) => phones);
    this.#byKvk = index(contacts, ({ kvk }) => [kvk]);
  }

  find(person: Person, statement: Statement): Finding {
    return isRefusal(statement.state) ? this.#whoRefuses(person, statement) : this.#whoConsents(person);
  }

  /** Nobody is given a consent that may be somebody else's. */
  #whoConsents(person: Person): Finding {
    const [byEmail, byPhone] = [this.#withEmail(person), this.#withPhone(person)];
    const named = byEmail.length > 0 ? byEmail : byPhone;
    const [one, ...others] = narrowed(named, byPhone, this.#at(person));
    if (one !== undefined) return { kind: others.length === 0 ? 'found' : 'doubtful', contacts: [one, ...others] };
    const [only, ...more] = this.#at(person);
    if (only === undefined) return { kind: 'nobody' };
    const isSomebodyElse = hasOtherEmail(only, person) || hasOtherPhone(only, person);
    return { kind: more.length > 0 || isSomebodyElse ? 'doubtful' : 'found', contacts: [only, ...more] };
  }

  /** Where it is not certain who refuses, everybody who may have done is left in peace. */
  #whoRefuses(person: Person, { channel }: Statement): Finding {
    const byEmail = this.#withEmail(person);
    const byPhone = byEmail.length === 0 || channel === 'Phone' ? this.#withPhone(person) : [];
    const named = new Set([...byEmail, ...byPhone]);
    if (named.size > 0) return { kind: 'found', contacts: [...named] };
    const isSomebodyElse = channel === 'Email' ? hasOtherEmail : channel === 'Phone' ? hasOtherPhone : () => false;
    const there = this.#at(person).filter((contact) => !isSomebodyElse(contact, person));
    return there.length > 0 ? { kind: 'found', contacts: there } : { kind: 'nobody' };
  }

  #withEmail({ email }: Person): readonly OrgContact[] {
    return this.#byEmail.get(email) ?? [];
  }

  #withPhone({ phones }: Person): readonly OrgContact[] {
    return [...new Set(phones.flatMap((phone) => this.#byPhone.get(phone) ?? []))];
  }

  #at({ kvk }: Person): readonly OrgContact[] {
    return this.#byKvk.get(kvk) ?? [];
  }
}

/** Of several people, those whom the row's other words name as well, if there are any. */
function narrowed(people: readonly OrgContact[], ...others: readonly (readonly OrgContact[])[]): readonly OrgContact[] {
  return others.reduce((left, other) => {
    const both = left.length > 1 ? left.filter((contact) => other.includes(contact)) : [];
    return both.length > 0 ? both : left;
  }, people);
}

function hasOtherEmail(contact: OrgContact, person: Person): boolean {
  return person.email !== '' && contact.email !== '' && contact.email !== person.email;
}

function hasOtherPhone(contact: OrgContact, person: Person): boolean {
  return person.phones.length > 0 && contact.phones.length > 0 && !contact.phones.some((phone) => person.phones.includes(phone));
}

function index(
  contacts: readonly OrgContact[],
  keys: (contact: OrgContact) => readonly string[],
): ReadonlyMap<string, readonly OrgContact[]> {
  const found = new Map<string, OrgContact[]>();
  for (const contact of contacts) {
    for (const key of new Set(keys(contact))) {
      const known = found.get(key);
      if (known) known.push(contact);
      else if (key !== '') found.set(key, [contact]);
    }
  }
  return found;
}
