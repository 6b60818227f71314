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
import confidence from '@salesforce/label/c.Worklist_Fact_Confidence';
import factsError from '@salesforce/label/c.Worklist_Facts_Error';
import factsTitle from '@salesforce/label/c.Worklist_Facts_Title';
import notKnown from '@salesforce/label/c.Worklist_Not_Known';
import pointsCertainty from '@salesforce/label/c.Worklist_Points_Certainty';
import pointsContact from '@salesforce/label/c.Worklist_Points_Contact';
import pointsMoment from '@salesforce/label/c.Worklist_Points_Moment';
import pointsSatisfaction from '@salesforce/label/c.Worklist_Points_Satisfaction';
import pointsStage from '@salesforce/label/c.Worklist_Points_Stage';
import quantity from '@salesforce/label/c.Worklist_Fact_Quantity';
import satisfaction from '@salesforce/label/c.Worklist_Fact_Satisfaction';
import source from '@salesforce/label/c.Worklist_Fact_Source';
import susceptibility from '@salesforce/label/c.Worklist_Fact_Susceptibility';
import type { FactLabels } from './factLines';

export const FACT_LABELS: FactLabels = {
  source,
  saidBy,
  confidence,
  satisfaction,
  quantity,
  susceptibility,
  notKnown,
  points: {
    moment: pointsMoment,
    satisfaction: pointsSatisfaction,
    stage: pointsStage,
    contact: pointsContact,
    certainty: pointsCertainty,
  },
};

export const LABELS = {
  claimsError,
  claimsForbidden,
  claimsLoading,
  claimsMore,
  claimsNone,
  claimsTitle,
  consentTitle,
  factsError,
  factsTitle,
  openContract,
  saidBy,
  saidEnd,
  saidNoEnd,
  saidNotice,
  sourceUnknown,
} as const;
