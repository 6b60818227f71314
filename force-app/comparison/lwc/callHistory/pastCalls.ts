// The latest calls of an account, a sentence each with what was answered.
import { fillLabel } from 'c/labelText';
import { shownOf } from 'c/graphAnswer';
import type { OutcomeNode } from './historyQuery';

export interface PastCall {
  readonly id: string;
  readonly headline: string;
  readonly details: readonly { readonly key: number; readonly text: string }[];
}

export interface HistoryWords {
  /** `{0}` moment, `{1}` outcome, `{2}` who called. */
  readonly historyLine: string;
  /** `{0}` day. */
  readonly saidEndDate: string;
}

export function pastCalls(
  nodes: readonly OutcomeNode[],
  words: HistoryWords,
  day: (day: string) => string,
  moment: (instant: string) => string,
): readonly PastCall[] {
  return nodes.map((node) => {
    const [called, end, step] = [node.Called_At__c?.value, node.Said_End_Date__c?.value, node.Next_Step__c?.value];
    const stepDay = node.Next_Step_Date__c?.value;
    const details = [
      end ? fillLabel(words.saidEndDate, day(end)) : '',
      shownOf(node.Satisfaction__c),
      shownOf(node.Answer_1__c),
      shownOf(node.Answer_2__c),
      shownOf(node.Answer_3__c),
      node.Objection__c?.value ? `“${node.Objection__c.value}”` : '',
      shownOf(node.Note__c),
      step && step !== 'None' ? `→ ${shownOf(node.Next_Step__c)}${stepDay ? ` ${day(stepDay)}` : ''}` : '',
    ].filter(Boolean);
    return {
      id: node.Id,
      headline: fillLabel(
        words.historyLine,
        called ? moment(called) : '–',
        shownOf(node.Outcome__c),
        node.Called_By__r?.Name?.value ?? '–',
      ),
      details: details.map((text, key) => ({ key, text })),
    };
  });
}
