// Every word of the exit survey.
import account from '@salesforce/label/c.Exit_Form_Account';
import category from '@salesforce/label/c.Exit_Form_Category';
import choose from '@salesforce/label/c.Exit_Form_Choose';
import comment from '@salesforce/label/c.Exit_Form_Comment';
import endDate from '@salesforce/label/c.Exit_Form_End_Date';
import heading from '@salesforce/label/c.Exit_Form_Heading';
import hint from '@salesforce/label/c.Exit_Form_Hint';
import lossDate from '@salesforce/label/c.Exit_Form_Loss_Date';
import missing from '@salesforce/label/c.Exit_Form_Missing';
import noticeLength from '@salesforce/label/c.Exit_Form_Notice_Length';
import noticeRegime from '@salesforce/label/c.Exit_Form_Notice_Regime';
import noticeUnit from '@salesforce/label/c.Exit_Form_Notice_Unit';
import provider from '@salesforce/label/c.Exit_Form_Provider';
import providerUnknown from '@salesforce/label/c.Exit_Form_Provider_Unknown';
import reason from '@salesforce/label/c.Exit_Form_Reason';
import saved from '@salesforce/label/c.Exit_Form_Saved';
import terms from '@salesforce/label/c.Exit_Form_Terms';

export const LABELS = {
  account,
  category,
  choose,
  comment,
  endDate,
  heading,
  hint,
  lossDate,
  missing,
  noticeLength,
  noticeRegime,
  noticeUnit,
  provider,
  providerUnknown,
  reason,
  saved,
  terms,
} as const;
