// Every word of the form that registers consent.
import captured from '@salesforce/label/c.May_Captured';
import channel from '@salesforce/label/c.May_Channel';
import choose from '@salesforce/label/c.May_Choose';
import confirmed from '@salesforce/label/c.May_Register_Confirmed';
import confirmedHelp from '@salesforce/label/c.May_Register_Confirmed_Help';
import earlier from '@salesforce/label/c.May_Register_Earlier';
import future from '@salesforce/label/c.May_Register_Future';
import hint from '@salesforce/label/c.May_Register_Hint';
import missing from '@salesforce/label/c.May_Register_Missing';
import purpose from '@salesforce/label/c.May_Register_Purpose';
import registerFor from '@salesforce/label/c.May_Register_For';
import required from '@salesforce/label/c.May_Required';
import save from '@salesforce/label/c.May_Register';
import source from '@salesforce/label/c.May_Source';
import sourceExample from '@salesforce/label/c.May_Register_Source_Example';
import wording from '@salesforce/label/c.May_Wording';

export const LABELS = {
  captured,
  channel,
  choose,
  confirmed,
  confirmedHelp,
  earlier,
  future,
  hint,
  missing,
  purpose,
  registerFor,
  required,
  save,
  source,
  sourceExample,
  wording,
} as const;
