// Every word of the table.
import columnAccount from '@salesforce/label/c.Worklist_Column_Account';
import columnConsent from '@salesforce/label/c.Worklist_Column_Consent';
import columnDaysLeft from '@salesforce/label/c.Worklist_Column_Days_Left';
import columnDecisionDate from '@salesforce/label/c.Worklist_Column_Decision_Date';
import columnMonthlyValue from '@salesforce/label/c.Worklist_Column_Monthly_Value';
import columnProvider from '@salesforce/label/c.Worklist_Column_Provider';
import columnReason from '@salesforce/label/c.Worklist_Column_Reason';
import columnSelect from '@salesforce/label/c.Worklist_Column_Select';
import consentNone from '@salesforce/label/c.Worklist_Consent_None';
import details from '@salesforce/label/c.Worklist_Details';
import detailsOf from '@salesforce/label/c.Worklist_Details_Of';
import dial from '@salesforce/label/c.Worklist_Dial';
import groupCountOne from '@salesforce/label/c.Worklist_Group_Count_One';
import groupCountOther from '@salesforce/label/c.Worklist_Group_Count_Other';
import selectAll from '@salesforce/label/c.Worklist_Select_All';
import selectGroup from '@salesforce/label/c.Worklist_Select_Group';
import selectRow from '@salesforce/label/c.Worklist_Select_Row';
import statementsOne from '@salesforce/label/c.Worklist_Statements_One';
import statementsOther from '@salesforce/label/c.Worklist_Statements_Other';
import title from '@salesforce/label/c.Worklist_Title';

export const STATEMENTS = { one: statementsOne, other: statementsOther } as const;
export const GROUP_COUNT = { one: groupCountOne, other: groupCountOther } as const;

export const LABELS = {
  columnAccount,
  columnConsent,
  columnDaysLeft,
  columnDecisionDate,
  columnMonthlyValue,
  columnProvider,
  columnReason,
  columnSelect,
  consentNone,
  details,
  detailsOf,
  dial,
  selectAll,
  selectGroup,
  selectRow,
  title,
} as const;
