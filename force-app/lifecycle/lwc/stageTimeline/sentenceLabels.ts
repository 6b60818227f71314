// The sentences of the timeline, in the language of the user.
import nameMissing from '@salesforce/label/c.Timeline_Name_Missing';
import noticeBy from '@salesforce/label/c.Timeline_Notice_By';
import noticeWasBy from '@salesforce/label/c.Timeline_Notice_Was_By';
import anyMonth from '@salesforce/label/c.Timeline_Any_Month';
import ends from '@salesforce/label/c.Timeline_Ends';
import ended from '@salesforce/label/c.Timeline_Ended';
import endUnknown from '@salesforce/label/c.Timeline_End_Unknown';
import over from '@salesforce/label/c.Timeline_Over';
import noEnd from '@salesforce/label/c.Timeline_No_End';
import ourContract from '@salesforce/label/c.Timeline_Our_Contract';
import runsFromUntil from '@salesforce/label/c.Timeline_Runs_From_Until';
import runsFrom from '@salesforce/label/c.Timeline_Runs_From';
import runsUntil from '@salesforce/label/c.Timeline_Runs_Until';
import approachFrom from '@salesforce/label/c.Timeline_Approach_From';
import rolledOver from '@salesforce/label/c.Timeline_Rolled_Over';
import cancelledOn from '@salesforce/label/c.Timeline_Cancelled_On';
import dateBroken from '@salesforce/label/c.Timeline_Date_Broken';
import dateMissing from '@salesforce/label/c.Timeline_Date_Missing';
import endBeforeStart from '@salesforce/label/c.Timeline_End_Before_Start';
import stageSince from '@salesforce/label/c.Timeline_Stage_Since';
import stageFromUntil from '@salesforce/label/c.Timeline_Stage_From_Until';
import changedBy from '@salesforce/label/c.Timeline_Changed_By';
import contact from '@salesforce/label/c.Timeline_Contact';
import contactDone from '@salesforce/label/c.Timeline_Contact_Done';
import contactPlanned from '@salesforce/label/c.Timeline_Contact_Planned';
import contactOverdue from '@salesforce/label/c.Timeline_Contact_Overdue';
import meetingOn from '@salesforce/label/c.Timeline_Meeting_On';
import feedback from '@salesforce/label/c.Timeline_Feedback';
import feedbackTitle from '@salesforce/label/c.Timeline_Feedback_Title';
import feedbackScore from '@salesforce/label/c.Timeline_Feedback_Score';
import feedbackWithoutScore from '@salesforce/label/c.Timeline_Feedback_Without_Score';
import departure from '@salesforce/label/c.Timeline_Departure';
import left from '@salesforce/label/c.Timeline_Left';
import leftBecause from '@salesforce/label/c.Timeline_Left_Because';
import wentTo from '@salesforce/label/c.Timeline_Went_To';
import winBack from '@salesforce/label/c.Timeline_Win_Back';
import winBackFrom from '@salesforce/label/c.Timeline_Win_Back_From';
import touch from '@salesforce/label/c.Timeline_Touch';
import campaignMember from '@salesforce/label/c.Timeline_Campaign_Member';
import type { TimelineWords } from './timelineWords';

export const WORDS: TimelineWords = {
  nameMissing,
  noticeBy,
  noticeWasBy,
  anyMonth,
  ends,
  ended,
  endUnknown,
  over,
  noEnd,
  ourContract,
  runsFromUntil,
  runsFrom,
  runsUntil,
  approachFrom,
  rolledOver,
  cancelledOn,
  dateBroken,
  dateMissing,
  endBeforeStart,
  stageSince,
  stageFromUntil,
  changedBy,
  contactWithoutSubject: contact,
  contactDone,
  contactPlanned,
  contactOverdue,
  meetingOn,
  feedback,
  feedbackTitle,
  feedbackScore,
  feedbackWithoutScore,
  departure,
  left,
  leftBecause,
  wentTo,
  winBack,
  winBackFrom,
  touch,
  campaignMember,
};
