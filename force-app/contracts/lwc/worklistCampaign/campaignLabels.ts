// Every word of adding rows to a campaign.
import already from '@salesforce/label/c.Worklist_Campaign_Already';
import asContact from '@salesforce/label/c.Worklist_Campaign_As';
import campaign from '@salesforce/label/c.Worklist_Campaign';
import checking from '@salesforce/label/c.Worklist_Campaign_Checking';
import choose from '@salesforce/label/c.Worklist_Campaign_Choose';
import failed from '@salesforce/label/c.Worklist_Campaign_Failed';
import full from '@salesforce/label/c.Worklist_Campaign_Full';
import listTitle from '@salesforce/label/c.Worklist_Campaign_List';
import noCampaigns from '@salesforce/label/c.Worklist_Campaign_None';
import noConsent from '@salesforce/label/c.Worklist_Campaign_No_Consent_Check';
import noContact from '@salesforce/label/c.Worklist_Campaign_No_Contact';
import noFrequency from '@salesforce/label/c.Worklist_Campaign_No_Frequency_Check';
import notDecided from '@salesforce/label/c.Worklist_Campaign_Not_Decided';
import often from '@salesforce/label/c.Worklist_Campaign_Often';
import tooMany from '@salesforce/label/c.Worklist_Campaign_Too_Many';
import willBeIn from '@salesforce/label/c.Worklist_Campaign_In';
import willNotBeIn from '@salesforce/label/c.Worklist_Campaign_Out';

export const LABELS = {
  already,
  asContact,
  campaign,
  checking,
  choose,
  failed,
  full,
  listTitle,
  noCampaigns,
  noConsent,
  noContact,
  noFrequency,
  notDecided,
  often,
  tooMany,
  willBeIn,
  willNotBeIn,
} as const;
