// Which competitor each spelling of a provider stands for, and competitors for the spellings that nobody knows yet.
import type { Notice } from '../plan/import-outcome.ts';
import { orgFailure } from '../plan/import-failure.ts';
import type { Spelling } from '../source/inspection.ts';
import { isAddress, providerKey } from '../source/provider-key.ts';
import { nameSimilarity } from '../transform/business.ts';
import type { ProviderKey } from '../transform/settings.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import { repeated } from '../../org-connection/repeated.ts';
import type { Pace } from '../../org-connection/repeated.ts';

export interface ResolvedProviders {
  /** By normalised spelling; holds the unknown ones too, under their own key. */
  readonly keys: ReadonlyMap<string, ProviderKey>;
  /** Spellings without competitor: to be created for review. */
  readonly unknown: readonly Spelling[];
  /** Competitors that a person may choose from. */
  readonly competitors: readonly KnownCompetitor[];
  /** Spellings whose competitor still waits for review. */
  readonly waiting: readonly Spelling[];
}

export interface KnownCompetitor {
  readonly name: string;
  readonly externalId: string;
}

const RECORDS_PER_REQUEST = 200;
const LONGEST_NAME = 80;
const MOST_NAMED = 100;
const MOST_QUESTIONS = 20;
const MOST_CHOICES = 5;

/** Looks up every spelling: first as an alias, then as a competitor's external id, then as a competitor's name. */
export async function resolveProviders(session: OrgSession, spellings: readonly Spelling[]): Promise<ResolvedProviders> {
  const competitors = new Map<string, { readonly externalId: string; readonly isWaiting: boolean }>();
  const choices: KnownCompetitor[] = [];
  const named = new Map<string, { readonly externalId: string; readonly isWaiting: boolean }>();
  for (const record of await session.query(
    'SELECT External_Id__c, Name, Review_State__c FROM Competitor__c WHERE External_Id__c != null',
  )) {
    const externalId = String(record['External_Id__c']);
    const competitor = { externalId, isWaiting: record['Review_State__c'] === 'To Review' };
    competitors.set(externalId.toLowerCase(), competitor);
    if (!competitor.isWaiting) choices.push({ name: String(record['Name']), externalId });
    named.set(providerKey(String(record['Name'])), competitor);
  }
  const aliases = new Map<string, ProviderKey>();
  const soql = 'SELECT External_Id__c, Contract_Key__c, Competitor__r.External_Id__c FROM Competitor_Alias__c WHERE External_Id__c != null';
  for (const record of await session.query(soql)) {
    const externalId = (record['Competitor__r'] as { readonly External_Id__c?: unknown } | null)?.External_Id__c;
    if (typeof externalId !== 'string') continue;
    const contractKey = record['Contract_Key__c'];
    aliases.set(String(record['External_Id__c']).toLowerCase(), {
      externalId,
      contractKey: (typeof contractKey === 'string' ? contractKey : externalId).toLowerCase(),
    });
  }
  const keys = new Map<string, ProviderKey>();
  const unknown: Spelling[] = [];
  const waiting: Spelling[] = [];
  for (const spelling of byKey(spellings)) {
    const alias = aliases.get(spelling.key);
    const competitor = alias ? competitors.get(alias.externalId.toLowerCase()) : (competitors.get(spelling.key) ?? named.get(spelling.key));
    const externalId = alias?.externalId ?? competitor?.externalId;
    keys.set(spelling.key, alias ?? { externalId: externalId ?? spelling.key, contractKey: externalId?.toLowerCase() ?? spelling.key });
    if (externalId === undefined) unknown.push(spelling);
    else if (competitor?.isWaiting) waiting.push(spelling);
  }
  return { keys, unknown, waiting, competitors: choices };
}

/** The same, with what a person said about the most frequent unknown spellings; `ask` answers undefined for one that stays unknown. */
export async function askedProviders(
  resolved: ResolvedProviders,
  ask: (spelling: Spelling, competitors: readonly KnownCompetitor[]) => Promise<KnownCompetitor | undefined>,
): Promise<ResolvedProviders> {
  const keys = new Map(resolved.keys);
  const unknown: Spelling[] = [];
  for (const [at, spelling] of resolved.unknown.toSorted((one, other) => other.count - one.count).entries()) {
    const nearest = resolved.competitors
      .toSorted((one, other) => nameSimilarity(other.name, spelling.text) - nameSimilarity(one.name, spelling.text))
      .slice(0, MOST_CHOICES);
    const chosen = at < MOST_QUESTIONS && nearest.length > 0 ? await ask(spelling, nearest) : undefined;
    if (chosen === undefined) unknown.push(spelling);
    else keys.set(spelling.key, { externalId: chosen.externalId, contractKey: chosen.externalId.toLowerCase() });
  }
  return { ...resolved, keys, unknown };
}

/** One spelling per key: the most frequent one, with the rows of all. */
function byKey(spellings: readonly Spelling[]): readonly Spelling[] {
  const merged = new Map<string, Spelling>();
  for (const spelling of spellings.toSorted((one, other) => other.count - one.count)) {
    // their rows are rejected
    if (spelling.key === '' || isAddress(spelling.text)) continue;
    const first = merged.get(spelling.key);
    merged.set(
      spelling.key,
      first ? { ...first, count: first.count + spelling.count, line: Math.min(first.line, spelling.line) } : spelling,
    );
  }
  return [...merged.values()];
}

/** Creates a competitor to review for every unknown spelling that has none yet: a run that goes on finds what people made of them. */
export async function createProviders(session: OrgSession, unknown: readonly Spelling[], pace: Pace): Promise<void> {
  for (let from = 0; from < unknown.length; from += RECORDS_PER_REQUEST) {
    const wanted = unknown.slice(from, from + RECORDS_PER_REQUEST);
    const keys = wanted.map(({ key }) => `'${key}'`).join(', ');
    const found = await session.query(`SELECT External_Id__c FROM Competitor__c WHERE External_Id__c IN (${keys})`);
    const known = new Set(found.map((record) => String(record['External_Id__c']).toLowerCase()));
    const part = wanted.filter(({ key }) => !known.has(key));
    if (part.length === 0) continue;
    const records = part.map(({ key, text }) => ({
      attributes: { type: 'Competitor__c' },
      External_Id__c: key,
      Name: text.slice(0, LONGEST_NAME),
      Review_State__c: 'To Review',
      Is_Active__c: true,
    }));
    const results = await repeated(
      () => session.json('PATCH', '/composite/sobjects/Competitor__c/External_Id__c', { allOrNone: false, records }),
      pace,
    );
    for (const [at, result] of (Array.isArray(results) ? (results as unknown[]) : []).entries()) {
      const { success, errors } = result as { readonly success?: boolean; readonly errors?: readonly { readonly message?: string }[] };
      if (success) continue;
      throw orgFailure('PROVIDER_REFUSED', { provider: part[at]?.text ?? '', reason: errors?.[0]?.message ?? '?' });
    }
  }
}

/** Deletes those of them that no contract is with: every row that named them was rejected. */
export async function removeUnusedProviders(session: OrgSession, unknown: readonly Spelling[], pace: Pace): Promise<void> {
  for (let from = 0; from < unknown.length; from += RECORDS_PER_REQUEST) {
    const keys = unknown.slice(from, from + RECORDS_PER_REQUEST).map(({ key }) => `'${key}'`);
    const waiting = `External_Id__c IN (${keys.join(', ')}) AND Review_State__c = 'To Review'`;
    const made = await session.query(`SELECT Id FROM Competitor__c WHERE ${waiting}`);
    if (made.length === 0) continue;
    const ids = made.map((record) => String(record['Id']));
    const among = ids.map((id) => `'${id}'`).join(', ');
    const used = await session.query(
      `SELECT Competitor__c FROM Competitor_Contract__c WHERE Competitor__c IN (${among}) GROUP BY Competitor__c`,
    );
    const inUse = new Set(used.map((record) => String(record['Competitor__c'])));
    const unused = ids.filter((id) => !inUse.has(id));
    if (unused.length === 0) continue;
    await repeated(() => session.json('DELETE', `/composite/sobjects?ids=${unused.join(',')}&allOrNone=false`), pace);
  }
}

/** Tells the steward which spellings wait for a decision, the most frequent first. */
export function providerNotices(
  { unknown, waiting }: ResolvedProviders,
  sentence: (code: string, values: Record<string, string>) => string,
): readonly Notice[] {
  const list = (spellings: readonly Spelling[]): string => {
    const named = spellings.toSorted((one, other) => other.count - one.count).map(({ text, count }) => `"${text}" (${count})`);
    const more = named.length - MOST_NAMED;
    return named.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` +${more}` : '');
  };
  const notice = (code: string, spellings: readonly Spelling[]): readonly Notice[] =>
    spellings.length === 0
      ? []
      : [
          {
            code,
            message: sentence(code, { providers: list(spellings) }),
            count: spellings.length,
            lines: spellings.slice(0, 5).map(({ line }) => line),
          },
        ];
  return [...notice('PROVIDER_UNKNOWN', unknown), ...notice('PROVIDER_TO_REVIEW', waiting)];
}
