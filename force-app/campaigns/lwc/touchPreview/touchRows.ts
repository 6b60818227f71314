// Touches of a day as rows for people, and their counts.
import { countOf, groupsOf, nodesOf, shownOf } from 'c/graphAnswer';
import { DONE, REFUSED, type CountsAnswer, type TouchNode, type TouchesAnswer } from './touchQueries';

export interface TouchWords {
  readonly gets: string;
  readonly getsNot: string;
  readonly got: string;
  readonly task: string;
  readonly campaign: string;
  readonly nobody: string;
}

export interface TouchRow {
  readonly id: string;
  readonly accountId: string;
  readonly account: string;
  readonly person: string;
  readonly message: string;
  /** The rule, where the reason does not name it, and the product. */
  readonly about: string;
  readonly verdict: string;
  readonly verdictClass: string;
  readonly reason: string;
}

export interface TouchCounts {
  readonly gets: number;
  readonly not: number;
  /** Most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
}

export function countsOf({ uiapi }: CountsAnswer): TouchCounts {
  const states = groupsOf(uiapi.aggregate.states);
  const sum = (isRefused: boolean): number =>
    states.filter((group) => (group.State__c?.value === REFUSED) === isRefused).reduce((total, group) => total + countOf(group), 0);
  return {
    gets: sum(false),
    not: sum(true),
    reasons: groupsOf(uiapi.aggregate.reasons).map((group) => ({ reason: shownOf(group.Verdict_Code__c) || '–', count: countOf(group) })),
  };
}

export function touchRows({ uiapi }: TouchesAnswer, words: TouchWords, language: string): readonly TouchRow[] {
  const isDutch = language.startsWith('nl');
  return nodesOf(uiapi.query.Event_Touch__c).map((node) => {
    const isRefused = node.State__c?.value === REFUSED;
    const isDone = node.State__c?.value === DONE;
    const reason = shownOf(node.Verdict_Reason__c);
    const rule = (isDutch && shownOf(node.Event_Rule__r?.Dutch_Name__c)) || shownOf(node.Event_Rule__r?.Name);
    return {
      id: node.Id,
      accountId: node.Account__r?.Id ?? '',
      account: shownOf(node.Account__r?.Name),
      person: shownOf(node.Contact__r?.Name) || words.nobody,
      message: messageOf(node, words, isDutch),
      about: [reason.startsWith(rule) ? '' : rule, shownOf(node.Product_Category__c)].filter(Boolean).join(' · '),
      verdict: isRefused ? words.getsNot : isDone ? words.got : words.gets,
      verdictClass: `chip chip_${isRefused ? 'urgent' : 'good'}`,
      reason,
    };
  });
}

/** The name of the campaign or the subject of the task says most; without one, what kind of action it is. */
function messageOf({ Event_Rule__r: rule }: TouchNode, words: TouchWords, isDutch: boolean): string {
  if (rule?.Action__c?.value === 'Create Task')
    return (isDutch && shownOf(rule.Dutch_Task_Subject__c)) || shownOf(rule.Task_Subject__c) || words.task;
  return shownOf(rule?.Campaign__r?.Name) || words.campaign;
}
