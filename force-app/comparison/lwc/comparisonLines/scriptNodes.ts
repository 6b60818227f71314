// Scripts and claims as GraphQL answers them.
import type { Connection, FieldOf } from 'c/graphAnswer';

export interface ClaimNode {
  readonly Id: string;
  readonly Kind__c?: FieldOf<string>;
  readonly Topic__c?: FieldOf<string>;
  readonly Notice_State__c?: FieldOf<string>;
  readonly Most_Days_Left__c?: FieldOf<number>;
  readonly Line__c?: FieldOf<string>;
  readonly Our_Fact__c?: FieldOf<string>;
  readonly Their_Fact__c?: FieldOf<string>;
  readonly Objection__c?: FieldOf<string>;
  readonly Answer__c?: FieldOf<string>;
  readonly Audience__c?: FieldOf<string>;
  readonly Status__c?: FieldOf<string>;
  readonly Source__c?: FieldOf<string>;
  readonly Source_Website__c?: FieldOf<string>;
  readonly Checked_On_Date__c?: FieldOf<string>;
  readonly Valid_Until_Date__c?: FieldOf<string>;
  readonly Is_Special_Offer__c?: FieldOf<boolean>;
  readonly Offer_Begin_Date__c?: FieldOf<string>;
  readonly Offer_End_Date__c?: FieldOf<string>;
  readonly Order__c?: FieldOf<number>;
  readonly Is_Sayable__c?: FieldOf<boolean>;
  readonly Not_Sayable_Reason__c?: FieldOf<string>;
}

export interface ScriptNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
  readonly Language__c?: FieldOf<string>;
  readonly Version__c?: FieldOf<number>;
  readonly Status__c?: FieldOf<string>;
  readonly Competitor__c?: FieldOf<string>;
  readonly Competitor__r?: { readonly Id: string; readonly Name?: FieldOf<string> } | null;
  readonly Product_Category__c?: FieldOf<string>;
  readonly Proposition__c?: FieldOf<string>;
  readonly Valid_Until_Date__c?: FieldOf<string>;
  readonly Opening_Line__c?: FieldOf<string>;
  readonly Question_1__c?: FieldOf<string>;
  readonly Question_2__c?: FieldOf<string>;
  readonly Question_3__c?: FieldOf<string>;
  readonly Comparison_Claims__r?: Connection<ClaimNode>;
}
