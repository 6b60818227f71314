// What is looked after: rules that come from a source and age, and work that should have been done before today.
import { addDays } from 'c/civilDay';
import { LABELS } from './healthLabels';

export type Condition = Readonly<Record<string, unknown>>;

/** Something that is counted, and whose records can be opened. */
export interface Watched {
  /** Alias in the query. */
  readonly name: string;
  readonly objectApiName: string;
  readonly label: string;
  /** Fields of GraphQL that say more than the name of a record: the first that is known counts. */
  readonly says: readonly string[];
}
export interface RuleKind extends Watched {
  /** Records that are switched off are not in use. */
  readonly isSwitched: boolean;
}
export interface Task extends Watched {
  /** What to do about it. */
  readonly step: string;
  /** Work that a flow left undone, which keeps dates from being right. */
  readonly isUrgent: boolean;
  where(today: string): Condition;
}

const kind = (name: string, objectApiName: string, label: string, isSwitched = true): RuleKind => ({
  ...{ name, objectApiName, label, isSwitched },
  says: ['Source__c'],
});
export const RULE_KINDS: readonly RuleKind[] = [
  kind('regimes', 'Notice_Regime__c', LABELS.regimes),
  kind('policies', 'Lifecycle_Policy__c', LABELS.policies, false),
  kind('eventRules', 'Event_Rule__c', LABELS.eventRules),
  kind('frequency', 'Frequency_Policy__c', LABELS.frequency),
  kind('feedbackMoments', 'Feedback_Moment__c', LABELS.feedbackMoments),
];
/** Asked for separately: an org without consent management has no such object. */
export const CONSENT_KINDS: readonly RuleKind[] = [kind('consentRules', 'Consent_Rule__c', LABELS.consentRules)];

export function inUse({ isSwitched }: RuleKind): Condition {
  return isSwitched ? { Is_Active__c: { eq: true } } : { Id: { ne: null } };
}
/** Rules in use that nobody has read since that day. */
export function unread(of: RuleKind, day: string): Condition {
  const aged = { or: [{ Checked_On_Date__c: { eq: null } }, { Checked_On_Date__c: { lt: { value: day } } }] };
  return { and: [inUse(of), aged] };
}

const active = { Status__c: { eq: 'Active' } };
const before = (day: string): Condition => ({ lt: { value: day } });
const ofAccount = ['Account__r.Name'];

export const TASKS: readonly Task[] = [
  {
    ...{ name: 'faults', objectApiName: 'Flow_Fault__c', label: LABELS.faults, step: LABELS.faultsStep, isUrgent: true },
    says: ['Flow_Name__c'],
    where: () => ({ Is_Handled__c: { eq: false } }),
  },
  {
    ...{ name: 'lateStates', objectApiName: 'Competitor_Contract__c', label: LABELS.lateStates, step: LABELS.lateStep, isUrgent: true },
    says: ofAccount,
    where: (today) => ({ and: [active, { State_Changes_On_Date__c: before(today) }] }),
  },
  {
    ...{ name: 'lateTouches', objectApiName: 'Event_Touch__c', label: LABELS.lateTouches, step: LABELS.lateStep, isUrgent: true },
    says: ofAccount,
    where: (today) => ({ and: [{ State__c: { eq: 'Planned' } }, { Planned_For_Date__c: before(today) }] }),
  },
  {
    ...{ name: 'lateClaims', objectApiName: 'Comparison_Claim__c', label: LABELS.lateClaims, step: LABELS.lateStep, isUrgent: true },
    says: ['Comparison_Script__r.Name'],
    // the flow of the coming night takes those of yesterday out of use
    where: (today) => ({ and: [{ Status__c: { eq: 'In Use' } }, { Valid_Until_Date__c: before(addDays(today, -1)) }] }),
  },
  {
    ...{ name: 'unwritten', objectApiName: 'Competitor_Contract__c', label: LABELS.unwritten, step: LABELS.unwrittenStep, isUrgent: true },
    says: ofAccount,
    where: () => ({ and: [active, { Decision_Rule__c: { eq: null } }] }),
  },
  {
    ...{ name: 'unruled', objectApiName: 'Competitor_Contract__c', label: LABELS.unruled, step: LABELS.unruledStep, isUrgent: false },
    says: ofAccount,
    where: () => ({ and: [active, { Decision_Rule__c: { eq: 'No Regime' } }] }),
  },
];
