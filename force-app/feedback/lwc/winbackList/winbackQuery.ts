// A page of departures, as the list asks for them.
import { gql } from 'lightning/graphql';
import { nodesOf, shownOf, type Connection, type FieldOf } from 'c/graphAnswer';

interface SurveyNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
  readonly Product_Category__c?: FieldOf<string>;
  readonly Reason__c?: FieldOf<string>;
  readonly Parted_On_Good_Terms__c?: FieldOf<string>;
  readonly Loss_Date__c?: FieldOf<string>;
  readonly New_Contract_End_Date__c?: FieldOf<string>;
  readonly Win_Back_Date__c?: FieldOf<string>;
  readonly Win_Back_Rule__c?: FieldOf<string>;
  readonly Win_Back_Gate__c?: FieldOf<string>;
  readonly Win_Back_Started_On_Date__c?: FieldOf<string>;
  readonly Has_Exceptional_Offer__c?: FieldOf<boolean>;
  readonly Has_Contact_Changed_Employer__c?: FieldOf<boolean>;
  readonly Exception_Reason__c?: FieldOf<string>;
  readonly Account__r?: { readonly Id: string; readonly Name?: FieldOf<string> } | null;
  readonly New_Competitor__r?: { readonly Id: string; readonly Name?: FieldOf<string> } | null;
}
export interface WinbackAnswer {
  readonly uiapi: { readonly query: { readonly Exit_Survey__c?: Connection<SurveyNode> } };
}

/** An exit survey. Dates are civil days, '' when unknown; choices are API names. */
export interface Departure {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly category: string;
  readonly reason: string;
  readonly terms: string;
  readonly lossDate: string;
  readonly provider: string;
  readonly newEndDate: string;
  readonly winBackDate: string;
  readonly rule: string;
  readonly gate: string;
  readonly startedOn: string;
  readonly hasOffer: boolean;
  readonly hasMoved: boolean;
  readonly exception: string;
}

export function departuresOf({ uiapi }: WinbackAnswer): readonly Departure[] {
  return nodesOf(uiapi.query.Exit_Survey__c).map((node) => ({
    id: node.Id,
    name: shownOf(node.Name),
    accountId: node.Account__r?.Id ?? '',
    accountName: shownOf(node.Account__r?.Name),
    category: shownOf(node.Product_Category__c),
    reason: shownOf(node.Reason__c),
    terms: node.Parted_On_Good_Terms__c?.value ?? '',
    lossDate: node.Loss_Date__c?.value ?? '',
    provider: shownOf(node.New_Competitor__r?.Name),
    newEndDate: node.New_Contract_End_Date__c?.value ?? '',
    winBackDate: node.Win_Back_Date__c?.value ?? '',
    rule: shownOf(node.Win_Back_Rule__c),
    gate: node.Win_Back_Gate__c?.value ?? '',
    startedOn: node.Win_Back_Started_On_Date__c?.value ?? '',
    hasOffer: node.Has_Exceptional_Offer__c?.value ?? false,
    hasMoved: node.Has_Contact_Changed_Employer__c?.value ?? false,
    exception: shownOf(node.Exception_Reason__c),
  }));
}

export const WINBACK_QUERY = gql`
  query winbackList($where: Exit_Survey__c_Filter, $orderBy: Exit_Survey__c_OrderBy, $first: Int) {
    uiapi {
      query {
        Exit_Survey__c(where: $where, orderBy: $orderBy, first: $first) {
          edges {
            node {
              Id
              Name {
                value
              }
              Product_Category__c {
                value
                displayValue
              }
              Reason__c {
                value
                displayValue
              }
              Parted_On_Good_Terms__c {
                value
              }
              Loss_Date__c {
                value
              }
              New_Contract_End_Date__c {
                value
              }
              Win_Back_Date__c {
                value
              }
              Win_Back_Rule__c {
                value
              }
              Win_Back_Gate__c {
                value
              }
              Win_Back_Started_On_Date__c {
                value
              }
              Has_Exceptional_Offer__c {
                value
              }
              Has_Contact_Changed_Employer__c {
                value
              }
              Exception_Reason__c {
                value
              }
              Account__r {
                Id
                Name {
                  value
                }
              }
              New_Competitor__r {
                Id
                Name {
                  value
                }
              }
            }
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  }
`;
