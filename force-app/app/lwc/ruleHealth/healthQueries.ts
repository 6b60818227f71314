// What the state of the setup asks of the org: how old a rule may be, the rules by kind, and work that was left undone.
import { gql, type GraphQLDocument } from 'lightning/graphql';
import { shownOf, type Connection, type FieldOf } from 'c/graphAnswer';
import { CONSENT_KINDS, RULE_KINDS, TASKS, inUse, unread, type RuleKind, type Watched } from './ruleKinds';

/** Records of one number that are shown at once. */
export const MOST_RECORDS = 50;

export interface WatchedNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
  readonly Checked_On_Date__c?: FieldOf<string>;
  readonly [field: string]: unknown;
}
export interface WatchedAnswer {
  readonly uiapi: { readonly query: Readonly<Record<string, Connection<WatchedNode>>> };
}
export interface PolicyAnswer {
  readonly uiapi: { readonly query: { readonly Lifecycle_Policy__c?: Connection<{ readonly Value_Number__c?: FieldOf<number> }> } };
}

export const POLICY_QUERY = gql`
  query ruleHealthPolicy {
    uiapi {
      query {
        Lifecycle_Policy__c(where: { External_Id__c: { eq: "rule-recheck-days" } }, first: 1) {
          edges {
            node {
              Id
              Value_Number__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** `Account__r.Name` as GraphQL nests it. */
function nested(path: string): string {
  const [field = '', ...rest] = path.split('.');
  return rest.length > 0 ? `${field} { Id ${nested(rest.join('.'))} }` : `${field} { value }`;
}
const records = ({ name, objectApiName, says }: Watched, more = ''): string => `
  ${name}: ${objectApiName}(where: $${name}, first: ${MOST_RECORDS}, orderBy: { Name: { order: ASC } }) {
    totalCount
    edges { node { Id Name { value } ${says.map(nested).join(' ')} ${more} } }
  }`;
const total = ({ name, objectApiName }: Watched): string =>
  `${name}InUse: ${objectApiName}(where: $${name}InUse, first: 1) { totalCount edges { node { Id } } }`;

function rulesDocument(kinds: readonly RuleKind[]): GraphQLDocument {
  const variables = kinds.map(({ name, objectApiName: of }) => `$${name}: ${of}_Filter $${name}InUse: ${of}_Filter`).join(' ');
  const asked = kinds.map((of) => records(of, 'Checked_On_Date__c { value }') + total(of)).join('\n');
  return gql`query ruleHealth(${variables}) { uiapi { query { ${asked} } } }`;
}
export const RULES_QUERY = rulesDocument(RULE_KINDS);
export const CONSENT_QUERY = rulesDocument(CONSENT_KINDS);
export const TASKS_QUERY = gql`query ruleHealthTasks(${TASKS.map(({ name, objectApiName }) => `$${name}: ${objectApiName}_Filter`).join(' ')}) {
  uiapi { query { ${TASKS.map((task) => records(task)).join('\n')} } }
}`;

export function ruleVariables(kinds: readonly RuleKind[], day: string): object {
  return Object.fromEntries(
    kinds.flatMap((of) => [
      [of.name, unread(of, day)],
      [`${of.name}InUse`, inUse(of)],
    ]),
  );
}
export function taskVariables(today: string): object {
  return Object.fromEntries(TASKS.map(({ name, where }) => [name, where(today)]));
}

/** What a record says besides its name. */
export function saidOf(node: WatchedNode, says: readonly string[]): string {
  const said = says.map((path) =>
    path.split('.').reduce<unknown>((at, field) => (at as Record<string, unknown> | undefined)?.[field], node),
  );
  return said.map((field) => shownOf(field as FieldOf<string>)).find(Boolean) ?? '';
}
