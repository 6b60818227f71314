// Every word of the filters.
import allAccounts from '@salesforce/label/c.Worklist_Owner_All';
import allCategories from '@salesforce/label/c.Worklist_Category_All';
import allProviders from '@salesforce/label/c.Worklist_Provider_All';
import categoryFilter from '@salesforce/label/c.Worklist_Filter_Category';
import fewerFilters from '@salesforce/label/c.Worklist_Fewer_Filters';
import groupPerAccount from '@salesforce/label/c.Worklist_Group_Per_Account';
import moreFilters from '@salesforce/label/c.Worklist_More_Filters';
import myAccounts from '@salesforce/label/c.Worklist_Owner_Mine';
import ownerFilter from '@salesforce/label/c.Worklist_Filter_Owner';
import ownerNobody from '@salesforce/label/c.Worklist_Owner_Nobody';
import ownerUnkept from '@salesforce/label/c.Worklist_Owner_Unkept';
import providerFilter from '@salesforce/label/c.Worklist_Filter_Provider';
import shownActive from '@salesforce/label/c.Worklist_Shown_Active';
import shownAside from '@salesforce/label/c.Worklist_Shown_Aside';
import shownFilter from '@salesforce/label/c.Worklist_Filter_Shown';
import shownSnoozed from '@salesforce/label/c.Worklist_Shown_Snoozed';
import shownToDo from '@salesforce/label/c.Worklist_Shown_To_Do';
import windowAny from '@salesforce/label/c.Worklist_Window_Any';
import windowFilter from '@salesforce/label/c.Worklist_Filter_Window';
import windowFrom from '@salesforce/label/c.Worklist_Window_From';
import windowMissed from '@salesforce/label/c.Worklist_Window_Missed';
import windowNext from '@salesforce/label/c.Worklist_Window_Next';
import windowOpen from '@salesforce/label/c.Worklist_Window_Open';
import windowPassed from '@salesforce/label/c.Worklist_Window_Passed';
import windowPeriod from '@salesforce/label/c.Worklist_Window_Period';
import windowUnknown from '@salesforce/label/c.Worklist_Window_Unknown';
import windowUntil from '@salesforce/label/c.Worklist_Window_Until';

export const LABELS = {
  allAccounts,
  allCategories,
  allProviders,
  categoryFilter,
  fewerFilters,
  groupPerAccount,
  moreFilters,
  myAccounts,
  ownerFilter,
  ownerNobody,
  ownerUnkept,
  providerFilter,
  shownActive,
  shownAside,
  shownFilter,
  shownSnoozed,
  shownToDo,
  windowAny,
  windowFilter,
  windowFrom,
  windowMissed,
  windowNext,
  windowOpen,
  windowPassed,
  windowPeriod,
  windowUnknown,
  windowUntil,
} as const;
