// What is asked before rows are added to a campaign. Frequency and consent belong to other packages: queries of their own.
import { gql } from 'lightning/graphql';
import { nodesOf, type Connection, type FieldOf } from 'c/graphAnswer';
import type { CampaignFacts, Candidate, FrequencyBounds, Membership, Verdict } from './campaignCheck';

type Named = { readonly Id: string; readonly Name?: FieldOf<string> };
type CampaignNode = Named & { readonly Type?: FieldOf<string>; readonly Status?: FieldOf<string> };
type ContactNode = Named & { readonly AccountId?: FieldOf<string> };
interface MemberNode {
  readonly ContactId?: FieldOf<string>;
  readonly CampaignId?: FieldOf<string>;
  readonly CreatedDate?: FieldOf<string>;
  readonly Is_Counted__c?: FieldOf<boolean>;
  readonly Is_Commercial__c?: FieldOf<boolean>;
}
interface PolicyNode {
  readonly Person_Campaigns__c?: FieldOf<number>;
  readonly Rolling_Touches__c?: FieldOf<number>;
  readonly Rolling_Days__c?: FieldOf<number>;
}
interface VerdictNode {
  readonly Contact__c?: FieldOf<string>;
  readonly Verdict__c?: FieldOf<string>;
  readonly Sentence__c?: FieldOf<string>;
}
type Answer<Objects> = { readonly uiapi?: { readonly query: Objects } };

export type CampaignsAnswer = Answer<{ readonly Campaign?: Connection<CampaignNode> | null }>;
export type ContactsAnswer = Answer<{ readonly Contact?: Connection<ContactNode> | null }>;
export type FrequencyAnswer = Answer<{
  readonly Campaign?: Connection<{ readonly Message_Kind__c?: FieldOf<string> }> | null;
  readonly CampaignMember?: Connection<MemberNode>;
  readonly Frequency_Policy__c?: Connection<PolicyNode>;
}>;
export type VerdictsAnswer = Answer<{ readonly Consent_Verdict__c?: Connection<VerdictNode> | null }>;

export const CAMPAIGNS_QUERY = gql`
  query worklistCampaigns {
    uiapi {
      query {
        Campaign(where: { IsActive: { eq: true } }, orderBy: { Name: { order: ASC } }, first: 2000) {
          edges {
            node {
              Id
              Name {
                value
              }
              Type {
                value
              }
              Status {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export const CONTACTS_QUERY = gql`
  query worklistContacts($contacts: Contact_Filter) {
    uiapi {
      query {
        Contact(where: $contacts, orderBy: { Name: { order: ASC } }, first: 2000) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              Name {
                value
              }
              AccountId {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export const FREQUENCY_QUERY = gql`
  query worklistFrequency($campaign: Campaign_Filter, $members: CampaignMember_Filter) {
    uiapi {
      query {
        Campaign(where: $campaign, first: 1) {
          edges {
            node {
              Message_Kind__c {
                value
              }
            }
          }
        }
        CampaignMember(where: $members, first: 2000) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              ContactId {
                value
              }
              CampaignId {
                value
              }
              CreatedDate {
                value
              }
              Is_Counted__c {
                value
              }
              Is_Commercial__c {
                value
              }
            }
          }
        }
        Frequency_Policy__c(where: { Is_Active__c: { eq: true } }, orderBy: { External_Id__c: { order: ASC } }, first: 1) {
          edges {
            node {
              Person_Campaigns__c {
                value
              }
              Rolling_Touches__c {
                value
              }
              Rolling_Days__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export const VERDICTS_QUERY = gql`
  query worklistVerdicts($verdicts: Consent_Verdict__c_Filter) {
    uiapi {
      query {
        Consent_Verdict__c(where: $verdicts, first: 2000) {
          edges {
            node {
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

const text = (field: FieldOf<string>): string => field?.value ?? '';
const number = (field: FieldOf<number>): number | undefined => field?.value ?? undefined;

export function campaignsOf({ uiapi }: CampaignsAnswer): readonly (Omit<CampaignFacts, 'messageKind'> & { readonly name: string })[] {
  return nodesOf(uiapi?.query.Campaign).map(({ Id, Name, Type, Status }) => ({
    id: Id,
    name: text(Name),
    type: text(Type),
    status: text(Status),
  }));
}

export function candidatesOf({ uiapi }: ContactsAnswer): readonly Candidate[] {
  return nodesOf(uiapi?.query.Contact).map(({ Id, Name, AccountId }) => ({ contactId: Id, accountId: text(AccountId), name: text(Name) }));
}

export function membershipsOf({ uiapi }: FrequencyAnswer): readonly Membership[] {
  return nodesOf(uiapi?.query.CampaignMember).map((node) => ({
    contactId: text(node.ContactId),
    campaignId: text(node.CampaignId),
    addedAt: text(node.CreatedDate),
    isCounted: node.Is_Counted__c?.value ?? false,
    isCommercial: node.Is_Commercial__c?.value ?? false,
  }));
}

/** Undefined when no policy is active: then there are no bounds. */
export function boundsOf({ uiapi }: FrequencyAnswer): FrequencyBounds | undefined {
  const [policy] = nodesOf(uiapi?.query.Frequency_Policy__c);
  return (
    policy && {
      campaigns: number(policy.Person_Campaigns__c),
      touches: number(policy.Rolling_Touches__c),
      days: number(policy.Rolling_Days__c),
    }
  );
}

export function messageKindOf({ uiapi }: FrequencyAnswer): string | undefined {
  return text(nodesOf(uiapi?.query.Campaign)[0]?.Message_Kind__c) || undefined;
}

export function verdictsOf({ uiapi }: VerdictsAnswer): ReadonlyMap<string, Verdict> {
  return new Map(
    nodesOf(uiapi?.query.Consent_Verdict__c).map((node) => [
      text(node.Contact__c),
      { verdict: text(node.Verdict__c), sentence: text(node.Sentence__c) },
    ]),
  );
}
