// Every word of the table.
import columnAccount from '@salesforce/label/c.Worklist_Column_Account';
import columnConsent from '@salesforce/label/c.Worklist_Column_Consent';
import columnDecisionDate from '@salesforce/label/c.Worklist_Column_Decision_Date';
import columnEnds from '@salesforce/label/c.Worklist_Column_Ends';
import columnMonthlyValue from '@salesforce/label/c.Worklist_Column_Monthly_Value';
import columnProvider from '@salesforce/label/c.Worklist_Column_Provider';
import columnReason from '@salesforce/label/c.Worklist_Column_Reason';
import columnSelect from '@salesforce/label/c.Worklist_Column_Select';
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
import susceptibility from '@salesforce/label/c.Worklist_Susceptibility';
import susceptibilityName from '@salesforce/label/c.Worklist_Fact_Susceptibility';
import susceptibilityTitle from '@salesforce/label/c.Worklist_Susceptibility_Title';
import title from '@salesforce/label/c.Worklist_Title';

export const STATEMENTS = { one: statementsOne, other: statementsOther } as const;
export const GROUP_COUNT = { one: groupCountOne, other: groupCountOther } as const;

export const LABELS = {
  columnAccount,
  columnConsent,
  columnDecisionDate,
  columnEnds,
  columnMonthlyValue,
  columnProvider,
  columnReason,
  columnSelect,
  details,
  detailsOf,
  dial,
  selectAll,
  selectGroup,
  selectRow,
  susceptibility,
  susceptibilityName,
  susceptibilityTitle,
  title,
} as const;
