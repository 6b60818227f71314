// Statements about a contract as lines that can be compared.
import { fillLabel } from 'c/labelText';
import { nodesOf, type Connection } from 'c/graphAnswer';
import type { ClaimNode } from './claimQuery';

export interface ClaimLabels {
  /** Source `{0}`, day `{1}`. */
  readonly saidBy: string;
  /** With the day as `{0}`. */
  readonly saidEnd: string;
  readonly saidNoEnd: string;
  /** With length and unit. */
  readonly saidNotice: string;
  readonly sourceUnknown: string;
}

export interface ClaimLine {
  readonly id: string;
  readonly said: string;
  readonly by: string;
  readonly confidence: string;
}

export function claimLines(connection: Connection<ClaimNode>, written: (day: string) => string, labels: ClaimLabels): readonly ClaimLine[] {
  const nodes = nodesOf(connection);
  return nodes.map((node) => {
    const end = node.Said_End_Date__c?.value;
    const length = node.Said_Notice_Length__c?.value;
    const unit = node.Said_Notice_Unit__c?.displayValue ?? node.Said_Notice_Unit__c?.value ?? '';
    const on = node.Said_On_Date__c?.value;
    const source = node.Source__c?.value ?? labels.sourceUnknown;
    return {
      id: node.Id,
      said: [
        end ? fillLabel(labels.saidEnd, written(end)) : labels.saidNoEnd,
        ...(typeof length === 'number' ? [fillLabel(labels.saidNotice, length, unit)] : []),
      ].join(' · '),
      by: on ? fillLabel(labels.saidBy, source, written(on)) : source,
      confidence: node.Confidence__c?.displayValue ?? node.Confidence__c?.value ?? '',
    };
  });
}
