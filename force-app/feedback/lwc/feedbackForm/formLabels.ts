// Every word of the form for new feedback.
import account from '@salesforce/label/c.Score_Form_Account';
import category from '@salesforce/label/c.Score_Form_Category';
import comment from '@salesforce/label/c.Score_Form_Comment';
import contact from '@salesforce/label/c.Score_Form_Contact';
import contactUnknown from '@salesforce/label/c.Score_Form_Contact_Unknown';
import dissatisfiedAbout from '@salesforce/label/c.Score_Form_Dissatisfied_About';
import heading from '@salesforce/label/c.Score_Form_Heading';
import isAnonymous from '@salesforce/label/c.Score_Form_Is_Anonymous';
import notSaid from '@salesforce/label/c.Score_Form_Not_Said';
import process from '@salesforce/label/c.Score_Form_Process';
import saved from '@salesforce/label/c.Score_Form_Saved';
import score from '@salesforce/label/c.Score_Form_Score';
import scoreMissing from '@salesforce/label/c.Score_Form_Score_Missing';
import suggestionCommunication from '@salesforce/label/c.Score_Form_Suggestion_Communication';
import suggestionProcess from '@salesforce/label/c.Score_Form_Suggestion_Process';
import suggestionService from '@salesforce/label/c.Score_Form_Suggestion_Service';
import suggestions from '@salesforce/label/c.Score_Form_Suggestions';

export const LABELS = {
  account,
  category,
  comment,
  contact,
  contactUnknown,
  dissatisfiedAbout,
  heading,
  isAnonymous,
  notSaid,
  process,
  saved,
  score,
  scoreMissing,
  suggestionCommunication,
  suggestionProcess,
  suggestionService,
  suggestions,
} as const;
