// Every word of the actions on selected rows.
import after from '@salesforce/label/c.Worklist_Bulk_After_Decision';
import alreadyBack from '@salesforce/label/c.Worklist_Bulk_Already_Back';
import alreadyPlanned from '@salesforce/label/c.Worklist_Bulk_Already_Planned';
import alreadyTheirs from '@salesforce/label/c.Worklist_Bulk_Already_Theirs';
import aside from '@salesforce/label/c.Worklist_Action_Aside';
import asideDoneOne from '@salesforce/label/c.Worklist_Done_Aside_One';
import asideDoneOther from '@salesforce/label/c.Worklist_Done_Aside_Other';
import assign from '@salesforce/label/c.Worklist_Action_Assign';
import assignDoneOne from '@salesforce/label/c.Worklist_Done_Assign_One';
import assignDoneOther from '@salesforce/label/c.Worklist_Done_Assign_Other';
import assignHelp from '@salesforce/label/c.Worklist_Assign_Help';
import back from '@salesforce/label/c.Worklist_Action_Back';
import backDoneOne from '@salesforce/label/c.Worklist_Done_Back_One';
import backDoneOther from '@salesforce/label/c.Worklist_Done_Back_Other';
import call from '@salesforce/label/c.Worklist_Action_Call';
import callDoneOne from '@salesforce/label/c.Worklist_Done_Call_One';
import callDoneOther from '@salesforce/label/c.Worklist_Done_Call_Other';
import callSubject from '@salesforce/label/c.Task_Subject_Approach';
import campaign from '@salesforce/label/c.Worklist_Action_Campaign';
import campaignDoneOne from '@salesforce/label/c.Worklist_Done_Campaign_One';
import campaignDoneOther from '@salesforce/label/c.Worklist_Done_Campaign_Other';
import cancel from '@salesforce/label/c.Worklist_Cancel';
import clear from '@salesforce/label/c.Worklist_Clear_Selection';
import close from '@salesforce/label/c.Worklist_Close';
import dayMissing from '@salesforce/label/c.Worklist_Day_Missing';
import due from '@salesforce/label/c.Worklist_Call_Due';
import failedOne from '@salesforce/label/c.Worklist_Bulk_Failed_One';
import failedOther from '@salesforce/label/c.Worklist_Bulk_Failed_Other';
import followFailed from '@salesforce/label/c.Worklist_Bulk_Follow_Failed';
import hidden from '@salesforce/label/c.Worklist_Bulk_Hidden';
import keeper from '@salesforce/label/c.Worklist_Call_Keeper';
import leftOutOne from '@salesforce/label/c.Worklist_Bulk_Left_Out_One';
import leftOutOther from '@salesforce/label/c.Worklist_Bulk_Left_Out_Other';
import me from '@salesforce/label/c.Worklist_Me';
import noReason from '@salesforce/label/c.Worklist_Bulk_No_Reason';
import notKnown from '@salesforce/label/c.Worklist_Not_Known';
import person from '@salesforce/label/c.Worklist_Assign_To';
import reason from '@salesforce/label/c.Worklist_Aside_Reason';
import save from '@salesforce/label/c.Worklist_Save';
import saving from '@salesforce/label/c.Worklist_Saving';
import selectedOne from '@salesforce/label/c.Worklist_Selected_One';
import selectedOther from '@salesforce/label/c.Worklist_Selected_Other';
import snooze from '@salesforce/label/c.Worklist_Action_Snooze';
import snoozeDoneOne from '@salesforce/label/c.Worklist_Done_Snooze_One';
import snoozeDoneOther from '@salesforce/label/c.Worklist_Done_Snooze_Other';
import snoozeHelp from '@salesforce/label/c.Worklist_Snooze_Help';
import snoozeUntil from '@salesforce/label/c.Worklist_Snooze_Until';
import undo from '@salesforce/label/c.Worklist_Undo';
import undone from '@salesforce/label/c.Worklist_Undone';
import undoFailed from '@salesforce/label/c.Worklist_Undo_Failed';
import who from '@salesforce/label/c.Worklist_Call_Who';

/** What was done to how many; the number is `{0}`. */
export const DONE = {
  call: { one: callDoneOne, other: callDoneOther },
  assign: { one: assignDoneOne, other: assignDoneOther },
  campaign: { one: campaignDoneOne, other: campaignDoneOther },
  snooze: { one: snoozeDoneOne, other: snoozeDoneOther },
  aside: { one: asideDoneOne, other: asideDoneOther },
  back: { one: backDoneOne, other: backDoneOther },
} as const;
export const SELECTED = { one: selectedOne, other: selectedOther } as const;
export const LEFT_OUT = { one: leftOutOne, other: leftOutOther } as const;
export const FAILED = { one: failedOne, other: failedOther } as const;
export const ACTION_LABELS = { call, assign, campaign, snooze, aside, back } as const;

export const LABELS = {
  after,
  alreadyBack,
  alreadyPlanned,
  alreadyTheirs,
  assignHelp,
  callSubject,
  cancel,
  clear,
  close,
  dayMissing,
  due,
  followFailed,
  hidden,
  keeper,
  me,
  noReason,
  notKnown,
  person,
  reason,
  save,
  saving,
  snoozeHelp,
  snoozeUntil,
  undo,
  undone,
  undoFailed,
  who,
} as const;
