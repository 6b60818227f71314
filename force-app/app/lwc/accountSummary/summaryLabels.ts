// Every word of the summary, in the language of the user.
import title from '@salesforce/label/c.Summary_Title';
import loading from '@salesforce/label/c.Summary_Loading';
import nextAction from '@salesforce/label/c.Summary_Next_Action';
import noActionTitle from '@salesforce/label/c.Summary_No_Action_Title';
import noActionText from '@salesforce/label/c.Summary_No_Action_Text';
import unknownActionText from '@salesforce/label/c.Summary_Unknown_Action_Text';
import unknownActionTitle from '@salesforce/label/c.Summary_Unknown_Action_Title';
import actionNotice from '@salesforce/label/c.Summary_Action_Notice';
import actionTask from '@salesforce/label/c.Summary_Action_Task';
import actionTaskWithoutDay from '@salesforce/label/c.Summary_Action_Task_Without_Day';
import actionDeadline from '@salesforce/label/c.Summary_Action_Deadline';
import daysLeftOne from '@salesforce/label/c.Summary_Days_Left_One';
import daysLeftOther from '@salesforce/label/c.Summary_Days_Left_Other';
import daysLateOne from '@salesforce/label/c.Summary_Days_Late_One';
import daysLateOther from '@salesforce/label/c.Summary_Days_Late_Other';
import today from '@salesforce/label/c.Summary_Today';
import silentLeaver from '@salesforce/label/c.Summary_Silent_Leaver';
import stage from '@salesforce/label/c.Summary_Stage';
import owner from '@salesforce/label/c.Summary_Owner';
import lastContact from '@salesforce/label/c.Summary_Last_Contact';
import nextDecision from '@salesforce/label/c.Summary_Next_Decision';
import legalForm from '@salesforce/label/c.Summary_Legal_Form';
import notKnown from '@salesforce/label/c.Summary_Not_Known';
import noProductYet from '@salesforce/label/c.Summary_No_Product_Yet';
import noPosition from '@salesforce/label/c.Summary_No_Position';
import stageSince from '@salesforce/label/c.Summary_Stage_Since';
import otherProductsOne from '@salesforce/label/c.Summary_Other_Products_One';
import otherProductsOther from '@salesforce/label/c.Summary_Other_Products_Other';
import thenNext from '@salesforce/label/c.Summary_Then_Next';
import never from '@salesforce/label/c.Summary_Never';
import daysAgoOne from '@salesforce/label/c.Summary_Days_Ago_One';
import daysAgoOther from '@salesforce/label/c.Summary_Days_Ago_Other';
import contactToday from '@salesforce/label/c.Summary_Contact_Today';
import outOfSight from '@salesforce/label/c.Summary_Out_Of_Sight';
import noDecision from '@salesforce/label/c.Summary_No_Decision';
import naturalPerson from '@salesforce/label/c.Summary_Natural_Person';
import saddle from '@salesforce/label/c.Summary_Saddle';
import saddleScore from '@salesforce/label/c.Summary_Saddle_Score';
import saddleSentence from '@salesforce/label/c.Summary_Saddle_Sentence';
import saddleSentenceAlone from '@salesforce/label/c.Summary_Saddle_Sentence_Alone';
import partial from '@salesforce/label/c.Summary_Partial';
import hidden from '@salesforce/label/c.Summary_Hidden';
import partStages from '@salesforce/label/c.Summary_Part_Stages';
import partContracts from '@salesforce/label/c.Summary_Part_Contracts';
import partTasks from '@salesforce/label/c.Summary_Part_Tasks';
import tryAgain from '@salesforce/label/c.State_Try_Again';
import type { ActionWords } from './nextAction';
import type { SaddleWords } from './saddleScore';
import type { ReadingWords } from './summaryReadings';

export const ACTION_WORDS: ActionWords = {
  task: actionTask,
  taskWithoutDay: actionTaskWithoutDay,
  notice: actionNotice,
  deadline: actionDeadline,
  daysLeft: { one: daysLeftOne, other: daysLeftOther },
  today,
  daysLate: { one: daysLateOne, other: daysLateOther },
};

export const READING_WORDS: ReadingWords = {
  stage,
  owner,
  lastContact,
  nextDecision,
  legalForm,
  notKnown,
  noPosition,
  noProductYet,
  stageSince,
  otherProducts: { one: otherProductsOne, other: otherProductsOther },
  never,
  daysAgo: { one: daysAgoOne, other: daysAgoOther },
  contactToday,
  outOfSight,
  noDecision,
  naturalPerson,
};

export const SADDLE_WORDS: SaddleWords = { sentence: saddleSentence, sentenceAlone: saddleSentenceAlone };

/** What a part of the card is called when it is missing. */
export const PART_LABELS = { positions: partStages, contracts: partContracts, tasks: partTasks } as const;

/** Words that stand in the template as they are, and sentences about the card itself. */
export const LABELS = {
  title,
  loading,
  nextAction,
  noActionTitle,
  noActionText,
  unknownActionTitle,
  unknownActionText,
  tryAgain,
  silentLeaver,
  thenNext,
  saddle,
  saddleScore,
  partial,
  hidden,
} as const;
