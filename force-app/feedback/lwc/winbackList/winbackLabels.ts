// Every word of the list of departures.
import changeException from '@salesforce/label/c.Winback_Change_Exception';
import choiceMissing from '@salesforce/label/c.Winback_Choice_Missing';
import columnAccount from '@salesforce/label/c.Winback_Column_Account';
import columnGate from '@salesforce/label/c.Winback_Column_Gate';
import columnLeft from '@salesforce/label/c.Winback_Column_Left';
import columnProduct from '@salesforce/label/c.Winback_Column_Product';
import columnTo from '@salesforce/label/c.Winback_Column_To';
import columnWhen from '@salesforce/label/c.Winback_Column_When';
import countOne from '@salesforce/label/c.Winback_Count_One';
import countOther from '@salesforce/label/c.Winback_Count_Other';
import dueInOne from '@salesforce/label/c.Winback_Due_In_One';
import dueInOther from '@salesforce/label/c.Winback_Due_In_Other';
import dueSinceOne from '@salesforce/label/c.Winback_Due_Since_One';
import dueSinceOther from '@salesforce/label/c.Winback_Due_Since_Other';
import dueToday from '@salesforce/label/c.Winback_Due_Today';
import emptyText from '@salesforce/label/c.Winback_Empty_Text';
import emptyTitle from '@salesforce/label/c.Winback_Empty_Title';
import exceptionOf from '@salesforce/label/c.Winback_Exception_Of';
import gateBlocked from '@salesforce/label/c.Winback_Gate_Blocked';
import gateException from '@salesforce/label/c.Winback_Gate_Exception';
import gateGood from '@salesforce/label/c.Winback_Gate_Good';
import gateUnknown from '@salesforce/label/c.Winback_Gate_Unknown';
import hasMoved from '@salesforce/label/c.Winback_Has_Moved';
import hasOffer from '@salesforce/label/c.Winback_Has_Offer';
import loading from '@salesforce/label/c.Winback_Loading';
import noDate from '@salesforce/label/c.Winback_No_Date';
import reason from '@salesforce/label/c.Winback_Reason';
import reasonMissing from '@salesforce/label/c.Winback_Reason_Missing';
import setException from '@salesforce/label/c.Winback_Set_Exception';
import showMore from '@salesforce/label/c.Winback_Show_More';
import shownFirst from '@salesforce/label/c.Winback_Shown_First';
import startedOn from '@salesforce/label/c.Winback_Started_On';
import survey from '@salesforce/label/c.Winback_Survey';
import unknownProvider from '@salesforce/label/c.Winback_Unknown_Provider';
import until from '@salesforce/label/c.Winback_Until';

export const LABELS = {
  changeException,
  choiceMissing,
  columnAccount,
  columnGate,
  columnLeft,
  columnProduct,
  columnTo,
  columnWhen,
  countOne,
  countOther,
  dueInOne,
  dueInOther,
  dueSinceOne,
  dueSinceOther,
  dueToday,
  emptyText,
  emptyTitle,
  exceptionOf,
  gateBlocked,
  gateException,
  gateGood,
  gateUnknown,
  hasMoved,
  hasOffer,
  loading,
  noDate,
  reason,
  reasonMissing,
  setException,
  showMore,
  shownFirst,
  startedOn,
  survey,
  unknownProvider,
  until,
} as const;
