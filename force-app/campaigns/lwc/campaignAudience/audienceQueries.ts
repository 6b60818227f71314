// What adding people asks: campaigns, people of an audience, and everything that the check needs to know of them.
import { gql } from 'lightning/graphql';
import type { Connection, Counted, FieldOf, Groups } from 'c/graphAnswer';

export interface CampaignNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
  readonly Type?: FieldOf<string>;
  readonly Message_Kind__c?: FieldOf<string>;
  readonly IsActive?: FieldOf<boolean>;
}
export interface PolicyNode {
  readonly Person_Campaigns__c?: FieldOf<number>;
  readonly Rolling_Days__c?: FieldOf<number>;
  readonly Rolling_Touches__c?: FieldOf<number>;
}
export interface ContactNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
  readonly Account?: { readonly Id: string; readonly Name?: FieldOf<string> } | null;
}
interface PersonCount extends Counted {
  readonly ContactId?: FieldOf<string>;
}
interface VerdictNode {
  readonly Contact__c?: FieldOf<string>;
  readonly Verdict__c?: FieldOf<string>;
  readonly Sentence__c?: FieldOf<string>;
}

export interface CampaignsAnswer {
  readonly uiapi: {
    readonly query: { readonly Campaign?: Connection<CampaignNode>; readonly Frequency_Policy__c?: Connection<PolicyNode> };
  };
}
export interface PeopleAnswer {
  readonly uiapi: { readonly query: { readonly Contact?: Connection<ContactNode> } };
}
export interface CheckAnswer {
  readonly uiapi: {
    readonly query: { readonly CampaignMember?: Connection<{ readonly ContactId?: FieldOf<string> }> };
    readonly aggregate: { readonly running?: Groups<PersonCount>; readonly rolling?: Groups<PersonCount> };
  };
}
export interface ConsentAnswer {
  readonly uiapi: { readonly query: { readonly Consent_Verdict__c?: Connection<VerdictNode> } };
}

/** People who are listed and checked at once. */
export const PEOPLE_AT_ONCE = 100;

export type Audience = 'touches' | '30' | '60' | '90' | '180';

/** Contacts of accounts whose contract can be left soon, or who get something tomorrow. */
export function audienceWhere(audience: Audience, category: string, today: string, later: (days: number) => string): object {
  if (audience === 'touches')
    return { Id: { inq: { Event_Touch__c: { Planned_For_Date__c: { eq: { value: later(1) } } }, ApiName: 'Contact__c' } } };
  const conditions = [
    { Status__c: { eq: 'Active' } },
    { Decision_Date__c: { gte: { value: today } } },
    { Decision_Date__c: { lte: { value: later(Number(audience)) } } },
    ...(category ? [{ Product_Category__c: { eq: category } }] : []),
  ];
  return { AccountId: { inq: { Competitor_Contract__c: { and: conditions }, ApiName: 'Account__c' } } };
}

export const CAMPAIGNS_QUERY = gql`
  query audienceCampaigns {
    uiapi {
      query {
        Campaign(
          where: { and: [{ Status: { ne: "Completed" } }, { Status: { ne: "Aborted" } }] }
          first: 200
          orderBy: { IsActive: { order: DESC }, Name: { order: ASC } }
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              Type {
                value
                displayValue
              }
              Message_Kind__c {
                value
              }
              IsActive {
                value
              }
            }
          }
        }
        Frequency_Policy__c(where: { Is_Active__c: { eq: true } }, first: 1) {
          edges {
            node {
              Person_Campaigns__c {
                value
              }
              Rolling_Days__c {
                value
              }
              Rolling_Touches__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export const PEOPLE_QUERY = gql`
  query audiencePeople($where: Contact_Filter) {
    uiapi {
      query {
        Contact(where: $where, first: ${PEOPLE_AT_ONCE}, orderBy: { Account: { Name: { order: ASC } }, Name: { order: ASC } }) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              Name {
                value
              }
              Account {
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
  }
`;

const COUNTED_PEOPLE = `
  edges { node { aggregate { ContactId { value } Id { count { value } } } } }
`;

export const CHECK_QUERY = gql`
  query audienceCheck($members: CampaignMember_Filter, $running: CampaignMember_Filter, $rolling: CampaignMember_Filter) {
    uiapi {
      query {
        CampaignMember(where: $members, first: ${PEOPLE_AT_ONCE}) {
          edges {
            node {
              Id
              ContactId {
                value
              }
            }
          }
        }
      }
      aggregate {
        running: CampaignMember(first: ${PEOPLE_AT_ONCE}, where: $running, groupBy: { ContactId: { group: true } }) { ${COUNTED_PEOPLE} }
        rolling: CampaignMember(first: ${PEOPLE_AT_ONCE}, where: $rolling, groupBy: { ContactId: { group: true } }) { ${COUNTED_PEOPLE} }
      }
    }
  }
`;

/** Asked apart: an org without the consent package, or a user who may not see it, has no answer. */
export const CONSENT_QUERY = gql`
  query audienceConsent($where: Consent_Verdict__c_Filter) {
    uiapi {
      query {
        Consent_Verdict__c(where: $where, first: ${PEOPLE_AT_ONCE}) {
          edges {
            node {
              Id
              Contact__c {
                value
              }
              Verdict__c {
                value
              }
              Sentence__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
