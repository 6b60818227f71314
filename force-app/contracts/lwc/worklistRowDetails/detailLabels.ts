// Every word of the details behind a row.
import claimsError from '@salesforce/label/c.Worklist_Claims_Error';
import claimsForbidden from '@salesforce/label/c.Worklist_Claims_Forbidden';
import claimsLoading from '@salesforce/label/c.Worklist_Claims_Loading';
import claimsMore from '@salesforce/label/c.Worklist_Claims_More';
import claimsNone from '@salesforce/label/c.Worklist_Claims_None';
import claimsTitle from '@salesforce/label/c.Worklist_Claims_Title';
import consentTitle from '@salesforce/label/c.Worklist_Consent_Title';
import openContract from '@salesforce/label/c.Worklist_Open_Contract';
import saidBy from '@salesforce/label/c.Worklist_Claim_Said_By';
import saidEnd from '@salesforce/label/c.Worklist_Claim_End';
import saidNoEnd from '@salesforce/label/c.Worklist_Claim_No_End';
import saidNotice from '@salesforce/label/c.Worklist_Claim_Notice';
import sourceUnknown from '@salesforce/label/c.Worklist_Claim_Source_Unknown';

export const LABELS = {
  claimsError,
  claimsForbidden,
  claimsLoading,
  claimsMore,
  claimsNone,
  claimsTitle,
  consentTitle,
  openContract,
  saidBy,
  saidEnd,
  saidNoEnd,
  saidNotice,
  sourceUnknown,
} as const;
