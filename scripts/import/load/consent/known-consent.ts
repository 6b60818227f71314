// What the org knows already of the people of a file: their evidence and the verdicts that followed from it.
import type { OrgSession } from '../../../org-connection/org-session.ts';
import type { Pace } from '../../../org-connection/repeated.ts';
import { queryByValues } from '../narrowed-query.ts';
import { EVIDENCE } from './evidence-rows.ts';

export const VERDICT = 'Consent_Verdict__c';

/** The last word of a contact on a channel. Instants; absent where nothing was said. */
export interface LastWords {
  readonly given?: string;
  readonly refused?: string;
}

/** By contact and channel, with a bar between them. */
export type ByContactAndChannel<Value> = Map<string, Value>;

export interface KnownConsent {
  /** External ids, in lower case. */
  readonly evidence: ReadonlySet<string>;
  readonly words: ByContactAndChannel<LastWords>;
  /** Verdicts as Verdict__c has them. */
  readonly verdicts: ByContactAndChannel<string>;
}

/** Evidence of these contacts. */
export async function readEvidence(
  session: OrgSession,
  pace: Pace,
  contacts: ReadonlySet<string>,
): Promise<Pick<KnownConsent, 'evidence' | 'words'>> {
  const [evidence, words] = [new Set<string>(), new Map<string, LastWords>()];
  const select = `SELECT Contact__c, Channel__c, State__c, Effective_At__c, External_Id__c FROM ${EVIDENCE}`;
  await queryByValues(session, { select, where: 'Contact__c != null', values: { Contact__c: contacts } }, pace, (row) => {
    if (!contacts.has(row.text(0))) return;
    const [contact, channel, state, at, id] = [row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)];
    if (id !== '') evidence.add(id.toLowerCase());
    noteWord(words, { contact, channel, state, at });
  });
  return { evidence, words };
}

/** The verdicts of these contacts. */
export async function readVerdicts(session: OrgSession, pace: Pace, contacts: ReadonlySet<string>): Promise<KnownConsent['verdicts']> {
  const verdicts = new Map<string, string>();
  const select = `SELECT Contact__c, Channel__c, Verdict__c FROM ${VERDICT}`;
  await queryByValues(session, { select, where: 'Contact__c != null', values: { Contact__c: contacts } }, pace, (row) => {
    if (contacts.has(row.text(0))) verdicts.set(`${row.text(0)}|${row.text(1)}`, row.text(2));
  });
  return verdicts;
}

/** Notes a statement where it is the last one. A claim is no word: it allows nothing. */
export function noteWord(
  words: ByContactAndChannel<LastWords>,
  said: { readonly contact: string; readonly channel: string; readonly state: string; readonly at: string },
): void {
  const name = said.state === 'Given' ? 'given' : said.state === 'Refused' || said.state === 'Withdrawn' ? 'refused' : undefined;
  if (name === undefined) return;
  const key = `${said.contact}|${said.channel}`;
  const known = words.get(key);
  if (known?.[name] === undefined || Date.parse(known[name]) < Date.parse(said.at)) words.set(key, { ...known, [name]: said.at });
}
