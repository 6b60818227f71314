// Rows of the worklist: what is asked of a contract, and how it is told.
export type { ContractNode, StatementNode, TaskNode, VerdictNode } from './contractNode';
export { consentByAccount, type ChannelVerdict, type ConsentVerdict } from './consentVerdicts';
export { otherEnds } from './otherEnds';
export { plannedCalls, type PlannedCall } from './plannedCalls';
export { daysLeft, type DaysLeftLabels, type Urgency } from './daysLeftSentence';
export { toRows, type RowFacts, type RowLabels, type RowSetting, type WorklistRow } from './worklistRows';
export type { Reason } from './whyNow';
export { groupByAccount, type AccountGroup } from './accountGroups';
