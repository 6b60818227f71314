// Every word of the calendar.
import allCategories from '@salesforce/label/c.Worklist_Category_All';
import allProviders from '@salesforce/label/c.Worklist_Provider_All';
import anyMonth from '@salesforce/label/c.Worklist_Any_Month';
import category from '@salesforce/label/c.Worklist_Filter_Category';
import cell from '@salesforce/label/c.Calendar_Cell';
import columns from '@salesforce/label/c.Calendar_Columns';
import cutOff from '@salesforce/label/c.Calendar_Cut_Off';
import earlier from '@salesforce/label/c.Calendar_Earlier';
import emptyText from '@salesforce/label/c.Calendar_Empty_Text';
import emptyTitle from '@salesforce/label/c.Calendar_Empty_Title';
import fewerRows from '@salesforce/label/c.Calendar_Fewer_Rows';
import keys from '@salesforce/label/c.Calendar_Keys';
import later from '@salesforce/label/c.Calendar_Later';
import loading from '@salesforce/label/c.Worklist_Loading';
import month from '@salesforce/label/c.Calendar_Month';
import moreRows from '@salesforce/label/c.Calendar_More_Rows';
import nameMissing from '@salesforce/label/c.Worklist_Name_Missing';
import nextMonths from '@salesforce/label/c.Calendar_Next_Months';
import none from '@salesforce/label/c.Calendar_None';
import provider from '@salesforce/label/c.Worklist_Filter_Provider';
import rows from '@salesforce/label/c.Calendar_Rows';
import subtitle from '@salesforce/label/c.Calendar_Subtitle';
import summaryOne from '@salesforce/label/c.Calendar_Summary_One';
import summaryOther from '@salesforce/label/c.Calendar_Summary_Other';
import title from '@salesforce/label/c.Calendar_Title';
import total from '@salesforce/label/c.Calendar_Total';
import unknown from '@salesforce/label/c.Calendar_Unknown';

export const SUMMARY = { one: summaryOne, other: summaryOther } as const;

export const LABELS = {
  allCategories,
  allProviders,
  anyMonth,
  category,
  cell,
  columns,
  cutOff,
  earlier,
  emptyText,
  emptyTitle,
  fewerRows,
  keys,
  later,
  loading,
  month,
  moreRows,
  nameMissing,
  nextMonths,
  none,
  provider,
  rows,
  subtitle,
  title,
  total,
  unknown,
} as const;
