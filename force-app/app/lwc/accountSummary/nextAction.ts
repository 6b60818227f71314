// What to do next for an account, the earliest first: open tasks, days to give notice, stages that must move on.
import { daysBetween, isDay } from 'c/civilDay';
import { fillLabel, countedLabel, type CountedLabel } from 'c/labelText';
import { shownOf } from 'c/graphAnswer';
import type { ContractNode, PositionNode, TaskNode } from './summaryQueries';

export interface ActionWords {
  readonly task: string;
  readonly taskWithoutDay: string;
  readonly notice: string;
  readonly deadline: string;
  readonly daysLeft: CountedLabel;
  readonly today: string;
  readonly daysLate: CountedLabel;
}

/** How an action asks for attention; its words say the same. */
export type Urgency = 'late' | 'now' | 'soon' | 'calm';

export interface NextAction {
  readonly text: string;
  /** "8 days left"; blank for a task without a day. */
  readonly when: string;
  readonly urgency: Urgency;
  readonly recordId: string;
  readonly objectApiName: 'Task' | 'Competitor_Contract__c' | 'Lifecycle_Position__c';
}

export interface Candidates {
  readonly tasks: readonly TaskNode[];
  readonly contracts: readonly ContractNode[];
  readonly positions: readonly PositionNode[];
}

export interface ActionSetting {
  readonly today: string;
  readonly language: string;
  readonly words: ActionWords;
  written(day: string): string;
  stageName(stageId: string): string;
}

/** More than these would be a list, and there is a worklist for that. */
const SHOWN_ACTIONS = 3;

interface Candidate extends Omit<NextAction, 'when' | 'urgency'> {
  readonly day: string | undefined;
  /** From this day on it is time to act, however far away the day itself is. */
  readonly from?: string | undefined;
}

/** The first is the next action; a few more follow. Empty when nothing is planned and no day is known. */
export function nextActions({ tasks, contracts, positions }: Candidates, setting: ActionSetting): readonly NextAction[] {
  const candidates = [
    ...contracts.map((contract) => noticeOf(contract, setting)),
    ...tasks.map((task) => taskOf(task, setting)),
    ...positions.map((position) => deadlineOf(position, setting)),
  ].filter((candidate) => candidate !== undefined);
  // what has no day waits behind everything that has one; the order above decides among equals
  const sorted = candidates.sort((one, other) => (one.day ?? '9999').localeCompare(other.day ?? '9999'));
  return sorted.slice(0, SHOWN_ACTIONS).map((candidate) => {
    const { text, recordId, objectApiName, day } = candidate;
    return { text, recordId, objectApiName, when: whenOf(day, setting), urgency: urgencyOf(candidate, setting.today) };
  });
}

function dayOf(value: unknown): string | undefined {
  return isDay(value) ? value : undefined;
}

function noticeOf(contract: ContractNode, { words, written }: ActionSetting): Candidate | undefined {
  const day = dayOf(contract.Decision_Date__c?.value);
  if (day === undefined) return undefined;
  const name = [shownOf(contract.Competitor__r?.Name), shownOf(contract.Product_Category__c)].filter(Boolean).join(', ');
  return {
    text: fillLabel(words.notice, name, written(day)),
    day,
    from: dayOf(contract.Approach_Date__c?.value),
    recordId: contract.Id,
    objectApiName: 'Competitor_Contract__c',
  };
}

function taskOf(task: TaskNode, { words, written }: ActionSetting): Candidate {
  const day = dayOf(task.ActivityDate?.value);
  // a subject that is a whole sentence goes on here
  const subject = shownOf(task.Subject).replace(/\.$/, '');
  const text = day === undefined ? fillLabel(words.taskWithoutDay, subject) : fillLabel(words.task, subject, written(day));
  return { text, day, recordId: task.Id, objectApiName: 'Task' };
}

function deadlineOf(position: PositionNode, { words, written, stageName }: ActionSetting): Candidate | undefined {
  const day = dayOf(position.Deadline_Date__c?.value);
  if (day === undefined) return undefined;
  const stage = stageName(position.Lifecycle_Stage__c?.value ?? '');
  return {
    text: fillLabel(words.deadline, shownOf(position.Product_Category__c), stage, written(day)),
    day,
    recordId: position.Id,
    objectApiName: 'Lifecycle_Position__c',
  };
}

function whenOf(day: string | undefined, { today, language, words }: ActionSetting): string {
  if (day === undefined) return '';
  const days = daysBetween(today, day);
  if (days === 0) return words.today;
  return days < 0 ? countedLabel(words.daysLate, -days, language) : countedLabel(words.daysLeft, days, language);
}

/** The time to approach is kept in the org's notice regimes; it decides whether a day that is ahead is near. */
function urgencyOf({ day, from }: Candidate, today: string): Urgency {
  if (day === undefined) return 'calm';
  if (day < today) return 'late';
  if (day === today) return 'now';
  return from !== undefined && from <= today ? 'soon' : 'calm';
}
