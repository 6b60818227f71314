// Every word that the worklist itself shows.
import anyMonth from '@salesforce/label/c.Worklist_Any_Month';
import approachFrom from '@salesforce/label/c.Worklist_Why_Approach_From';
import approachSince from '@salesforce/label/c.Worklist_Why_Approach_Since';
import askDate from '@salesforce/label/c.Worklist_Why_Ask_Date';
import backFromSnooze from '@salesforce/label/c.Worklist_Why_Back_From_Snooze';
import callOverdue from '@salesforce/label/c.Worklist_Call_Overdue';
import callPlanned from '@salesforce/label/c.Worklist_Call_Planned';
import callPlannedNoDay from '@salesforce/label/c.Worklist_Call_Planned_No_Day';
import callToday from '@salesforce/label/c.Worklist_Call_Today';
import clearFilters from '@salesforce/label/c.Worklist_Clear_Filters';
import confidence from '@salesforce/label/c.Worklist_Confidence';
import consentFailed from '@salesforce/label/c.Worklist_Consent_Failed';
import consentMissing from '@salesforce/label/c.Worklist_Consent_Missing';
import daysLeftNone from '@salesforce/label/c.Worklist_Days_Left_None';
import consentNone from '@salesforce/label/c.Worklist_Consent_None';
import consentTonight from '@salesforce/label/c.Worklist_Consent_Tonight';
import daysLeftOne from '@salesforce/label/c.Worklist_Days_Left_One';
import daysLeftOpen from '@salesforce/label/c.Worklist_Days_Left_Open';
import daysLeftOther from '@salesforce/label/c.Worklist_Days_Left_Other';
import daysLeftToday from '@salesforce/label/c.Worklist_Days_Left_Today';
import daysLeftUnknown from '@salesforce/label/c.Worklist_Days_Left_Unknown';
import daysPassedOne from '@salesforce/label/c.Worklist_Days_Passed_One';
import daysPassedOther from '@salesforce/label/c.Worklist_Days_Passed_Other';
import dissatisfied from '@salesforce/label/c.Worklist_Why_Dissatisfied';
import emptyFilteredText from '@salesforce/label/c.Worklist_Empty_Filtered_Text';
import emptyText from '@salesforce/label/c.Worklist_Empty_Text';
import emptyTitle from '@salesforce/label/c.Worklist_Empty_Title';
import endUnknown from '@salesforce/label/c.Worklist_End_Unknown';
import errorText from '@salesforce/label/c.Worklist_Error_Text';
import errorTitle from '@salesforce/label/c.Worklist_Error_Title';
import exactMonth from '@salesforce/label/c.Worklist_Exact_Month';
import exactQuarter from '@salesforce/label/c.Worklist_Exact_Quarter';
import hasEnded from '@salesforce/label/c.Worklist_Has_Ended';
import incompleteOne from '@salesforce/label/c.Worklist_Incomplete_One';
import incompleteOther from '@salesforce/label/c.Worklist_Incomplete_Other';
import lastContact from '@salesforce/label/c.Worklist_Last_Contact';
import loading from '@salesforce/label/c.Worklist_Loading';
import nameMissing from '@salesforce/label/c.Worklist_Name_Missing';
import noContact from '@salesforce/label/c.Worklist_No_Contact';
import noPermissionText from '@salesforce/label/c.Worklist_No_Permission_Text';
import noPermissionTitle from '@salesforce/label/c.Worklist_No_Permission_Title';
import notKnown from '@salesforce/label/c.Worklist_Not_Known';
import orEnds from '@salesforce/label/c.Worklist_Or_Ends';
import orEndsTitle from '@salesforce/label/c.Worklist_Or_Ends_Title';
import partialText from '@salesforce/label/c.Worklist_Partial_Text';
import runsUntil from '@salesforce/label/c.Worklist_Why_Runs_Until';
import showMore from '@salesforce/label/c.Worklist_Show_More';
import snoozedUntil from '@salesforce/label/c.Worklist_Snoozed_Until';
import subtitle from '@salesforce/label/c.Worklist_Subtitle';
import subtitleByValue from '@salesforce/label/c.Worklist_Subtitle_By_Value';
import title from '@salesforce/label/c.Worklist_Title';
import tryAgain from '@salesforce/label/c.Worklist_Try_Again';
import whyAnyMonth from '@salesforce/label/c.Worklist_Why_Any_Month';
import type { RowLabels } from 'c/worklistRow';

export const ROW_LABELS: RowLabels = {
  left: { one: daysLeftOne, other: daysLeftOther },
  today: daysLeftToday,
  passed: { one: daysPassedOne, other: daysPassedOther },
  open: daysLeftOpen,
  unknown: daysLeftUnknown,
  none: daysLeftNone,
  nameMissing,
  notKnown,
  hasEnded,
  anyMonth,
  endUnknown,
  lastContact,
  noContact,
  snoozedUntil,
  precision: { Month: exactMonth, Quarter: exactQuarter },
  confidence,
  why: { approachSince, approachFrom, runsUntil, anyMonth: whyAnyMonth, askDate, dissatisfied, backFromSnooze },
};

export const INCOMPLETE = { one: incompleteOne, other: incompleteOther } as const;

/** Words that stand in the template or in a row as they are. */
export const LABELS = {
  callOverdue,
  callPlanned,
  callPlannedNoDay,
  callToday,
  clearFilters,
  consentFailed,
  consentMissing,
  consentNone,
  consentTonight,
  emptyFilteredText,
  emptyText,
  emptyTitle,
  errorText,
  errorTitle,
  loading,
  noPermissionText,
  noPermissionTitle,
  orEnds,
  orEndsTitle,
  partialText,
  showMore,
  subtitle,
  subtitleByValue,
  title,
  tryAgain,
} as const;
