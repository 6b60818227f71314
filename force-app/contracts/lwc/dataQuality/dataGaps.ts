// What may be missing in the data, each as the list of the package that holds the same records, and how the org is asked for their number.
import { gql } from 'lightning/graphql';
import { LABELS } from './qualityLabels';

type Condition = Readonly<Record<string, unknown>>;

export interface Gap {
  /** Alias in the query. */
  readonly name: string;
  readonly objectApiName: 'Account' | 'Competitor_Contract__c';
  /** API name of the list view with the same filter. */
  readonly list: string;
  readonly label: string;
  /** What to do about it. */
  readonly step: string;
  readonly where: Condition;
}

const active: Condition = { Status__c: { eq: 'Active' } };
const contracts = (name: string, list: string, label: string, step: string, ...where: readonly Condition[]): Gap => ({
  ...{ name, list, label, step, objectApiName: 'Competitor_Contract__c' },
  where: { and: [active, ...where] },
});
const accounts = (name: string, list: string, label: string, step: string, where: Condition): Gap => ({
  ...{ name, list, label, step, objectApiName: 'Account' },
  where: { and: [{ Competitor_Contract_Count__c: { gt: 0 } }, where] },
});

/** In the order in which they cost business. */
export const GAPS: readonly Gap[] = [
  contracts(
    ...(['toConfirm', 'To_Confirm_Soon', LABELS.confirm, LABELS.confirmStep] as const),
    { Decision_Date__c: { gte: { literal: 'TODAY' } } },
    { Decision_Date__c: { lte: { range: { next_n_days: 90 } } } },
    { Confidence__c: { in: ['Low', 'Unknown'] } },
  ),
  contracts('noDate', 'Unknown_End_Date', LABELS.noDate, LABELS.noDateStep, { End_Date__c: { eq: null } }),
  contracts('ended', 'Ended_Ask_Who_Supplies', LABELS.ended, LABELS.endedStep, { Decision_Rule__c: { eq: 'Ended' } }),
  contracts(
    ...(['noRegime', 'No_Notice_Regime', LABELS.noRegime, LABELS.noRegimeStep] as const),
    { End_Date__c: { ne: null } },
    { Notice_Regime__c: { eq: null } },
  ),
  accounts('noLegalForm', 'SME_Legal_Form_Unknown', LABELS.legalForm, LABELS.legalFormStep, {
    or: [{ Legal_Form__c: { eq: null } }, { Legal_Form__c: { eq: 'Unknown' } }],
  }),
  accounts('noKvK', 'SME_Without_KvK_Number', LABELS.noKvK, LABELS.noKvKStep, { KvK_Number__c: { eq: null } }),
];

/** Alias of the number of all running contracts. */
export const RUNNING = 'running';

export interface GapsAnswer {
  readonly uiapi: { readonly query: Readonly<Record<string, { readonly totalCount: number } | undefined>> };
}

const counted = (name: string, objectApiName: string): string =>
  `${name}: ${objectApiName}(where: $${name}, first: 1) { totalCount edges { node { Id } } }`;
const asked = [...GAPS, { name: RUNNING, objectApiName: 'Competitor_Contract__c' }];

export const GAPS_QUERY = gql`query dataGaps(${asked.map(({ name, objectApiName }) => `$${name}: ${objectApiName}_Filter`).join(' ')}) {
  uiapi { query { ${asked.map(({ name, objectApiName }) => counted(name, objectApiName)).join('\n')} } }
}`;
export const GAPS_VARIABLES: Condition = Object.fromEntries([...GAPS.map(({ name, where }) => [name, where] as const), [RUNNING, active]]);
