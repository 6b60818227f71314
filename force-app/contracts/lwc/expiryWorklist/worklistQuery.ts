// What the worklist asks of lightning/graphql: the documents, the variables made from the filters, the shape of the answers.
import { gql } from 'lightning/graphql';
import { windowConditions, windowOrder } from './expiryWindows';
import type { WorklistFilters } from './worklistFilters';

interface DateOperators {
  readonly lt?: { readonly value: string };
  readonly lte?: { readonly value: string };
  readonly gte?: { readonly value: string };
}
interface IdOperators {
  readonly eq?: string;
}

/** The part of the schema's Competitor_Contract__c_Filter that the worklist uses. */
export interface ContractFilter {
  readonly and?: readonly ContractFilter[];
  readonly Status__c?: { readonly eq: string };
  readonly Decision_Date__c?: DateOperators;
  readonly Notice_State__c?: { readonly eq: string };
  readonly Product_Category__c?: { readonly eq: string };
  readonly Competitor__c?: IdOperators;
  readonly Account__r?: { readonly OwnerId: IdOperators };
}

interface Order {
  readonly order: 'ASC' | 'DESC';
  readonly nulls?: 'FIRST' | 'LAST';
}
/** Fields in the order in which they sort. */
export type ContractOrder = Readonly<Record<string, Order>>;

export interface WorklistVariables {
  readonly where: ContractFilter;
  readonly orderBy: ContractOrder;
  readonly first: number;
}

/** Rows that come with the first page and with each "show more". */
export const PAGE_SIZE = 50;
/** The most that one GraphQL query answers on the platform; beyond it the list must be narrowed. */
export const ROW_LIMIT = 2000;

/** Only active contracts are work; conditions that a filter leaves open are not sent. */
export function worklistVariables(filters: WorklistFilters, userId: string, today: string, first: number): WorklistVariables {
  const conditions: ContractFilter[] = [{ Status__c: { eq: 'Active' } }, ...windowConditions(filters.window, today)];
  if (filters.category) conditions.push({ Product_Category__c: { eq: filters.category } });
  if (filters.provider) conditions.push({ Competitor__c: { eq: filters.provider } });
  if (filters.owner !== 'all') conditions.push({ Account__r: { OwnerId: { eq: filters.owner === 'mine' ? userId : filters.owner } } });
  return { where: { and: conditions }, orderBy: windowOrder(filters.window), first };
}

/** A field as GraphQL answers it: null where the user may not see it or it is blank. */
export type FieldOf<T> = { readonly value: T | null; readonly displayValue?: string | null } | null | undefined;

export interface ContractNode {
  readonly Id: string;
  readonly Account__r?: {
    readonly Id: string;
    readonly Name?: FieldOf<string>;
    readonly BillingCity?: FieldOf<string>;
  } | null;
  readonly Competitor__r?: { readonly Id: string; readonly Name?: FieldOf<string> } | null;
  readonly Product_Category__c?: FieldOf<string>;
  readonly Product_Name__c?: FieldOf<string>;
  readonly Decision_Date__c?: FieldOf<string>;
  readonly End_Date__c?: FieldOf<string>;
  readonly Current_End_Date__c?: FieldOf<string>;
  readonly Monthly_Value__c?: FieldOf<number>;
  readonly Notice_State__c?: FieldOf<string>;
  readonly Decision_Reason__c?: FieldOf<string>;
}

export interface Connection<Node> {
  readonly totalCount?: number | null;
  readonly pageInfo?: { readonly hasNextPage?: boolean | null } | null;
  readonly edges?: readonly ({ readonly node?: Node | null } | null)[] | null;
}

export interface WorklistAnswer {
  readonly uiapi: { readonly query: { readonly Competitor_Contract__c?: Connection<ContractNode> | null } };
}

export const WORKLIST_QUERY = gql`
  query expiryWorklist($where: Competitor_Contract__c_Filter, $orderBy: Competitor_Contract__c_OrderBy, $first: Int) {
    uiapi {
      query {
        Competitor_Contract__c(where: $where, orderBy: $orderBy, first: $first) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              Account__r {
                Id
                Name {
                  value
                }
                BillingCity {
                  value
                }
              }
              Competitor__r {
                Id
                Name {
                  value
                }
              }
              Product_Category__c {
                value
                displayValue
              }
              Product_Name__c {
                value
              }
              Decision_Date__c {
                value
              }
              End_Date__c {
                value
              }
              Current_End_Date__c {
                value
              }
              Monthly_Value__c {
                value
              }
              Notice_State__c {
                value
                displayValue
              }
              Decision_Reason__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** How many contracts the filters find; a query of its own, because counting a long list takes longer than showing its beginning. */
export const COUNT_QUERY = gql`
  query expiryWorklistCount($where: Competitor_Contract__c_Filter) {
    uiapi {
      query {
        Competitor_Contract__c(where: $where, first: 1) {
          totalCount
        }
      }
    }
  }
`;

export interface NamedNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
}

export interface ChoicesAnswer {
  readonly uiapi: {
    readonly query: { readonly Competitor__c?: Connection<NamedNode> | null; readonly User?: Connection<NamedNode> | null };
  };
}

/** The providers and the people that the list can be narrowed to. */
export const CHOICES_QUERY = gql`
  query expiryWorklistChoices {
    uiapi {
      query {
        Competitor__c(where: { Is_Active__c: { eq: true } }, orderBy: { Name: { order: ASC } }, first: 2000) {
          edges {
            node {
              Id
              Name {
                value
              }
            }
          }
        }
        User(where: { IsActive: { eq: true } }, orderBy: { Name: { order: ASC } }, first: 2000) {
          edges {
            node {
              Id
              Name {
                value
              }
            }
          }
        }
      }
    }
  }
`;
