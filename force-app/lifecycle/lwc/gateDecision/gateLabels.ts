// Every word of the gate.
import answerHint from '@salesforce/label/c.Gate_Answer_Hint';
import answerOf from '@salesforce/label/c.Gate_Answer_Of';
import criteria from '@salesforce/label/c.Gate_Criteria';
import decidedBy from '@salesforce/label/c.Gate_Decided_By';
import go from '@salesforce/label/c.Gate_Go';
import heading from '@salesforce/label/c.Gate_Heading';
import history from '@salesforce/label/c.Gate_History';
import historyNone from '@salesforce/label/c.Gate_History_None';
import leadsTo from '@salesforce/label/c.Gate_Leads_To';
import metOf from '@salesforce/label/c.Gate_Met_Of';
import missing from '@salesforce/label/c.Gate_Missing';
import noGateText from '@salesforce/label/c.Gate_No_Gate_Text';
import noGateTitle from '@salesforce/label/c.Gate_No_Gate_Title';
import noGo from '@salesforce/label/c.Gate_No_Go';
import optional from '@salesforce/label/c.Gate_Optional';
import reason from '@salesforce/label/c.Gate_Reason';
import reasonMissing from '@salesforce/label/c.Gate_Reason_Missing';
import refusedTitle from '@salesforce/label/c.Gate_Refused_Title';
import required from '@salesforce/label/c.Gate_Required';
import start from '@salesforce/label/c.Gate_Start';
import startHint from '@salesforce/label/c.Gate_Start_Hint';
import tryLater from '@salesforce/label/c.Gate_Try_Later';
import wentGo from '@salesforce/label/c.Gate_Went_Go';
import wentNoGo from '@salesforce/label/c.Gate_Went_No_Go';

export const LABELS = {
  answerHint,
  answerOf,
  criteria,
  decidedBy,
  go,
  heading,
  history,
  historyNone,
  leadsTo,
  metOf,
  missing,
  noGateText,
  noGateTitle,
  noGo,
  optional,
  reason,
  reasonMissing,
  refusedTitle,
  required,
  start,
  startHint,
  tryLater,
  wentGo,
  wentNoGo,
} as const;
