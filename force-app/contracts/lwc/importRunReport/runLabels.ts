// The words of the report of import runs.
import title from '@salesforce/label/c.Run_Title';
import titleOne from '@salesforce/label/c.Run_Title_One';
import subtitle from '@salesforce/label/c.Run_Subtitle';
import emptyTitle from '@salesforce/label/c.Run_Empty_Title';
import emptyText from '@salesforce/label/c.Run_Empty_Text';
import goneTitle from '@salesforce/label/c.Run_Gone_Title';
import goneText from '@salesforce/label/c.Run_Gone_Text';
import addsUp from '@salesforce/label/c.Run_Adds_Up';
import addsUpNot from '@salesforce/label/c.Run_Adds_Up_Not';
import created from '@salesforce/label/c.Run_Created';
import updated from '@salesforce/label/c.Run_Updated';
import unchanged from '@salesforce/label/c.Run_Unchanged';
import kept from '@salesforce/label/c.Run_Kept';
import skipped from '@salesforce/label/c.Run_Skipped';
import rejected from '@salesforce/label/c.Run_Rejected';
import accounts from '@salesforce/label/c.Run_Accounts';
import loadedNow from '@salesforce/label/c.Run_Loaded_Now';
import rejects from '@salesforce/label/c.Run_Rejects';
import rows from '@salesforce/label/c.Run_Rows';
import reason from '@salesforce/label/c.Run_Reason';
import firstLine from '@salesforce/label/c.Run_First_Line';
import rejectsFile from '@salesforce/label/c.Run_Rejects_File';
import noRejects from '@salesforce/label/c.Run_No_Rejects';
import notices from '@salesforce/label/c.Run_Notices';
import file from '@salesforce/label/c.Run_File';
import kind from '@salesforce/label/c.Run_Kind';
import source from '@salesforce/label/c.Run_Source';
import obtained from '@salesforce/label/c.Run_Obtained';
import basis from '@salesforce/label/c.Run_Basis';
import started from '@salesforce/label/c.Run_Started';
import by from '@salesforce/label/c.Run_By';
import state from '@salesforce/label/c.Run_State';
import read from '@salesforce/label/c.Run_Read';
import run from '@salesforce/label/c.Run_Run';
import resumed from '@salesforce/label/c.Run_Resumed';
import undone from '@salesforce/label/c.Run_Undone';
import undoing from '@salesforce/label/c.Run_Undoing';
import canUndo from '@salesforce/label/c.Run_Can_Undo';
import canResume from '@salesforce/label/c.Run_Can_Resume';
import some from '@salesforce/label/c.Run_Some';

export const LABELS = {
  title,
  titleOne,
  subtitle,
  emptyTitle,
  emptyText,
  goneTitle,
  goneText,
  addsUp,
  addsUpNot,
  created,
  updated,
  unchanged,
  kept,
  skipped,
  rejected,
  accounts,
  loadedNow,
  rejects,
  rows,
  reason,
  firstLine,
  rejectsFile,
  noRejects,
  notices,
  file,
  kind,
  source,
  obtained,
  basis,
  started,
  by,
  state,
  read,
  run,
  resumed,
  undone,
  undoing,
  canUndo,
  canResume,
  some,
} as const;
