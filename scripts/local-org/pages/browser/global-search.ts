// What the search in the head of the pages asks of the org, object by object, and what it makes of the answers.
import { likeText } from './like-text.ts';

/** A record that was found. */
export interface FoundRecord {
  readonly id: string;
  readonly objectApiName: string;
  readonly name: string;
  /** What tells it from others of its name. */
  readonly detail: string;
}

interface SearchedObject {
  readonly objectApiName: string;
  /** Fields of which any part may be typed. */
  readonly texts: readonly string[];
  /** Fields that hold telephone numbers, as people write them. */
  readonly numbers: readonly string[];
  /** Fields that hold a code, which is typed as a whole: there may be millions of records, and one is meant. */
  readonly codes: readonly string[];
  /** Paths of what is told beside the name, as far as they are filled. */
  readonly details: readonly string[];
}

/** In the order of the results: whom reps look for when the telephone rings. */
const SEARCHED: readonly SearchedObject[] = [
  {
    ...{ objectApiName: 'Account', texts: ['Name'], numbers: ['Phone'], codes: ['KvK_Number__c'] },
    details: ['BillingCity', 'KvK_Number__c'],
  },
  {
    ...{ objectApiName: 'Contact', texts: ['Name', 'Email'], numbers: ['Phone', 'MobilePhone'], codes: [] },
    details: ['Account.Name', 'Phone'],
  },
  {
    ...{ objectApiName: 'Competitor_Contract__c', texts: [], numbers: [], codes: ['Name', 'Contract_Number__c', 'Connection_Code__c'] },
    details: ['Account__r.Name'],
  },
  { objectApiName: 'Competitor__c', texts: ['Name'], numbers: [], codes: [], details: [] },
];

export const SHORTEST_SEARCH = 2;
/** Records of one object that are offered. */
const MOST = 5;
/** From so many digits on a search may be for a number. */
const FEWEST_DIGITS = 4;
/** Digits of a Dutch telephone number; a KvK number, which may begin with a 0 as well, has eight. */
const TELEPHONE_DIGITS = 10;

const ALIASES = ['first', 'others'] as const;

interface Query {
  readonly objectApiName: string;
  readonly body: { readonly query: string; readonly variables: object };
}

/** One query for each object, since a user may not see all of them: names that begin with what was typed, and all the others. */
export function searchQueries(typed: string): readonly Query[] {
  return SEARCHED.flatMap((searched) => {
    const { objectApiName, texts, details } = searched;
    const others = conditions(searched, typed);
    if (others.length === 0) return [];
    const asked = (alias: string): string =>
      `${alias}: ${objectApiName}(where: $${alias}, first: ${MOST}, orderBy: { Name: { order: ASC } }) {
        edges { node { Id Name { value } ${details.map(nested).join(' ')} } } }`;
    // a name that is a code begins with nothing else
    const aliases = texts.length > 0 ? ALIASES : (['others'] as const);
    const declared = aliases.map((alias) => `$${alias}: ${objectApiName}_Filter`).join(' ');
    const query = `query search(${declared}) { uiapi { query { ${aliases.map(asked).join(' ')} } } }`;
    const variables = { first: { Name: { like: `${likeText(typed)}%` } }, others: { or: others } };
    const asks = Object.fromEntries(aliases.map((alias) => [alias, variables[alias]]));
    return [{ objectApiName, body: { query, variables: asks } }];
  });
}

/** The records of an answer to one of the queries; none when the user may not see the object. */
export function foundRecords(objectApiName: string, answer: unknown): readonly FoundRecord[] {
  const details = SEARCHED.find((searched) => searched.objectApiName === objectApiName)?.details ?? [];
  const nodes = ALIASES.flatMap((alias) => nodesAt(answer, `data.uiapi.query.${alias}.edges`));
  const found = nodes.map((node) => {
    const said = details.map((path) => textAt(node, path)).filter((text) => text !== '');
    return { id: String(at(node, 'Id')), objectApiName, name: textAt(node, 'Name'), detail: said.join(' · ') };
  });
  return [...new Map(found.map((record) => [record.id, record])).values()].slice(0, MOST);
}

function nodesAt(answer: unknown, path: string): readonly unknown[] {
  const edges = at(answer, path);
  return Array.isArray(edges) ? edges.map((edge: unknown) => at(edge, 'node')) : [];
}

function conditions({ texts, numbers, codes }: SearchedObject, typed: string): readonly object[] {
  const digits = typed.replace(/\D/g, '');
  const words = texts.map((field) => ({ [field]: { like: `%${likeText(typed)}%` } }));
  if (digits.length < FEWEST_DIGITS) return words;
  // without the parts that a number has in some places only; signs may stand between the digits that are left
  const national = typed.replace(/^(?:\+31|0031|0)/, '').replace(/\D/g, '');
  const isNumber = /^[\d\s+().-]+$/.test(typed);
  const calls = isNumber ? numbers.map((field) => ({ [field]: { like: `%${[...national].join('%')}%` } })) : [];
  const isCall = isNumber && /^[+0]/.test(typed) && digits.length >= TELEPHONE_DIGITS;
  if (isCall) return [...words, ...calls];
  return [...words, ...calls, ...codes.map((field) => ({ [field]: { in: [typed, isNumber ? digits : typed] } }))];
}

function nested(path: string): string {
  const [field = '', ...rest] = path.split('.');
  return rest.length > 0 ? `${field} { ${nested(rest.join('.'))} }` : `${field} { value }`;
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((found, name) => (found as Record<string, unknown> | null | undefined)?.[name], value);
}

function textAt(node: unknown, path: string): string {
  const value = at(node, `${path}.value`);
  return value === null || value === undefined ? '' : String(value);
}
