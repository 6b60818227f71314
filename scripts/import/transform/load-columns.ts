// The columns of the CSV that is sent: a fixed order, without those that the file says nothing about.

import type { SourceInspection } from '../source/inspection.ts';
import type { SourceField } from '../source/source-field.ts';

interface LoadColumn {
  readonly name: string;
  /** The column is sent when the file feeds one of these fields; always when there are none. */
  readonly from?: readonly SourceField[];
}

const DATED: readonly SourceField[] = ['endDate', 'endsBefore', 'term', 'termMonths', 'termYears'];
const NOTICED: readonly SourceField[] = ['noticePeriod', 'noticeMonths', 'noticeDays'];

/** Competitor_Contract__c, in the order in which they are written. */
const CONTRACT_COLUMNS = [
  { name: 'Account__r.KvK_Number__c' },
  { name: 'Competitor__r.External_Id__c' },
  { name: 'Product_Category__c' },
  { name: 'Product_Name__c', from: ['productName'] },
  { name: 'Contract_Number__c', from: ['contractNumber'] },
  { name: 'Connection_Code__c', from: ['connectionCode'] },
  { name: 'Connection_Size__c', from: ['connectionSize'] },
  { name: 'Start_Date__c', from: ['startDate'] },
  { name: 'End_Date__c', from: DATED },
  { name: 'Is_End_Date_Derived__c', from: DATED },
  { name: 'Date_Precision__c', from: DATED },
  { name: 'Notice_Length__c', from: NOTICED },
  { name: 'Notice_Unit__c', from: NOTICED },
  { name: 'Auto_Renews__c', from: ['autoRenews'] },
  { name: 'Renewal_Term_Months__c', from: ['renewalTerm'] },
  { name: 'Monthly_Value__c', from: ['monthlyValue', 'yearlyValue'] },
  { name: 'Quantity__c', from: ['quantity'] },
  { name: 'Satisfaction__c', from: ['satisfaction'] },
  { name: 'Satisfaction_Said_By__c', from: ['satisfactionSaidBy'] },
  { name: 'Satisfaction_Date__c', from: ['satisfactionDate'] },
  { name: 'Confidence__c', from: ['confidence'] },
  { name: 'Source__c' },
  { name: 'Obtained_On_Date__c' },
  { name: 'Import_Run__r.External_Id__c' },
  { name: 'External_Id__c' },
  { name: 'Import_Fingerprint__c' },
] as const satisfies readonly LoadColumn[];

/** Account, for `--accounts create`. */
const ACCOUNT_COLUMNS = [
  { name: 'KvK_Number__c' },
  { name: 'Name' },
  { name: 'Legal_Form__c' },
  { name: 'Branch_Number__c', from: ['branchNumber'] },
  { name: 'VAT_Number__c', from: ['vatNumber'] },
  { name: 'Postcode__c', from: ['postcode'] },
  { name: 'House_Number__c', from: ['houseNumber'] },
  { name: 'House_Number_Addition__c', from: ['houseNumber', 'houseNumberAddition'] },
  { name: 'BillingCity', from: ['city'] },
  { name: 'Lifecycle_Stage__r.External_Id__c' },
] as const satisfies readonly LoadColumn[];

export type ContractColumn = (typeof CONTRACT_COLUMNS)[number]['name'];
export type AccountColumn = (typeof ACCOUNT_COLUMNS)[number]['name'];

/** The stage in which `--accounts create` puts a business. */
export const NEW_ACCOUNT_STAGE = 'SUSPECT';

function fed(inspection: SourceInspection): (column: LoadColumn) => boolean {
  const known = new Set<SourceField>(Object.keys(inspection.fixed) as SourceField[]);
  for (const column of inspection.columns) if (column.field !== undefined) known.add(column.field);
  return ({ from }) => from === undefined || from.some((field) => known.has(field));
}

/** Header of `TransformedBatch.csv`. */
export function contractColumns(inspection: SourceInspection): readonly ContractColumn[] {
  return CONTRACT_COLUMNS.filter(fed(inspection)).map(({ name }) => name);
}

/** Header of `TransformedBatch.accountCsv`. */
export function accountColumns(inspection: SourceInspection): readonly AccountColumn[] {
  return ACCOUNT_COLUMNS.filter(fed(inspection)).map(({ name }) => name);
}
