// Contacts, feedback, departures and campaigns as points.
import { fillLabel } from 'c/labelText';
import { readDay, readInstant, type DayReading, type Kind, type Point, type Undated } from 'c/timelineItem';
import type { EventNode, TaskNode } from './activityQueries';
import type { CampaignMemberNode, EventTouchNode } from './campaignQueries';
import type { ExitSurveyNode, FeedbackNode } from './feedbackQueries';
import { shownOf, type FieldOf } from 'c/graphAnswer';
import { placedPoint, type ReadDate, type Subject } from './placedItem';
import type { TimelineSetting } from './timelineSetting';

type Event = Point | Undated;

const dateOf = (field: FieldOf<string>): ReadDate => ({ raw: field?.value, day: readDay(field?.value) });
const instantOf = (field: FieldOf<string>, { dayAt }: TimelineSetting): ReadDate => ({
  raw: field?.value,
  day: readInstant(field?.value, (instant) => dayAt(instant)),
});
const known = (...texts: readonly string[]): readonly string[] => texts.filter(Boolean);

/** A completed task stands where it was completed, or on its due day when that is earlier: so is a call that was logged afterwards. */
export function taskPoint(node: TaskNode, setting: TimelineSetting): Event {
  const { words, today } = setting;
  // a subject that is a whole sentence goes on here
  const title = shownOf(node.Subject).replace(/\.$/, '') || words.contactWithoutSubject;
  const isDone = node.IsClosed?.value === true;
  const completed = instantOf(node.CompletedDateTime, setting);
  const due = dateOf(node.ActivityDate);
  const date = isDone && typeof completed.day === 'number' && !(Number(due.day) < completed.day) ? completed : due;
  return placedPoint(
    subjectOf('contact', 'Task', node, title),
    date,
    {
      mark: isDone ? 'done' : 'planned',
      sentence: (day) =>
        fillLabel(isDone ? words.contactDone : dueWords(date.day, today, words.contactPlanned, words.contactOverdue), title, day),
      details: known(shownOf(node.Task_Kind__c), shownOf(node.Outcome__c)),
    },
    setting,
  );
}

function dueWords(day: DayReading, today: number, ahead: string, behind: string): string {
  return typeof day === 'number' && day < today ? behind : ahead;
}

export function meetingPoint(node: EventNode, setting: TimelineSetting): Event {
  const title = shownOf(node.Subject) || setting.words.contactWithoutSubject;
  const date = node.ActivityDateTime?.value ? instantOf(node.ActivityDateTime, setting) : dateOf(node.ActivityDate);
  const sentence = (day: string): string => fillLabel(setting.words.meetingOn, title, day);
  return placedPoint(subjectOf('contact', 'Event', node, title), date, { mark: 'meeting', sentence }, setting);
}

export function feedbackPoint(node: FeedbackNode, setting: TimelineSetting): Event {
  const { words } = setting;
  const score = node.Score__c?.value;
  const hasScore = typeof score === 'number';
  return placedPoint(
    subjectOf('feedback', 'Feedback__c', node, hasScore ? fillLabel(words.feedbackTitle, score) : words.feedback),
    dateOf(node.Given_On_Date__c),
    {
      mark: 'feedback',
      badge: hasScore ? String(score) : '',
      sentence: (day) => (hasScore ? fillLabel(words.feedbackScore, score, day) : fillLabel(words.feedbackWithoutScore, day)),
      details: known(shownOf(node.Process__c), shownOf(node.Loop_State__c)),
    },
    setting,
  );
}

/** The departure, and the day from which we may come back, as far as one is planned. */
export function exitPoints(node: ExitSurveyNode, setting: TimelineSetting): readonly Event[] {
  const { words } = setting;
  const reason = shownOf(node.Reason__c);
  const rival = shownOf(node.New_Competitor__r?.Name);
  const details = known(rival ? fillLabel(words.wentTo, rival) : '');
  const left = placedPoint(
    subjectOf('exit', 'Exit_Survey__c', node, words.departure),
    dateOf(node.Loss_Date__c),
    { mark: 'exit', sentence: (day) => fillLabel(reason ? words.leftBecause : words.left, day, reason), details },
    setting,
  );
  const back = dateOf(node.Win_Back_Date__c);
  if (back.day === 'blank') return [left];
  const subject = { ...subjectOf('exit', 'Exit_Survey__c', node, words.winBack), key: `${node.Id} win-back` };
  return [left, placedPoint(subject, back, { mark: 'win-back', sentence: (day) => fillLabel(words.winBackFrom, day), details }, setting)];
}

export function touchPoint(node: EventTouchNode, setting: TimelineSetting): Event {
  const title = shownOf(node.Event_Rule__r?.Name) || setting.words.nameMissing;
  return placedPoint(
    subjectOf('campaign', 'Event_Touch__c', node, title),
    dateOf(node.Planned_For_Date__c),
    {
      mark: 'touch',
      sentence: (day) => fillLabel(setting.words.touch, title, shownOf(node.State__c), day),
      details: known(shownOf(node.Contact__r?.Name), shownOf(node.Verdict_Reason__c)),
    },
    setting,
  );
}

/** Opens the campaign: the membership itself has no page. */
export function campaignPoint(node: CampaignMemberNode, setting: TimelineSetting): Event {
  const title = shownOf(node.Campaign?.Name) || setting.words.nameMissing;
  const contact = shownOf(node.Contact?.Name) || setting.words.nameMissing;
  const subject = subjectOf('campaign', 'CampaignMember', node, title);
  return placedPoint(
    node.Campaign ? { ...subject, recordId: node.Campaign.Id, objectApiName: 'Campaign' } : subject,
    instantOf(node.CreatedDate, setting),
    {
      mark: 'campaign',
      sentence: (day) => fillLabel(setting.words.campaignMember, title, contact, day),
      details: known(shownOf(node.Status)),
    },
    setting,
  );
}

interface EventfulNode {
  readonly Id: string;
  readonly Product_Category__c?: FieldOf<string>;
}

function subjectOf(kind: Kind, objectApiName: string, node: EventfulNode, title: string): Subject {
  const category = node.Product_Category__c;
  return { key: node.Id, kind, recordId: node.Id, objectApiName, category: category?.value ?? '', categoryName: shownOf(category), title };
}
