// Where the items come from: for each query, what it is called, and how its answer becomes items.
import type { Item } from 'c/timelineItem';
import type { EventQuery, TaskQuery } from './activityQueries';
import type { CampaignMemberQuery, EventTouchQuery } from './campaignQueries';
import { assetBar, competitorContractBar, ownContractBar } from './contractBars';
import type { AssetQuery, CompetitorContractQuery, OwnContractQuery } from './contractQueries';
import { campaignPoint, exitPoints, feedbackPoint, meetingPoint, taskPoint, touchPoint } from './eventPoints';
import type { ExitSurveyQuery, FeedbackQuery } from './feedbackQueries';
import { nodesOf, type Connection } from 'c/graphAnswer';
import { stageBands } from './stageBands';
import type { StageQuery } from './stageQuery';
import type { TimelineSetting } from './timelineSetting';

/** What each query answers below `uiapi.query`. */
export interface Answers {
  readonly competitorContracts: CompetitorContractQuery;
  readonly ownContracts: OwnContractQuery;
  readonly assets: AssetQuery;
  readonly stages: StageQuery;
  readonly tasks: TaskQuery;
  readonly meetings: EventQuery;
  readonly feedback: FeedbackQuery;
  readonly exits: ExitSurveyQuery;
  readonly touches: EventTouchQuery;
  readonly campaigns: CampaignMemberQuery;
}
export type SourceName = keyof Answers;

const READERS: { readonly [Name in SourceName]: (answer: Answers[Name], setting: TimelineSetting) => readonly Item[] } = {
  competitorContracts: (answer, setting) => nodesOf(answer.Competitor_Contract__c).map((node) => competitorContractBar(node, setting)),
  ownContracts: (answer, setting) => nodesOf(answer.Contract).map((node) => ownContractBar(node, setting)),
  assets: (answer, setting) => nodesOf(answer.Asset).map((node) => assetBar(node, setting)),
  stages: (answer, setting) => stageBands(nodesOf(answer.Lifecycle_Position__c), nodesOf(answer.Lifecycle_Transition__c), setting),
  tasks: (answer, setting) => nodesOf(answer.Task).map((node) => taskPoint(node, setting)),
  meetings: (answer, setting) => nodesOf(answer.Event).map((node) => meetingPoint(node, setting)),
  feedback: (answer, setting) => nodesOf(answer.Feedback__c).map((node) => feedbackPoint(node, setting)),
  exits: (answer, setting) => nodesOf(answer.Exit_Survey__c).flatMap((node) => exitPoints(node, setting)),
  touches: (answer, setting) => nodesOf(answer.Event_Touch__c).map((node) => touchPoint(node, setting)),
  campaigns: (answer, setting) => nodesOf(answer.CampaignMember).map((node) => campaignPoint(node, setting)),
};
export const SOURCE_NAMES = Object.keys(READERS) as readonly SourceName[];

export function itemsOf<Name extends SourceName>(name: Name, answer: Answers[Name], setting: TimelineSetting): readonly Item[] {
  return READERS[name](answer, setting);
}

/** True when the org has more records than a query answers. */
export function hasMore(answer: Answers[SourceName]): boolean {
  return Object.values(answer as Readonly<Record<string, Connection<unknown>>>).some(
    (connection) => connection?.pageInfo?.hasNextPage === true,
  );
}
