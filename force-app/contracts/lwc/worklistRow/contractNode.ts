// What GraphQL answers about a contract, its open calls and the verdicts on its account.

import type { FieldOf } from 'c/graphAnswer';

export interface ContractNode {
  readonly Id: string;
  readonly Account__r?: {
    readonly Id: string;
    readonly Name?: FieldOf<string>;
    readonly BillingCity?: FieldOf<string>;
    readonly Phone?: FieldOf<string>;
    readonly OwnerId?: FieldOf<string>;
    readonly Relationship_Owner__c?: FieldOf<string>;
    readonly Last_Contact_Date__c?: FieldOf<string>;
  } | null;
  readonly Competitor__r?: { readonly Id: string; readonly Name?: FieldOf<string> } | null;
  readonly Product_Category__c?: FieldOf<string>;
  readonly Product_Name__c?: FieldOf<string>;
  readonly Decision_Date__c?: FieldOf<string>;
  readonly Approach_Date__c?: FieldOf<string>;
  readonly Approach_Task_For_Date__c?: FieldOf<string>;
  readonly End_Date__c?: FieldOf<string>;
  readonly Current_End_Date__c?: FieldOf<string>;
  readonly Date_Precision__c?: FieldOf<string>;
  readonly Confidence__c?: FieldOf<string>;
  readonly Claim_Count__c?: FieldOf<number>;
  readonly Susceptibility__c?: FieldOf<number>;
  readonly Satisfaction__c?: FieldOf<string>;
  readonly Status__c?: FieldOf<string>;
  readonly Snoozed_Until_Date__c?: FieldOf<string>;
  readonly Not_Relevant_Reason__c?: FieldOf<string>;
  readonly Monthly_Value__c?: FieldOf<number>;
  readonly Notice_State__c?: FieldOf<string>;
  readonly Decision_Reason__c?: FieldOf<string>;
}

/** An open task to approach the customer; Source_Record_Id__c is the contract that it is for. */
export interface TaskNode {
  readonly Id: string;
  readonly OwnerId?: FieldOf<string>;
  readonly Source_Record_Id__c?: FieldOf<string>;
  readonly ActivityDate?: FieldOf<string>;
}

/** What somebody said of a contract. */
export interface StatementNode {
  readonly Competitor_Contract__c?: FieldOf<string>;
  readonly Said_End_Date__c?: FieldOf<string>;
}

/** Of the gated package consent. */
export interface VerdictNode {
  readonly Id: string;
  readonly Account__c?: FieldOf<string>;
  readonly Contact__r?: { readonly Name?: FieldOf<string> } | null;
  readonly Channel__c?: FieldOf<string>;
  readonly Verdict__c?: FieldOf<string>;
  readonly Sentence__c?: FieldOf<string>;
}
