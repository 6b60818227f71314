// Every word of the calls that low scores ask for.
import allClosedText from '@salesforce/label/c.Loop_All_Closed_Text';
import allClosedTitle from '@salesforce/label/c.Loop_All_Closed_Title';
import anonymous from '@salesforce/label/c.Loop_Anonymous';
import callBy from '@salesforce/label/c.Loop_Call_By';
import callDone from '@salesforce/label/c.Loop_Call_Done';
import closeLoop from '@salesforce/label/c.Loop_Close_Loop';
import closed from '@salesforce/label/c.Loop_Closed';
import dueOn from '@salesforce/label/c.Loop_Due_On';
import heading from '@salesforce/label/c.Loop_Heading';
import lateOne from '@salesforce/label/c.Loop_Late_One';
import lateOther from '@salesforce/label/c.Loop_Late_Other';
import loading from '@salesforce/label/c.Loop_Loading';
import nobodyCalls from '@salesforce/label/c.Loop_Nobody_Calls';
import openCall from '@salesforce/label/c.Loop_Open_Call';
import openCallOf from '@salesforce/label/c.Loop_Open_Call_Of';
import openFeedback from '@salesforce/label/c.Loop_Open_Feedback';
import outcome from '@salesforce/label/c.Loop_Outcome';
import outcomeMissing from '@salesforce/label/c.Loop_Outcome_Missing';
import phone from '@salesforce/label/c.Loop_Phone';
import scoreOf from '@salesforce/label/c.Loop_Score_Of';
import showMore from '@salesforce/label/c.Loop_Show_More';
import taskGone from '@salesforce/label/c.Loop_Task_Gone';
import today from '@salesforce/label/c.Loop_Today';
import writeOutcome from '@salesforce/label/c.Loop_Write_Outcome';
import writeOutcomeOf from '@salesforce/label/c.Loop_Write_Outcome_Of';

export const LABELS = {
  allClosedText,
  allClosedTitle,
  anonymous,
  callBy,
  callDone,
  closeLoop,
  closed,
  dueOn,
  heading,
  lateOne,
  lateOther,
  loading,
  nobodyCalls,
  openCall,
  openCallOf,
  openFeedback,
  outcome,
  outcomeMissing,
  phone,
  scoreOf,
  showMore,
  taskGone,
  today,
  writeOutcome,
  writeOutcomeOf,
} as const;
