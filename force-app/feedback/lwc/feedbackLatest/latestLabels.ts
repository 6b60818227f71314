// Every word of the list of scores.
import anonymous from '@salesforce/label/c.Scores_Anonymous';
import closedWith from '@salesforce/label/c.Scores_Closed_With';
import columnContact from '@salesforce/label/c.Scores_Column_Contact';
import columnLoop from '@salesforce/label/c.Scores_Column_Loop';
import columnSaid from '@salesforce/label/c.Scores_Column_Said';
import columnScore from '@salesforce/label/c.Scores_Column_Score';
import columnWho from '@salesforce/label/c.Scores_Column_Who';
import countOne from '@salesforce/label/c.Scores_Count_One';
import countOther from '@salesforce/label/c.Scores_Count_Other';
import emptyText from '@salesforce/label/c.Scores_Empty_Text';
import emptyTitle from '@salesforce/label/c.Scores_Empty_Title';
import loading from '@salesforce/label/c.Scores_Loading';
import noComment from '@salesforce/label/c.Scores_No_Comment';
import noContact from '@salesforce/label/c.Scores_No_Contact';
import notNeeded from '@salesforce/label/c.Scores_Not_Needed';
import open from '@salesforce/label/c.Scores_Open';
import openRecord from '@salesforce/label/c.Scores_Open_Record';
import showAll from '@salesforce/label/c.Scores_Show_All';
import showMore from '@salesforce/label/c.Scores_Show_More';
import shownOf from '@salesforce/label/c.Scores_Shown_Of';

export const LABELS = {
  anonymous,
  closedWith,
  columnContact,
  columnLoop,
  columnSaid,
  columnScore,
  columnWho,
  countOne,
  countOther,
  emptyText,
  emptyTitle,
  loading,
  noComment,
  noContact,
  notNeeded,
  open,
  openRecord,
  showAll,
  showMore,
  shownOf,
} as const;
