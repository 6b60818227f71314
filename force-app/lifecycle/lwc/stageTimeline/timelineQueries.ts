// The query behind each source.
import type { GraphQLDocument } from 'lightning/graphql';
import { EVENT_QUERY, TASK_QUERY } from './activityQueries';
import { CAMPAIGN_MEMBER_QUERY, EVENT_TOUCH_QUERY } from './campaignQueries';
import { ASSET_QUERY, COMPETITOR_CONTRACT_QUERY, OWN_CONTRACT_QUERY } from './contractQueries';
import { EXIT_SURVEY_QUERY, FEEDBACK_QUERY } from './feedbackQueries';
import { STAGE_QUERY } from './stageQuery';
import type { SourceName } from './timelineSources';

export type Queries = Readonly<Record<SourceName, GraphQLDocument>>;

export const QUERIES: Queries = {
  competitorContracts: COMPETITOR_CONTRACT_QUERY,
  ownContracts: OWN_CONTRACT_QUERY,
  assets: ASSET_QUERY,
  stages: STAGE_QUERY,
  tasks: TASK_QUERY,
  meetings: EVENT_QUERY,
  feedback: FEEDBACK_QUERY,
  exits: EXIT_SURVEY_QUERY,
  touches: EVENT_TOUCH_QUERY,
  campaigns: CAMPAIGN_MEMBER_QUERY,
};
