// The part of the schema's filter and order of competitor contracts that the worklist uses.

interface DateOperators {
  readonly eq?: null;
  readonly lt?: { readonly value: string };
  readonly lte?: { readonly value: string };
  readonly gt?: { readonly value: string };
  readonly gte?: { readonly value: string };
}
interface IdOperators {
  readonly eq?: string | null;
  readonly ne?: null;
  readonly nin?: readonly string[];
}
interface AccountFilter {
  readonly OwnerId?: IdOperators;
  readonly Owner?: { readonly IsActive: { readonly eq: boolean } };
  readonly Relationship_Owner__c?: IdOperators;
  readonly Relationship_Owner__r?: { readonly IsActive: { readonly eq: boolean } };
}

/** Of Competitor_Contract__c_Filter. */
export interface ContractFilter {
  readonly and?: readonly ContractFilter[];
  readonly or?: readonly ContractFilter[];
  readonly Status__c?: { readonly eq: string };
  readonly Decision_Date__c?: DateOperators;
  readonly Snoozed_Until_Date__c?: DateOperators;
  readonly Is_Notice_Missed__c?: { readonly eq: boolean };
  readonly Notice_State__c?: { readonly eq: string };
  readonly Product_Category__c?: { readonly eq: string };
  readonly Competitor__c?: IdOperators;
  readonly Account__r?: AccountFilter;
}

interface Order {
  readonly order: 'ASC' | 'DESC';
  readonly nulls?: 'FIRST' | 'LAST';
}
/** Fields in the order in which they sort. */
export type ContractOrder = Readonly<Record<string, Order>>;
