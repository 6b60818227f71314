// Every word of the suggestions and improvements.
import accept from '@salesforce/label/c.Improve_Accept';
import acceptOf from '@salesforce/label/c.Improve_Accept_Of';
import columnAccepted from '@salesforce/label/c.Improve_Column_Accepted';
import columnCategory from '@salesforce/label/c.Improve_Column_Category';
import columnDeclined from '@salesforce/label/c.Improve_Column_Declined';
import columnDone from '@salesforce/label/c.Improve_Column_Done';
import columnLeadTime from '@salesforce/label/c.Improve_Column_Lead_Time';
import columnProposed from '@salesforce/label/c.Improve_Column_Proposed';
import decline from '@salesforce/label/c.Improve_Decline';
import declineOf from '@salesforce/label/c.Improve_Decline_Of';
import done from '@salesforce/label/c.Improve_Done';
import doneOf from '@salesforce/label/c.Improve_Done_Of';
import emptyText from '@salesforce/label/c.Improve_Empty_Text';
import emptyTitle from '@salesforce/label/c.Improve_Empty_Title';
import heading from '@salesforce/label/c.Improve_Heading';
import none from '@salesforce/label/c.Improve_None';
import noneOpen from '@salesforce/label/c.Improve_None_Open';
import openList from '@salesforce/label/c.Improve_Open_List';
import reason from '@salesforce/label/c.Improve_Reason';
import reasonMissing from '@salesforce/label/c.Improve_Reason_Missing';
import refusedTitle from '@salesforce/label/c.Improve_Refused_Title';
import showMore from '@salesforce/label/c.Improve_Show_More';
import waitingOne from '@salesforce/label/c.Improve_Waiting_One';
import waitingOther from '@salesforce/label/c.Improve_Waiting_Other';

export const LABELS = {
  accept,
  acceptOf,
  columnAccepted,
  columnCategory,
  columnDeclined,
  columnDone,
  columnLeadTime,
  columnProposed,
  decline,
  declineOf,
  done,
  doneOf,
  emptyText,
  emptyTitle,
  heading,
  none,
  noneOpen,
  openList,
  reason,
  reasonMissing,
  refusedTitle,
  showMore,
  waitingOne,
  waitingOther,
} as const;
