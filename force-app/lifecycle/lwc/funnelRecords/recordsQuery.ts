// The records behind a number of the funnel, as lightning/graphql answers them: positions, moves, accounts or contracts.
import type { Connection, FieldOf } from 'c/graphAnswer';

export type RecordKind = 'positions' | 'moves' | 'accounts' | 'contracts';

/** A number of the funnel, opened. */
export interface OpenedNumber {
  readonly kind: RecordKind;
  readonly title: string;
  /** The filter that the number was counted with. */
  readonly where: Readonly<Record<string, unknown>>;
  readonly count: number;
}

interface NamedNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
}
export interface StageNode extends NamedNode {
  readonly Dutch_Name__c?: FieldOf<string>;
}
export interface AccountNode extends NamedNode {
  readonly BillingCity?: FieldOf<string>;
  readonly Relationship_Owner__c?: FieldOf<string>;
  readonly Relationship_Owner__r?: NamedNode | null;
  readonly Owner?: NamedNode | null;
}
export interface PositionNode {
  readonly Id: string;
  readonly Product_Category__c?: FieldOf<string>;
  readonly Lifecycle_Stage__r?: StageNode | null;
  readonly Since_Date__c?: FieldOf<string>;
  readonly Reason__c?: FieldOf<string>;
  readonly Account__r?: AccountNode | null;
}
export interface MoveNode {
  readonly Id: string;
  readonly From_Stage__r?: StageNode | null;
  readonly To_Stage__r?: StageNode | null;
  readonly Occurred_At__c?: FieldOf<string>;
  readonly Reason__c?: FieldOf<string>;
  readonly Lifecycle_Position__r?: Pick<PositionNode, 'Product_Category__c' | 'Account__r'> | null;
}

export interface ContractNode {
  readonly Id: string;
  readonly Product_Category__c?: FieldOf<string>;
  readonly Competitor__r?: NamedNode | null;
  readonly Decision_Reason__c?: FieldOf<string>;
  readonly Account__r?: AccountNode | null;
}

export interface RecordsAnswer {
  readonly uiapi: {
    readonly query: {
      readonly Lifecycle_Position__c?: Connection<PositionNode>;
      readonly Lifecycle_Transition__c?: Connection<MoveNode>;
      readonly Account?: Connection<AccountNode>;
      readonly Competitor_Contract__c?: Connection<ContractNode>;
    };
  };
}

/** Rows that come with the first page and with each "show more". */
export const PAGE_SIZE = 50;
/** The most that one GraphQL query answers on the platform. */
export const ROW_LIMIT = 2000;
