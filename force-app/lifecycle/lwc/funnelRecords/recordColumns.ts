// What the list shows of each kind of records, besides the account and its owner.
import { LABELS } from './recordsLabels';
import type { RecordKind, RecordsAnswer } from './recordsQuery';

/** Names of the columns between account and owner. */
export const RECORD_COLUMNS: Readonly<Record<RecordKind, readonly string[]>> = {
  positions: [LABELS.columnStage, LABELS.columnSince, LABELS.columnWhy],
  moves: [LABELS.columnStage, LABELS.columnMoved, LABELS.columnWhy],
  accounts: [],
  contracts: [LABELS.columnProvider, LABELS.columnWhy],
};

/** Whether the org has more records than it answered, whichever kind was asked. */
export function hasMoreRecords({ uiapi: { query } }: RecordsAnswer): boolean {
  const connections = [query.Lifecycle_Position__c, query.Lifecycle_Transition__c, query.Account, query.Competitor_Contract__c];
  return connections.some((connection) => connection?.pageInfo?.hasNextPage);
}
