// The stages of each position as bands: each transition begins one, the next one ends it.
import { fillLabel } from 'c/labelText';
import { readDay, readInstant, usable, type Band, type Undated } from 'c/timelineItem';
import { shownOf } from 'c/graphAnswer';
import { undated, type Subject } from './placedItem';
import type { PositionNode, TransitionNode } from './stageQuery';
import type { TimelineSetting } from './timelineSetting';

/** One beginning of a stage, wherever it is told. */
interface Beginning {
  readonly recordId: string;
  readonly objectApiName: 'Lifecycle_Position__c' | 'Lifecycle_Transition__c';
  readonly stageId: string;
  readonly details: readonly string[];
  readonly from: number;
}

export function stageBands(
  positions: readonly PositionNode[],
  transitions: readonly TransitionNode[],
  setting: TimelineSetting,
): readonly (Band | Undated)[] {
  return positions.flatMap((position) =>
    bandsOf(
      position,
      transitions.filter((transition) => transition.Lifecycle_Position__c?.value === position.Id),
      setting,
    ),
  );
}

function bandsOf(position: PositionNode, transitions: readonly TransitionNode[], setting: TimelineSetting): readonly (Band | Undated)[] {
  const unplaced: Undated[] = [];
  const beginnings: Beginning[] = [];
  for (const transition of transitions) {
    const raw = transition.Occurred_At__c?.value;
    const day = readInstant(raw, (instant) => setting.dayAt(instant));
    const stageId = transition.To_Stage__c?.value ?? '';
    const from = usable(day);
    const details = detailsOf(transition, setting);
    if (from === undefined) {
      unplaced.push(
        undated(
          subjectOf(transition.Id, 'Lifecycle_Transition__c', stageId, position, setting),
          day === 'broken' ? [{ raw, day }] : [],
          setting,
          details,
        ),
      );
    } else beginnings.push({ recordId: transition.Id, objectApiName: 'Lifecycle_Transition__c', stageId, details, from });
  }
  beginnings.sort((one, other) => one.from - other.from);
  trustPosition(beginnings, position);
  const present = presentStage(position, beginnings.at(-1)?.stageId, setting);
  if (present && 'shape' in present) unplaced.push(present);
  else if (present) beginnings.push(present);
  return [...beginnings.map((beginning, at) => bandOf(beginning, beginnings[at + 1]?.from, position, setting)), ...unplaced];
}

/** A position that was made later than its stage began brings the day of its own; the transition only tells when it was written. */
function trustPosition(beginnings: Beginning[], position: PositionNode): void {
  const last = beginnings.at(-1);
  const since = usable(readDay(position.Since_Date__c?.value));
  if (!last || since === undefined || last.stageId !== position.Lifecycle_Stage__c?.value) return;
  const earliest = beginnings.at(-2)?.from ?? since;
  beginnings.splice(-1, 1, { ...last, from: Math.min(last.from, Math.max(since, earliest)) });
}

/** The position itself, when no transition tells how it came to its present stage. */
function presentStage(position: PositionNode, last: string | undefined, setting: TimelineSetting): Beginning | Undated | undefined {
  const stageId = position.Lifecycle_Stage__c?.value ?? '';
  if (!stageId || stageId === last) return undefined;
  const raw = position.Since_Date__c?.value;
  const day = readDay(raw);
  const from = usable(day);
  const details = detailsOf(position, setting);
  if (from !== undefined) return { recordId: position.Id, objectApiName: 'Lifecycle_Position__c', stageId, details, from };
  return undated(
    subjectOf(position.Id, 'Lifecycle_Position__c', stageId, position, setting),
    day === 'broken' ? [{ raw, day }] : [],
    setting,
    details,
  );
}

function bandOf(beginning: Beginning, next: number | undefined, position: PositionNode, setting: TimelineSetting): Band {
  const { recordId, objectApiName, stageId, details, from } = beginning;
  const { words, written } = setting;
  const subject = subjectOf(recordId, objectApiName, stageId, position, setting);
  // a stage that was left on the day on which it began still has that day
  const until = next === undefined ? undefined : Math.max(from, next - 1);
  const sentence =
    until === undefined
      ? fillLabel(words.stageSince, subject.categoryName, subject.title, written(from))
      : fillLabel(words.stageFromUntil, subject.categoryName, subject.title, written(from), written(until));
  return { ...subject, shape: 'band', from, until, tone: setting.stagePlace(stageId), sentence, details };
}

function subjectOf(
  recordId: string,
  objectApiName: Beginning['objectApiName'],
  stageId: string,
  { Product_Category__c: category }: PositionNode,
  { stageName, words }: TimelineSetting,
): Subject {
  return {
    key: recordId,
    kind: 'stage',
    recordId,
    objectApiName,
    category: category?.value ?? '',
    categoryName: shownOf(category),
    title: stageName(stageId) || words.nameMissing,
  };
}

function detailsOf(told: PositionNode | TransitionNode, { words }: TimelineSetting): readonly string[] {
  const actor = 'Actor__r' in told ? shownOf(told.Actor__r?.Name) : '';
  return [shownOf(told.Reason__c), shownOf(told.Evidence_Summary__c), actor ? fillLabel(words.changedBy, actor) : ''].filter(Boolean);
}
