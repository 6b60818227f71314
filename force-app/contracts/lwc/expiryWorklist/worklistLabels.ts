// Every word that the worklist shows.
import anyMonth from '@salesforce/label/c.Worklist_Any_Month';
import allAccounts from '@salesforce/label/c.Worklist_Owner_All';
import allCategories from '@salesforce/label/c.Worklist_Category_All';
import allProviders from '@salesforce/label/c.Worklist_Provider_All';
import categoryFilter from '@salesforce/label/c.Worklist_Filter_Category';
import clearFilters from '@salesforce/label/c.Worklist_Clear_Filters';
import columnAccount from '@salesforce/label/c.Worklist_Column_Account';
import columnDaysLeft from '@salesforce/label/c.Worklist_Column_Days_Left';
import columnDecisionDate from '@salesforce/label/c.Worklist_Column_Decision_Date';
import columnMonthlyValue from '@salesforce/label/c.Worklist_Column_Monthly_Value';
import columnProvider from '@salesforce/label/c.Worklist_Column_Provider';
import columnReason from '@salesforce/label/c.Worklist_Column_Reason';
import countAllOne from '@salesforce/label/c.Worklist_Count_All_One';
import countAllOther from '@salesforce/label/c.Worklist_Count_All_Other';
import countAtLimit from '@salesforce/label/c.Worklist_Count_At_Limit';
import countSome from '@salesforce/label/c.Worklist_Count_Some';
import countSomeUncounted from '@salesforce/label/c.Worklist_Count_Some_Uncounted';
import daysLeftOne from '@salesforce/label/c.Worklist_Days_Left_One';
import daysLeftOpen from '@salesforce/label/c.Worklist_Days_Left_Open';
import daysLeftOther from '@salesforce/label/c.Worklist_Days_Left_Other';
import daysLeftToday from '@salesforce/label/c.Worklist_Days_Left_Today';
import daysLeftUnknown from '@salesforce/label/c.Worklist_Days_Left_Unknown';
import daysPassedOne from '@salesforce/label/c.Worklist_Days_Passed_One';
import daysPassedOther from '@salesforce/label/c.Worklist_Days_Passed_Other';
import emptyFilteredText from '@salesforce/label/c.Worklist_Empty_Filtered_Text';
import emptyText from '@salesforce/label/c.Worklist_Empty_Text';
import emptyTitle from '@salesforce/label/c.Worklist_Empty_Title';
import endedOn from '@salesforce/label/c.Worklist_Ended_On';
import endsOn from '@salesforce/label/c.Worklist_Ends_On';
import endUnknown from '@salesforce/label/c.Worklist_End_Unknown';
import errorText from '@salesforce/label/c.Worklist_Error_Text';
import errorTitle from '@salesforce/label/c.Worklist_Error_Title';
import fewerFilters from '@salesforce/label/c.Worklist_Fewer_Filters';
import incompleteOne from '@salesforce/label/c.Worklist_Incomplete_One';
import incompleteOther from '@salesforce/label/c.Worklist_Incomplete_Other';
import keyboardHint from '@salesforce/label/c.Worklist_Keyboard_Hint';
import loading from '@salesforce/label/c.Worklist_Loading';
import moreFilters from '@salesforce/label/c.Worklist_More_Filters';
import myAccounts from '@salesforce/label/c.Worklist_Owner_Mine';
import nameMissing from '@salesforce/label/c.Worklist_Name_Missing';
import noPermissionText from '@salesforce/label/c.Worklist_No_Permission_Text';
import noPermissionTitle from '@salesforce/label/c.Worklist_No_Permission_Title';
import notKnown from '@salesforce/label/c.Worklist_Not_Known';
import ownerFilter from '@salesforce/label/c.Worklist_Filter_Owner';
import partialText from '@salesforce/label/c.Worklist_Partial_Text';
import providerFilter from '@salesforce/label/c.Worklist_Filter_Provider';
import refresh from '@salesforce/label/c.Worklist_Refresh';
import showMore from '@salesforce/label/c.Worklist_Show_More';
import subtitle from '@salesforce/label/c.Worklist_Subtitle';
import title from '@salesforce/label/c.Worklist_Title';
import tryAgain from '@salesforce/label/c.Worklist_Try_Again';
import windowFilter from '@salesforce/label/c.Worklist_Filter_Window';
import windowNext from '@salesforce/label/c.Worklist_Window_Next';
import windowOpen from '@salesforce/label/c.Worklist_Window_Open';
import windowPassed from '@salesforce/label/c.Worklist_Window_Passed';
import windowUnknown from '@salesforce/label/c.Worklist_Window_Unknown';
import type { SummaryLabels } from './worklistSummary';
import type { RowLabels } from './worklistRows';

export const ROW_LABELS: RowLabels = {
  left: { one: daysLeftOne, other: daysLeftOther },
  today: daysLeftToday,
  passed: { one: daysPassedOne, other: daysPassedOther },
  open: daysLeftOpen,
  unknown: daysLeftUnknown,
  nameMissing,
  notKnown,
  endsOn,
  endedOn,
  anyMonth,
  endUnknown,
};

export const SUMMARY_LABELS: SummaryLabels = {
  all: { one: countAllOne, other: countAllOther },
  some: countSome,
  someOfUncounted: countSomeUncounted,
  atLimit: countAtLimit,
};

export const INCOMPLETE = { one: incompleteOne, other: incompleteOther } as const;

/** Words that stand in the template or in a choice as they are. */
export const LABELS = {
  allAccounts,
  allCategories,
  allProviders,
  categoryFilter,
  clearFilters,
  columnAccount,
  columnDaysLeft,
  columnDecisionDate,
  columnMonthlyValue,
  columnProvider,
  columnReason,
  emptyFilteredText,
  emptyText,
  emptyTitle,
  errorText,
  errorTitle,
  fewerFilters,
  keyboardHint,
  loading,
  moreFilters,
  myAccounts,
  noPermissionText,
  noPermissionTitle,
  ownerFilter,
  partialText,
  providerFilter,
  refresh,
  showMore,
  subtitle,
  title,
  tryAgain,
  windowFilter,
  windowNext,
  windowOpen,
  windowPassed,
  windowUnknown,
} as const;
