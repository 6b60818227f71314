// What the campaign pressure card asks: the policy with the running campaigns, their members, and the people in most of them.
import { gql } from 'lightning/graphql';
import type { Connection, Counted, FieldOf, Groups } from 'c/graphAnswer';

export interface PolicyNode {
  readonly Minimum_Campaigns__c?: FieldOf<number>;
  readonly Maximum_Campaigns__c?: FieldOf<number>;
  readonly Base_Campaigns__c?: FieldOf<number>;
  readonly Person_Campaigns__c?: FieldOf<number>;
  readonly Rolling_Days__c?: FieldOf<number>;
  readonly Rolling_Touches__c?: FieldOf<number>;
  readonly Verdict__c?: FieldOf<string>;
}
export interface CampaignNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
  readonly Message_Kind__c?: FieldOf<string>;
  readonly Is_Base_Campaign__c?: FieldOf<boolean>;
  readonly EndDate?: FieldOf<string>;
}
interface MemberGroup extends Counted {
  readonly CampaignId?: FieldOf<string>;
}
export interface PersonGroup extends Counted {
  readonly ContactId?: FieldOf<string>;
  readonly Contact?: { readonly Name?: FieldOf<string>; readonly Account?: { readonly Name?: FieldOf<string> } | null } | null;
}

export interface PressureAnswer {
  readonly uiapi: {
    readonly query: { readonly Frequency_Policy__c?: Connection<PolicyNode>; readonly Campaign?: Connection<CampaignNode> };
    readonly aggregate: { readonly CampaignMember?: Groups<MemberGroup> };
  };
}
export interface PeopleAnswer {
  readonly uiapi: { readonly aggregate: { readonly running?: Groups<PersonGroup>; readonly rolling?: Groups<PersonGroup> } };
}

/** People that the card lists. */
export const MOST_PEOPLE = 50;

export const PRESSURE_QUERY = gql`
  query campaignPressure {
    uiapi {
      query {
        Frequency_Policy__c(where: { Is_Active__c: { eq: true } }, first: 1) {
          edges {
            node {
              Id
              Minimum_Campaigns__c {
                value
              }
              Maximum_Campaigns__c {
                value
              }
              Base_Campaigns__c {
                value
              }
              Person_Campaigns__c {
                value
              }
              Rolling_Days__c {
                value
              }
              Rolling_Touches__c {
                value
              }
              Verdict__c {
                value
              }
            }
          }
        }
        Campaign(where: { IsActive: { eq: true } }, first: 200, orderBy: { Is_Base_Campaign__c: { order: ASC }, Name: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Message_Kind__c {
                value
                displayValue
              }
              Is_Base_Campaign__c {
                value
              }
              EndDate {
                value
              }
            }
          }
        }
      }
      aggregate {
        CampaignMember(first: 2000, where: { Campaign: { IsActive: { eq: true } } }, groupBy: { CampaignId: { group: true } }) {
          edges {
            node {
              aggregate {
                CampaignId {
                  value
                }
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;

/** `running`: people by the number of running campaigns that count; `rolling`: the same people by what they were added to lately. */
export const PEOPLE_QUERY = gql`
  query campaignPeople($running: CampaignMember_Filter, $rolling: CampaignMember_Filter) {
    uiapi {
      aggregate {
        running: CampaignMember(
          first: ${MOST_PEOPLE}
          where: $running
          groupBy: { ContactId: { group: true }, Contact: { Name: { group: true }, Account: { Name: { group: true } } } }
          orderBy: { Id: { function: COUNT, order: DESC } }
        ) {
          totalCount
          edges {
            node {
              aggregate {
                ContactId {
                  value
                }
                Contact {
                  Name {
                    value
                  }
                  Account {
                    Name {
                      value
                    }
                  }
                }
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
        rolling: CampaignMember(first: 2000, where: $rolling, groupBy: { ContactId: { group: true } }, orderBy: { Id: { function: COUNT, order: DESC } }) {
          edges {
            node {
              aggregate {
                ContactId {
                  value
                }
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;

/** Of the members of campaigns: those that count for a person's cap. */
export const RUNNING_WHERE = { and: [{ Is_Counted__c: { eq: true } }, { ContactId: { ne: null } }] };

/** Of the members of campaigns that sell: those added since an instant. */
export function rollingWhere(since: string): object {
  return { and: [{ Is_Commercial__c: { eq: true } }, { ContactId: { ne: null } }, { CreatedDate: { gte: { value: since } } }] };
}
