// The words of adding people to a campaign.
import campaign from '@salesforce/label/c.Audience_Campaign';
import chooseCampaign from '@salesforce/label/c.Audience_Choose_Campaign';
import source from '@salesforce/label/c.Audience_Source';
import touches from '@salesforce/label/c.Audience_Touches';
import within from '@salesforce/label/c.Audience_Within';
import category from '@salesforce/label/c.Audience_Category';
import allCategories from '@salesforce/label/c.Audience_All_Categories';
import startTitle from '@salesforce/label/c.Audience_Start_Title';
import startText from '@salesforce/label/c.Audience_Start_Text';
import emptyTitle from '@salesforce/label/c.Audience_Empty_Title';
import emptyText from '@salesforce/label/c.Audience_Empty_Text';
import check from '@salesforce/label/c.Audience_Check';
import may from '@salesforce/label/c.Audience_May';
import mayNot from '@salesforce/label/c.Audience_May_Not';
import member from '@salesforce/label/c.Audience_Member';
import checking from '@salesforce/label/c.Audience_Checking';
import unchecked from '@salesforce/label/c.Audience_Unchecked';
import unfinished from '@salesforce/label/c.Audience_Unfinished';
import select from '@salesforce/label/c.Audience_Select';
import selectAll from '@salesforce/label/c.Audience_Select_All';
import selectNone from '@salesforce/label/c.Audience_Select_None';
import addNone from '@salesforce/label/c.Audience_Add_None';
import addOne from '@salesforce/label/c.Audience_Add_One';
import addOther from '@salesforce/label/c.Audience_Add_Other';
import adding from '@salesforce/label/c.Audience_Adding';
import addedOne from '@salesforce/label/c.Audience_Added_One';
import addedOther from '@salesforce/label/c.Audience_Added_Other';
import refusedOne from '@salesforce/label/c.Audience_Refused_One';
import refusedOther from '@salesforce/label/c.Audience_Refused_Other';
import summary from '@salesforce/label/c.Audience_Summary';
import notReached from '@salesforce/label/c.Audience_Not_Reached';
import person from '@salesforce/label/c.Pressure_Person';
import personFull from '@salesforce/label/c.Frequency_Person_Full';
import personRolling from '@salesforce/label/c.Frequency_Person_Rolling';

export const LABELS = {
  campaign,
  chooseCampaign,
  source,
  touches,
  within,
  category,
  allCategories,
  startTitle,
  startText,
  emptyTitle,
  emptyText,
  check,
  may,
  mayNot,
  member,
  checking,
  unchecked,
  unfinished,
  select,
  selectAll,
  selectNone,
  addNone,
  addOne,
  addOther,
  adding,
  addedOne,
  addedOther,
  refusedOne,
  refusedOther,
  summary,
  notReached,
  person,
  personFull,
  personRolling,
} as const;
