// Every word of the card Products and Needs.
import about from '@salesforce/label/c.Offer_About';
import answers from '@salesforce/label/c.Offer_Answers';
import ask from '@salesforce/label/c.Offer_Ask';
import canOffer from '@salesforce/label/c.Offer_Can_Offer';
import category from '@salesforce/label/c.Matrix_Category';
import contract from '@salesforce/label/c.Offer_Contract';
import elsewhere from '@salesforce/label/c.Offer_Elsewhere';
import emptyText from '@salesforce/label/c.Offer_Empty_Text';
import emptyTitle from '@salesforce/label/c.Offer_Empty_Title';
import hasIt from '@salesforce/label/c.Offer_Has_It';
import more from '@salesforce/label/c.Offer_More';
import needOpen from '@salesforce/label/c.Offer_Need_Open';
import needSaved from '@salesforce/label/c.Offer_Need_Saved';
import needs from '@salesforce/label/c.Offer_Needs';
import needsHint from '@salesforce/label/c.Offer_Needs_Hint';
import noNeeds from '@salesforce/label/c.Offer_No_Needs';
import notOurs from '@salesforce/label/c.Offer_Not_Ours';
import notSaved from '@salesforce/label/c.Editor_Not_Saved';
import noticeBy from '@salesforce/label/c.Offer_Notice_By';
import ours from '@salesforce/label/c.Offer_Ours';
import subtitle from '@salesforce/label/c.Offer_Subtitle';
import title from '@salesforce/label/c.Offer_Title';
import unknownProvider from '@salesforce/label/c.Offer_Unknown_Provider';
import until from '@salesforce/label/c.Offer_Until';
import usage from '@salesforce/label/c.Offer_Usage';
import usageSeen from '@salesforce/label/c.Offer_Usage_Seen';
import usageUnknown from '@salesforce/label/c.Offer_Usage_Unknown';

export const LABELS = {
  about,
  canOffer,
  category,
  elsewhere,
  emptyText,
  emptyTitle,
  hasIt,
  needOpen,
  needSaved,
  needs,
  needsHint,
  noNeeds,
  notSaved,
  ours,
  subtitle,
  title,
};
export const ROW_WORDS = {
  answers,
  ask,
  canOffer,
  contract,
  contractUntil: until,
  elsewhere,
  more,
  notOurs,
  noticeBy,
  ours,
  unknownProvider,
  until,
  usage,
  usageSeen,
  usageUnknown,
};
