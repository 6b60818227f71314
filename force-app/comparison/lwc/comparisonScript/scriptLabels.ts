// Every word that the comparison script itself shows.
import chooseContract from '@salesforce/label/c.Script_Choose_Contract';
import customerByPhone from '@salesforce/label/c.Script_Customer_By_Phone';
import daysLeftOne from '@salesforce/label/c.Script_Days_Left_One';
import daysLeftOpen from '@salesforce/label/c.Script_Days_Left_Open';
import daysLeftOther from '@salesforce/label/c.Script_Days_Left_Other';
import daysLeftToday from '@salesforce/label/c.Script_Days_Left_Today';
import daysLeftUnknown from '@salesforce/label/c.Script_Days_Left_Unknown';
import daysPassedOne from '@salesforce/label/c.Script_Days_Passed_One';
import daysPassedOther from '@salesforce/label/c.Script_Days_Passed_Other';
import draftKept from '@salesforce/label/c.Script_Draft_Kept';
import draftRestored from '@salesforce/label/c.Script_Draft_Restored';
import generalOpening from '@salesforce/label/c.Script_General_Opening';
import generalQuestion1 from '@salesforce/label/c.Script_General_Question_1';
import generalQuestion2 from '@salesforce/label/c.Script_General_Question_2';
import generalQuestion3 from '@salesforce/label/c.Script_General_Question_3';
import goneText from '@salesforce/label/c.Script_Gone_Text';
import goneTitle from '@salesforce/label/c.Script_Gone_Title';
import historyLine from '@salesforce/label/c.Script_History_Line';
import historyTitle from '@salesforce/label/c.Script_History_Title';
import mayBeOffered from '@salesforce/label/c.Script_May_Be_Offered';
import nobodyKnown from '@salesforce/label/c.Script_Nobody_Known';
import naturalPerson from '@salesforce/label/c.Script_Natural_Person';
import noIncumbentText from '@salesforce/label/c.Script_No_Incumbent_Text';
import noIncumbentTitle from '@salesforce/label/c.Script_No_Incumbent_Title';
import noRecordText from '@salesforce/label/c.Script_No_Record_Text';
import noScriptForbidden from '@salesforce/label/c.Script_No_Script_Forbidden';
import noScriptText from '@salesforce/label/c.Script_No_Script_Text';
import noScriptFailed from '@salesforce/label/c.Script_No_Script_Failed';
import notSaved from '@salesforce/label/c.Script_Not_Saved';
import notSavedGone from '@salesforce/label/c.Script_Not_Saved_Gone';
import notSavedNow from '@salesforce/label/c.Script_Not_Saved_Now';
import notSavedLost from '@salesforce/label/c.Script_Not_Saved_Lost';
import offer from '@salesforce/label/c.Script_Offer_Runs';
import offline from '@salesforce/label/c.Script_Offline';
import proof from '@salesforce/label/c.Script_Proof';
import saidEndDate from '@salesforce/label/c.Script_Said_End_Date';
import savedAll from '@salesforce/label/c.Script_Saved_All';
import scriptName from '@salesforce/label/c.Script_Name_And_Version';
import title from '@salesforce/label/c.Script_Title';
import tryAgain from '@salesforce/label/c.State_Try_Again';
import unknownProvider from '@salesforce/label/c.Script_Unknown_Provider';
import verdictTitle from '@salesforce/label/c.Script_Verdict_Title';

export const LABELS = {
  chooseContract,
  customerByPhone,
  draftKept,
  draftRestored,
  generalOpening,
  goneText,
  goneTitle,
  historyLine,
  historyTitle,
  mayBeOffered,
  naturalPerson,
  nobodyKnown,
  noIncumbentText,
  noIncumbentTitle,
  noRecordText,
  noScriptFailed,
  noScriptForbidden,
  noScriptText,
  notSaved,
  notSavedGone,
  notSavedNow,
  notSavedLost,
  offer,
  offline,
  proof,
  saidEndDate,
  savedAll,
  scriptName,
  title,
  tryAgain,
  unknownProvider,
  verdictTitle,
};

export const GENERAL_QUESTIONS = [generalQuestion1, generalQuestion2, generalQuestion3];

export const DAYS_LEFT_LABELS = {
  left: { one: daysLeftOne, other: daysLeftOther },
  today: daysLeftToday,
  passed: { one: daysPassedOne, other: daysPassedOther },
  open: daysLeftOpen,
  unknown: daysLeftUnknown,
};
