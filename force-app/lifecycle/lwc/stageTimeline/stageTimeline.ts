// The timeline of an account: asks the org for everything that has a day, and shows it as a drawing or as a list.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResponse } from 'lightning/graphql';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import { dayIn, daysOf } from 'c/civilDay';
import { failureOf, type Failure } from 'c/dataFailure';
import { countedLabel, fillLabel } from 'c/labelText';
import {
  VOCABULARY_QUERY,
  chooseVocabulary,
  chosenVocabulary,
  onVocabularyChosen,
  vocabulariesOf,
  type VocabularyAnswer,
} from 'c/stageVocabulary';
import { addYears, dateOfNumber, dayNumber, type DayRange, type ItemGroup, type Kind, type LinkedItem } from 'c/timelineItem';
import { EVENT_QUERY, TASK_QUERY } from './activityQueries';
import { CAMPAIGN_MEMBER_QUERY, EVENT_TOUCH_QUERY } from './campaignQueries';
import { ASSET_QUERY, COMPETITOR_CONTRACT_QUERY, OWN_CONTRACT_QUERY } from './contractQueries';
import { EXIT_SURVEY_QUERY, FEEDBACK_QUERY } from './feedbackQueries';
import { MOST_RECORDS, type AccountVariables } from './graphqlAnswer';
import { kindChoices, productChoices, vocabularyChoices, type Choice, type KindChoice } from './filterChoices';
import { linkedItems } from './linkedItems';
import { WORDS } from './sentenceLabels';
import { STAGE_QUERY } from './stageQuery';
import { groupItems, type GroupedItems } from './timelineGroups';
import { LABELS, OUT_OF_RANGE, SOURCE_LABELS } from './timelineLabels';
import { NOTHING_REMEMBERED, memoryFromText, memoryKey, type TimelineMemory, type TimelineView } from './timelineMemory';
import { SOURCE_NAMES, hasMore, itemsOf, type Answers, type SourceName } from './timelineSources';

type Response<Name extends SourceName> = GraphQLResponse<{ readonly uiapi: { readonly query: Answers[Name] } }>;
type Source = SourceName | 'vocabularies';

const YEARS_BACK = 2;
const YEARS_AHEAD = 5;
/** Narrower than this, the list is what can be read. */
const NARROW = 600;
const SKELETON_ROWS = [1, 2, 3, 4] as const;

export default class StageTimeline extends NavigationMixin(LightningElement) {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  labels = LABELS;
  skeletonRows = SKELETON_ROWS;
  today = dayNumber(dayIn(TIME_ZONE, new Date()));
  isLoaded = false;
  isNarrow = false;
  isPrinting = false;
  items: readonly LinkedItem[] = [];
  content: GroupedItems = { groups: [], undated: [], beyond: 0, counts: noCounts() };
}
