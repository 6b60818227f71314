// What people hang on the records that undoing would delete: it would go with them, or lose its place, without a word.
import type { OrgSession } from '../../org-connection/org-session.ts';
import { repeated } from '../../org-connection/repeated.ts';
import type { Pace } from '../../org-connection/repeated.ts';
import { queryByValues } from './narrowed-query.ts';

/** Standard records that people make; what the platform keeps by itself (histories, shares, feeds) does not hold a record back. */
const MADE_BY_PEOPLE: ReadonlySet<string> = new Set([
  ...['Contact', 'AccountContactRelation', 'Opportunity', 'Case', 'Task', 'Event', 'Contract', 'Order', 'Asset', 'Lead'],
]);
/** Parents of any kind: their names are asked for by the kind of the parent. */
const ACTIVITIES: ReadonlySet<string> = new Set(['Task', 'Event']);

const FEW = 1_000;
const PER_QUERY = 200;

interface Child {
  readonly object: string;
  readonly field: string;
}

/** Ids of those accounts or providers on which anything hangs; an account counts its contracts itself. */
export async function inUse(
  session: OrgSession,
  pace: Pace,
  parent: 'Account' | 'Competitor__c',
  ids: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  if (ids.size === 0) return used;
  for (const { object, field } of await childrenOf(session, pace, parent)) {
    if (parent === 'Account' && object === 'Competitor_Contract__c') continue;
    // an activity names its account beside what it is about
    if (ACTIVITIES.has(object) && field === 'WhatId') continue;
    await namesOf(session, pace, { object, field }, ids, (id) => void used.add(id));
  }
  return used;
}

/** Ids of contracts of the run on which something hangs that is not the run's own. */
export async function contractsInUse(session: OrgSession, pace: Pace, runId: string): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  for (const { object, field } of await childrenOf(session, pace, 'Competitor_Contract__c')) {
    const others = object === 'Contract_Claim__c' ? ` AND (Import_Run__c = null OR Import_Run__r.External_Id__c != '${runId}')` : '';
    const where = ACTIVITIES.has(object)
      ? "What.Type = 'Competitor_Contract__c'"
      : `${field.replace(/__c$/, '__r')}.Import_Run__r.External_Id__c = '${runId}'${others}`;
    for (const record of await session.query(`SELECT ${field} FROM ${object} WHERE ${where}`)) used.add(String(record[field]));
  }
  return used;
}

/** Tells which of these parents such records name. A query job takes seconds even where it finds nothing, so few parents go without. */
async function namesOf(session: OrgSession, pace: Pace, { object, field }: Child, ids: ReadonlySet<string>, tell: (id: string) => void) {
  const select = `SELECT ${field} FROM ${object}`;
  if (ids.size > FEW) {
    await queryByValues(session, { select, where: `${field} != null`, values: { [field]: ids } }, pace, (row) => tell(row.text(0)));
    return;
  }
  const texts = Array.from(ids, (id) => `'${id}'`);
  for (let from = 0; from < texts.length; from += PER_QUERY) {
    const among = texts.slice(from, from + PER_QUERY).join(', ');
    for (const record of await session.query(`${select} WHERE ${field} IN (${among})`)) tell(String(record[field]));
  }
}

/** Also those of the customer's own objects. */
async function childrenOf(session: OrgSession, pace: Pace, parent: string): Promise<readonly Child[]> {
  const { childRelationships = [] } = (await repeated(() => session.json('GET', `/sobjects/${parent}/describe`), pace)) as {
    readonly childRelationships?: readonly { readonly childSObject: string; readonly field: string }[];
  };
  return childRelationships
    .filter(({ childSObject }) => MADE_BY_PEOPLE.has(childSObject) || childSObject.endsWith('__c'))
    .map(({ childSObject, field }) => ({ object: childSObject, field }));
}
