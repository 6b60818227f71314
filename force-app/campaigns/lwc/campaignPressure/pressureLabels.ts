// The words of the campaign pressure card.
import title from '@salesforce/label/c.Pressure_Title';
import showAll from '@salesforce/label/c.Pressure_Show_All';
import subtitle from '@salesforce/label/c.Pressure_Subtitle';
import running from '@salesforce/label/c.Pressure_Running';
import runningName from '@salesforce/label/c.Pressure_Running_Name';
import base from '@salesforce/label/c.Pressure_Base';
import baseName from '@salesforce/label/c.Pressure_Base_Name';
import people from '@salesforce/label/c.Pressure_People';
import nearNone from '@salesforce/label/c.Pressure_Near_None';
import nearOne from '@salesforce/label/c.Pressure_Near_One';
import nearOther from '@salesforce/label/c.Pressure_Near_Other';
import tomorrow from '@salesforce/label/c.Pressure_Tomorrow';
import tomorrowNone from '@salesforce/label/c.Pressure_Tomorrow_None';
import tomorrowNot from '@salesforce/label/c.Pressure_Tomorrow_Not';
import noPolicy from '@salesforce/label/c.Pressure_No_Policy';
import tabTomorrow from '@salesforce/label/c.Pressure_Tab_Tomorrow';
import tabAdd from '@salesforce/label/c.Pressure_Tab_Add';
import tabCampaigns from '@salesforce/label/c.Pressure_Tab_Campaigns';
import tabPeople from '@salesforce/label/c.Pressure_Tab_People';
import campaign from '@salesforce/label/c.Pressure_Campaign';
import kind from '@salesforce/label/c.Pressure_Kind';
import members from '@salesforce/label/c.Pressure_Members';
import ends from '@salesforce/label/c.Pressure_Ends';
import noEnd from '@salesforce/label/c.Pressure_No_End';
import baseMark from '@salesforce/label/c.Pressure_Base_Mark';
import noCampaignsTitle from '@salesforce/label/c.Pressure_No_Campaigns_Title';
import noCampaignsText from '@salesforce/label/c.Pressure_No_Campaigns_Text';
import person from '@salesforce/label/c.Pressure_Person';
import inCampaigns from '@salesforce/label/c.Pressure_In_Campaigns';
import inDays from '@salesforce/label/c.Pressure_In_Days';
import of from '@salesforce/label/c.Pressure_Of';
import room from '@salesforce/label/c.Pressure_Room';
import roomFull from '@salesforce/label/c.Pressure_Room_Full';
import roomNear from '@salesforce/label/c.Pressure_Room_Near';
import roomSome from '@salesforce/label/c.Pressure_Room_Some';
import peopleSome from '@salesforce/label/c.Pressure_People_Some';
import noPeopleTitle from '@salesforce/label/c.Pressure_No_People_Title';
import noPeopleText from '@salesforce/label/c.Pressure_No_People_Text';

export const LABELS = {
  title,
  showAll,
  subtitle,
  running,
  runningName,
  base,
  baseName,
  people,
  nearNone,
  nearOne,
  nearOther,
  tomorrow,
  tomorrowNone,
  tomorrowNot,
  noPolicy,
  tabTomorrow,
  tabAdd,
  tabCampaigns,
  tabPeople,
  campaign,
  kind,
  members,
  ends,
  noEnd,
  baseMark,
  noCampaignsTitle,
  noCampaignsText,
  person,
  inCampaigns,
  inDays,
  of,
  room,
  roomFull,
  roomNear,
  roomSome,
  peopleSome,
  noPeopleTitle,
  noPeopleText,
} as const;
