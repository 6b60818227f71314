// Every word of the form of a claim that is not the name of a field; fields carry the names that the org gives them.
import answer from '@salesforce/label/c.Claim_Answer';
import anyState from '@salesforce/label/c.Claim_Any_State';
import audience from '@salesforce/label/c.Claim_Audience';
import checkedOn from '@salesforce/label/c.Claim_Checked_On';
import checkedToday from '@salesforce/label/c.Claim_Checked_Today';
import kind from '@salesforce/label/c.Claim_Kind';
import line from '@salesforce/label/c.Claim_Line';
import lineHelp from '@salesforce/label/c.Claim_Line_Help';
import mostDays from '@salesforce/label/c.Claim_Most_Days';
import noticeState from '@salesforce/label/c.Claim_Notice_State';
import objection from '@salesforce/label/c.Claim_Objection';
import offerBegin from '@salesforce/label/c.Claim_Offer_Begin';
import offerEnd from '@salesforce/label/c.Claim_Offer_End';
import order from '@salesforce/label/c.Claim_Order';
import ours from '@salesforce/label/c.Claim_Ours';
import source from '@salesforce/label/c.Claim_Source';
import specialOffer from '@salesforce/label/c.Claim_Special_Offer';
import theirs from '@salesforce/label/c.Claim_Theirs';
import title from '@salesforce/label/c.Claim_Form_Title';
import topic from '@salesforce/label/c.Claim_Topic';
import validUntil from '@salesforce/label/c.Claim_Valid_Until';
import validUntilHelp from '@salesforce/label/c.Claim_Valid_Until_Help';
import website from '@salesforce/label/c.Claim_Website';

export const FORM_LABELS = {
  answer,
  anyState,
  audience,
  checkedOn,
  checkedToday,
  kind,
  line,
  lineHelp,
  mostDays,
  noticeState,
  objection,
  offerBegin,
  offerEnd,
  order,
  ours,
  source,
  specialOffer,
  theirs,
  title,
  topic,
  validUntil,
  validUntilHelp,
  website,
};
