// Every word of the records behind a number of the funnel.
import accountOwner from '@salesforce/label/c.Funnel_Records_Account_Owner';
import atLimit from '@salesforce/label/c.Funnel_Records_At_Limit';
import changed from '@salesforce/label/c.Funnel_Records_Changed';
import choosePerson from '@salesforce/label/c.Funnel_Records_Choose_Person';
import close from '@salesforce/label/c.Funnel_Records_Close';
import columnAccount from '@salesforce/label/c.Funnel_Records_Column_Account';
import columnMoved from '@salesforce/label/c.Funnel_Records_Column_Moved';
import columnOwner from '@salesforce/label/c.Funnel_Records_Column_Owner';
import columnProvider from '@salesforce/label/c.Funnel_Records_Column_Provider';
import columnSelect from '@salesforce/label/c.Funnel_Records_Column_Select';
import columnSince from '@salesforce/label/c.Funnel_Records_Column_Since';
import columnStage from '@salesforce/label/c.Funnel_Records_Column_Stage';
import columnWhy from '@salesforce/label/c.Funnel_Records_Column_Why';
import countOne from '@salesforce/label/c.Funnel_Records_Count_One';
import countOther from '@salesforce/label/c.Funnel_Records_Count_Other';
import daysOne from '@salesforce/label/c.Funnel_Records_Days_One';
import daysOther from '@salesforce/label/c.Funnel_Records_Days_Other';
import emptyText from '@salesforce/label/c.Funnel_Records_Empty_Text';
import emptyTitle from '@salesforce/label/c.Funnel_Records_Empty_Title';
import fromNew from '@salesforce/label/c.Funnel_Records_From_New';
import fromTo from '@salesforce/label/c.Funnel_Records_From_To';
import hidden from '@salesforce/label/c.Funnel_Records_Hidden';
import loading from '@salesforce/label/c.Funnel_Records_Loading';
import newOwner from '@salesforce/label/c.Funnel_Records_New_Owner';
import nobody from '@salesforce/label/c.Funnel_Records_Nobody';
import reassign from '@salesforce/label/c.Funnel_Records_Reassign';
import reassignedOne from '@salesforce/label/c.Funnel_Records_Reassigned_One';
import reassignedOther from '@salesforce/label/c.Funnel_Records_Reassigned_Other';
import reassigning from '@salesforce/label/c.Funnel_Records_Reassigning';
import refusedNow from '@salesforce/label/c.Funnel_Records_Refused_Now';
import refusedTitle from '@salesforce/label/c.Funnel_Records_Refused_Title';
import selectAll from '@salesforce/label/c.Funnel_Records_Select_All';
import selectOne from '@salesforce/label/c.Funnel_Records_Select_One';
import selectedOne from '@salesforce/label/c.Funnel_Records_Selected_One';
import selectedOther from '@salesforce/label/c.Funnel_Records_Selected_Other';
import showMore from '@salesforce/label/c.Funnel_Records_Show_More';
import shownOf from '@salesforce/label/c.Funnel_Records_Shown_Of';
import tryLater from '@salesforce/label/c.Funnel_Records_Try_Later';

export const LABELS = {
  accountOwner,
  atLimit,
  changed,
  choosePerson,
  close,
  columnAccount,
  columnMoved,
  columnOwner,
  columnProvider,
  columnSelect,
  columnSince,
  columnStage,
  columnWhy,
  countOne,
  countOther,
  daysOne,
  daysOther,
  emptyText,
  emptyTitle,
  fromNew,
  fromTo,
  hidden,
  loading,
  newOwner,
  nobody,
  reassign,
  reassignedOne,
  reassignedOther,
  reassigning,
  refusedNow,
  refusedTitle,
  selectAll,
  selectOne,
  selectedOne,
  selectedOther,
  showMore,
  shownOf,
  tryLater,
} as const;
