// The words of the progress of joint purchases.
import title from '@salesforce/label/c.Progress_Title';
import titleOne from '@salesforce/label/c.Progress_Title_One';
import subtitle from '@salesforce/label/c.Progress_Subtitle';
import emptyTitle from '@salesforce/label/c.Progress_Empty_Title';
import emptyText from '@salesforce/label/c.Progress_Empty_Text';
import committed from '@salesforce/label/c.Progress_Committed';
import missing from '@salesforce/label/c.Progress_Missing';
import reached from '@salesforce/label/c.Progress_Reached';
import deadline from '@salesforce/label/c.Progress_Deadline';
import daysOne from '@salesforce/label/c.Progress_Days_One';
import daysOther from '@salesforce/label/c.Progress_Days_Other';
import daysToday from '@salesforce/label/c.Progress_Days_Today';
import daysPassed from '@salesforce/label/c.Progress_Days_Passed';
import mostly from '@salesforce/label/c.Progress_Mostly';
import noDeadline from '@salesforce/label/c.Progress_No_Deadline';
import start from '@salesforce/label/c.Progress_Start';
import startUnknown from '@salesforce/label/c.Progress_Start_Unknown';
import lead from '@salesforce/label/c.Progress_Lead';
import members from '@salesforce/label/c.Progress_Members';
import show from '@salesforce/label/c.Progress_Show';
import all from '@salesforce/label/c.Progress_All';
import withoutDate from '@salesforce/label/c.Progress_Without_Date';
import onlyCommitted from '@salesforce/label/c.Progress_Only_Committed';
import member from '@salesforce/label/c.Progress_Member';
import interest from '@salesforce/label/c.Progress_Interest';
import canStart from '@salesforce/label/c.Progress_Can_Start';
import ask from '@salesforce/label/c.Progress_Ask';
import withoutDateOne from '@salesforce/label/c.Progress_Without_Date_One';
import withoutDateOther from '@salesforce/label/c.Progress_Without_Date_Other';
import showThem from '@salesforce/label/c.Progress_Show_Them';
import noMembersTitle from '@salesforce/label/c.Progress_No_Members_Title';
import noMembersText from '@salesforce/label/c.Progress_No_Members_Text';
import some from '@salesforce/label/c.Progress_Some';
import showAll from '@salesforce/label/c.Progress_Show_All';
import goneTitle from '@salesforce/label/c.Progress_Gone_Title';
import goneText from '@salesforce/label/c.Progress_Gone_Text';

export const LABELS = {
  title,
  titleOne,
  subtitle,
  emptyTitle,
  emptyText,
  committed,
  missing,
  reached,
  deadline,
  daysOne,
  daysOther,
  daysToday,
  daysPassed,
  mostly,
  noDeadline,
  start,
  startUnknown,
  lead,
  members,
  show,
  all,
  withoutDate,
  onlyCommitted,
  member,
  interest,
  canStart,
  ask,
  withoutDateOne,
  withoutDateOther,
  showThem,
  noMembersTitle,
  noMembersText,
  some,
  showAll,
  goneTitle,
  goneText,
} as const;
