// Sorting by a number of days until or since a date is sorting by that date, which may be indexed.
import type { OrderByClause } from '@jetstreamapp/soql-parser-js';
import type { SObjectType } from '../metadata/schema.ts';

const UNTIL = /^\s*(\w+)\s*-\s*TODAY\s*\(\s*\)\s*$/i;
const SINCE = /^\s*TODAY\s*\(\s*\)\s*-\s*(\w+)\s*$/i;

/** The clause with a formula such as `Decision_Date__c - TODAY()` replaced by its date; a formula that is blank where its date is. */
export function sortedByDate(clause: OrderByClause, object: SObjectType): OrderByClause {
  const source = 'field' in clause ? object.field(clause.field)?.formula?.source : undefined;
  if (source === undefined) return clause;
  const [until, since] = [UNTIL.exec(source)?.[1], SINCE.exec(source)?.[1]];
  const date = object.field(until ?? since ?? '');
  // a user who may see the days but not the date sorts by the days
  if (date?.type !== 'date' || date.formula) return clause;
  const order = since === undefined ? clause.order : clause.order === 'DESC' ? 'ASC' : 'DESC';
  return { ...clause, field: date.name, ...(order === undefined ? {} : { order }) } as OrderByClause;
}
