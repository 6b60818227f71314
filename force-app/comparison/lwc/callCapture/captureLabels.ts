// Every word of the capture panel.
import clear from '@salesforce/label/c.Capture_Clear';
import category from '@salesforce/label/c.Capture_Category';
import contractPart from '@salesforce/label/c.Capture_Contract';
import endDate from '@salesforce/label/c.Capture_End_Date';
import lineUsed from '@salesforce/label/c.Capture_Line_Used';
import nextStep from '@salesforce/label/c.Capture_Next_Step';
import nextStepDate from '@salesforce/label/c.Capture_Next_Step_Date';
import note from '@salesforce/label/c.Capture_Note';
import noticeLength from '@salesforce/label/c.Capture_Notice_Length';
import noticeUnit from '@salesforce/label/c.Capture_Notice_Unit';
import objection from '@salesforce/label/c.Capture_Objection';
import outcome from '@salesforce/label/c.Capture_Outcome';
import outcomePart from '@salesforce/label/c.Capture_Outcome_Part';
import provider from '@salesforce/label/c.Capture_Provider';
import questionsPart from '@salesforce/label/c.Script_Questions';
import satisfaction from '@salesforce/label/c.Capture_Satisfaction';
import save from '@salesforce/label/c.Capture_Save';
import saving from '@salesforce/label/c.Capture_Saving';
import spokenTo from '@salesforce/label/c.Capture_Spoken_To';
import title from '@salesforce/label/c.Capture_Title';
import worked from '@salesforce/label/c.Capture_Worked';

export const CAPTURE_LABELS = {
  clear,
  category,
  contractPart,
  endDate,
  lineUsed,
  nextStep,
  nextStepDate,
  note,
  noticeLength,
  noticeUnit,
  objection,
  outcome,
  outcomePart,
  provider,
  questionsPart,
  satisfaction,
  save,
  saving,
  spokenTo,
  title,
  worked,
};
