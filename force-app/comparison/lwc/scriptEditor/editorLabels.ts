// Every word of the script editor.
import activate from '@salesforce/label/c.Editor_Activate';
import addLine from '@salesforce/label/c.Editor_Add_Line';
import cannotSave from '@salesforce/label/c.Editor_Not_Saved';
import editLine from '@salesforce/label/c.Editor_Edit_Line';
import emptyText from '@salesforce/label/c.Editor_Empty_Text';
import inUse from '@salesforce/label/c.Editor_In_Use';
import linesTitle from '@salesforce/label/c.Editor_Lines';
import newVersion from '@salesforce/label/c.Editor_New_Version';
import openingLine from '@salesforce/label/c.Editor_Opening_Line';
import openingHelp from '@salesforce/label/c.Claim_Line_Help';
import previewState from '@salesforce/label/c.Editor_Preview_State';
import previewTitle from '@salesforce/label/c.Editor_Preview';
import question from '@salesforce/label/c.Editor_Question';
import retire from '@salesforce/label/c.Editor_Retire';
import retireLine from '@salesforce/label/c.Editor_Retire_Line';
import save from '@salesforce/label/c.Claim_Save';
import sayable from '@salesforce/label/c.Editor_Sayable';
import sayableOne from '@salesforce/label/c.Editor_Sayable_Count_One';
import sayableOther from '@salesforce/label/c.Editor_Sayable_Count_Other';
import title from '@salesforce/label/c.Editor_Title';
import validUntil from '@salesforce/label/c.Editor_Valid_Until';
import goneText from '@salesforce/label/c.Script_Gone_Text';
import goneTitle from '@salesforce/label/c.Script_Gone_Title';
import offer from '@salesforce/label/c.Script_Offer_Runs';
import proof from '@salesforce/label/c.Script_Proof';
import versionLine from '@salesforce/label/c.Editor_Version_Line';
import wordsTitle from '@salesforce/label/c.Editor_Words';
import sampleAccount from '@salesforce/label/c.Editor_Sample_Account';

export const LABELS = {
  activate,
  addLine,
  cannotSave,
  editLine,
  emptyText,
  goneText,
  goneTitle,
  inUse,
  linesTitle,
  newVersion,
  offer,
  openingHelp,
  openingLine,
  previewState,
  previewTitle,
  proof,
  question,
  retire,
  retireLine,
  sampleAccount,
  save,
  sayable,
  title,
  validUntil,
  versionLine,
  wordsTitle,
};

/** `{1}`: of how many. */
export const SAYABLE = { one: sayableOne, other: sayableOther };
