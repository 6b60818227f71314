// Every word of the critical moments.
import action from '@salesforce/label/c.Moments_Action';
import chance from '@salesforce/label/c.Moments_Chance';
import dateMissing from '@salesforce/label/c.Moments_Date_Missing';
import description from '@salesforce/label/c.Moments_Description';
import dueDate from '@salesforce/label/c.Moments_Due_Date';
import heading from '@salesforce/label/c.Moments_Heading';
import noneText from '@salesforce/label/c.Moments_None_Text';
import noneTitle from '@salesforce/label/c.Moments_None_Title';
import note from '@salesforce/label/c.Moments_Note';
import openTask from '@salesforce/label/c.Moments_Open_Task';
import owner from '@salesforce/label/c.Moments_Owner';
import ownerMe from '@salesforce/label/c.Moments_Owner_Me';
import refusedTitle from '@salesforce/label/c.Moments_Refused_Title';
import register from '@salesforce/label/c.Moments_Register';
import registerOf from '@salesforce/label/c.Moments_Register_Of';
import risk from '@salesforce/label/c.Moments_Risk';
import save from '@salesforce/label/c.Moments_Save';
import saved from '@salesforce/label/c.Moments_Saved';
import subject from '@salesforce/label/c.Moments_Subject';
import where from '@salesforce/label/c.Moments_Where';

export const LABELS = {
  action,
  chance,
  dateMissing,
  description,
  dueDate,
  heading,
  noneText,
  noneTitle,
  note,
  openTask,
  owner,
  ownerMe,
  refusedTitle,
  register,
  registerOf,
  risk,
  save,
  saved,
  subject,
  where,
} as const;
