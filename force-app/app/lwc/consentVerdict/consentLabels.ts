// The words of the consent card.
import title from '@salesforce/label/c.May_Title';
import subtitle from '@salesforce/label/c.May_Subtitle';
import absentTitle from '@salesforce/label/c.May_Absent_Title';
import absentText from '@salesforce/label/c.May_Absent_Text';
import nobodyTitle from '@salesforce/label/c.May_Nobody_Title';
import nobodyText from '@salesforce/label/c.May_Nobody_Text';
import evidenceGiven from '@salesforce/label/c.May_Evidence_Given';
import evidenceRefused from '@salesforce/label/c.May_Evidence_Refused';
import evidenceWithdrawn from '@salesforce/label/c.May_Evidence_Withdrawn';
import evidenceClaimed from '@salesforce/label/c.May_Evidence_Claimed';
import evidenceNoTime from '@salesforce/label/c.May_Evidence_No_Time';
import evidenceFrom from '@salesforce/label/c.May_Evidence_From';
import evidenceTwice from '@salesforce/label/c.May_Evidence_Twice';
import evidenceNone from '@salesforce/label/c.May_Evidence_None';
import notRegistered from '@salesforce/label/c.May_Not_Registered';
import notRegisteredLost from '@salesforce/label/c.May_Not_Registered_Lost';
import readOnly from '@salesforce/label/c.May_Read_Only';
import register from '@salesforce/label/c.May_Register';
import registered from '@salesforce/label/c.May_Registered';
import registeredHere from '@salesforce/label/c.May_Registered_Here';
import registeredText from '@salesforce/label/c.May_Registered_Text';
import registerFor from '@salesforce/label/c.May_Register_For';
import ends from '@salesforce/label/c.May_Ends';
import withdraw from '@salesforce/label/c.May_Withdraw';
import withdrawFor from '@salesforce/label/c.May_Withdraw_For';
import withdrawEvery from '@salesforce/label/c.May_Withdraw_Every';
import withdrawn from '@salesforce/label/c.May_Withdrawn';
import withdrawnText from '@salesforce/label/c.May_Withdrawn_Text';
import notWithdrawn from '@salesforce/label/c.May_Not_Withdrawn';
import notWithdrawnText from '@salesforce/label/c.May_Not_Withdrawn_Text';
import withdrawnSource from '@salesforce/label/c.May_Withdrawn_Source';
import history from '@salesforce/label/c.May_History';
import historyHide from '@salesforce/label/c.May_History_Hide';
import exportFile from '@salesforce/label/c.May_Export';
import file from '@salesforce/label/c.May_File';
import person from '@salesforce/label/c.May_Person';
import channel from '@salesforce/label/c.May_Channel';
import said from '@salesforce/label/c.May_Said';
import captured from '@salesforce/label/c.May_Captured';
import confirmed from '@salesforce/label/c.May_Confirmed';
import countsFrom from '@salesforce/label/c.May_Counts_From';
import source from '@salesforce/label/c.May_Source';
import wording from '@salesforce/label/c.May_Wording';
import registeredBy from '@salesforce/label/c.May_Registered_By';
import part from '@salesforce/label/c.May_Part';

export const LABELS = {
  title,
  subtitle,
  absentTitle,
  absentText,
  nobodyTitle,
  nobodyText,
  evidenceGiven,
  evidenceRefused,
  evidenceWithdrawn,
  evidenceClaimed,
  evidenceNoTime,
  evidenceFrom,
  evidenceTwice,
  evidenceNone,
  ends,
  withdraw,
  withdrawFor,
  withdrawEvery,
  withdrawn,
  withdrawnText,
  notWithdrawn,
  notWithdrawnText,
  withdrawnSource,
  history,
  historyHide,
  exportFile,
  file,
  person,
  channel,
  said,
  captured,
  confirmed,
  countsFrom,
  source,
  wording,
  registeredBy,
  part,
  notRegistered,
  notRegisteredLost,
  readOnly,
  register,
  registered,
  registeredHere,
  registeredText,
  registerFor,
} as const;
