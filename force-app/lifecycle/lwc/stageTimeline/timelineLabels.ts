// Every word of the timeline around its items, in the language of the user.
import title from '@salesforce/label/c.Timeline_Title';
import subtitle from '@salesforce/label/c.Timeline_Subtitle';
import loading from '@salesforce/label/c.Timeline_Loading';
import view from '@salesforce/label/c.Timeline_View';
import viewDrawing from '@salesforce/label/c.Timeline_View_Drawing';
import viewList from '@salesforce/label/c.Timeline_View_List';
import zoomIn from '@salesforce/label/c.Timeline_Zoom_In';
import zoomOut from '@salesforce/label/c.Timeline_Zoom_Out';
import toToday from '@salesforce/label/c.Timeline_To_Today';
import showAll from '@salesforce/label/c.Timeline_Show_All';
import product from '@salesforce/label/c.Timeline_Product';
import allProducts from '@salesforce/label/c.Timeline_All_Products';
import wholeAccount from '@salesforce/label/c.Timeline_Whole_Account';
import vocabulary from '@salesforce/label/c.Timeline_Vocabulary';
import ownVocabulary from '@salesforce/label/c.Timeline_Own_Vocabulary';
import kinds from '@salesforce/label/c.Timeline_Kinds';
import legendDecision from '@salesforce/label/c.Timeline_Legend_Decision';
import legendApproach from '@salesforce/label/c.Timeline_Legend_Approach';
import legendBound from '@salesforce/label/c.Timeline_Legend_Bound';
import emptyTitle from '@salesforce/label/c.Timeline_Empty_Title';
import emptyText from '@salesforce/label/c.Timeline_Empty_Text';
import filteredTitle from '@salesforce/label/c.Timeline_Filtered_Title';
import showEverything from '@salesforce/label/c.Timeline_Show_Everything';
import hiddenSources from '@salesforce/label/c.Timeline_Hidden_Sources';
import failedSources from '@salesforce/label/c.Timeline_Failed_Sources';
import moreRecords from '@salesforce/label/c.Timeline_More_Records';
import kindCompetitor from '@salesforce/label/c.Timeline_Kind_Competitor';
import kindOwn from '@salesforce/label/c.Timeline_Kind_Own';
import kindStage from '@salesforce/label/c.Timeline_Kind_Stage';
import kindContact from '@salesforce/label/c.Timeline_Kind_Contact';
import kindFeedback from '@salesforce/label/c.Timeline_Kind_Feedback';
import kindExit from '@salesforce/label/c.Timeline_Kind_Exit';
import kindCampaign from '@salesforce/label/c.Timeline_Kind_Campaign';
import sourceCompetitorContracts from '@salesforce/label/c.Timeline_Source_Competitor_Contracts';
import sourceOwnContracts from '@salesforce/label/c.Timeline_Source_Own_Contracts';
import sourceAssets from '@salesforce/label/c.Timeline_Source_Assets';
import sourceStages from '@salesforce/label/c.Timeline_Source_Stages';
import sourceTasks from '@salesforce/label/c.Timeline_Source_Tasks';
import sourceMeetings from '@salesforce/label/c.Timeline_Source_Meetings';
import sourceFeedback from '@salesforce/label/c.Timeline_Source_Feedback';
import sourceExits from '@salesforce/label/c.Timeline_Source_Exits';
import sourceTouches from '@salesforce/label/c.Timeline_Source_Touches';
import sourceCampaigns from '@salesforce/label/c.Timeline_Source_Campaigns';
import sourceVocabularies from '@salesforce/label/c.Timeline_Source_Vocabularies';
import outOfRangeOne from '@salesforce/label/c.Timeline_Out_Of_Range_One';
import outOfRangeOther from '@salesforce/label/c.Timeline_Out_Of_Range_Other';
import type { Kind } from 'c/timelineItem';
import type { SourceName } from './timelineSources';

export const LABELS = {
  title,
  subtitle,
  loading,
  view,
  viewDrawing,
  viewList,
  zoomIn,
  zoomOut,
  toToday,
  showAll,
  product,
  allProducts,
  wholeAccount,
  vocabulary,
  ownVocabulary,
  kinds,
  legendDecision,
  legendApproach,
  legendBound,
  emptyTitle,
  emptyText,
  filteredTitle,
  showEverything,
  hiddenSources,
  failedSources,
  moreRecords,
} as const;

export const OUT_OF_RANGE = { one: outOfRangeOne, other: outOfRangeOther } as const;

export const KIND_LABELS: Readonly<Record<Kind, string>> = {
  competitor: kindCompetitor,
  own: kindOwn,
  stage: kindStage,
  contact: kindContact,
  feedback: kindFeedback,
  exit: kindExit,
  campaign: kindCampaign,
};

/** What a source is called in a note. */
export const SOURCE_LABELS: Readonly<Record<SourceName | 'vocabularies', string>> = {
  competitorContracts: sourceCompetitorContracts,
  ownContracts: sourceOwnContracts,
  assets: sourceAssets,
  stages: sourceStages,
  tasks: sourceTasks,
  meetings: sourceMeetings,
  feedback: sourceFeedback,
  exits: sourceExits,
  touches: sourceTouches,
  campaigns: sourceCampaigns,
  vocabularies: sourceVocabularies,
};
