// Every word of the help about keys.
import aside from '@salesforce/label/c.Worklist_Action_Aside';
import assign from '@salesforce/label/c.Worklist_Action_Assign';
import back from '@salesforce/label/c.Worklist_Action_Back';
import campaign from '@salesforce/label/c.Worklist_Action_Campaign';
import close from '@salesforce/label/c.Worklist_Help_Close';
import helpCall from '@salesforce/label/c.Worklist_Help_Call';
import helpDetails from '@salesforce/label/c.Worklist_Help_Details';
import helpEscape from '@salesforce/label/c.Worklist_Help_Escape';
import helpHelp from '@salesforce/label/c.Worklist_Help_Help';
import helpNext from '@salesforce/label/c.Worklist_Help_Next';
import helpOpen from '@salesforce/label/c.Worklist_Help_Open';
import helpPrevious from '@salesforce/label/c.Worklist_Help_Previous';
import helpSelect from '@salesforce/label/c.Worklist_Help_Select';
import plan from '@salesforce/label/c.Worklist_Action_Call';
import snooze from '@salesforce/label/c.Worklist_Action_Snooze';
import text from '@salesforce/label/c.Worklist_Help_Text';
import title from '@salesforce/label/c.Worklist_Help_Title';

/** Key and what it does: first those that move and open, then those that do something with the selection. */
export const HELP = [
  { key: 'j', words: helpNext },
  { key: 'p', words: plan },
  { key: 'k', words: helpPrevious },
  { key: 'a', words: assign },
  { key: 'Enter', words: helpOpen },
  { key: 'm', words: campaign },
  { key: 'x', words: helpSelect },
  { key: 's', words: snooze },
  { key: 'o', words: helpDetails },
  { key: 'n', words: aside },
  { key: 'c', words: helpCall },
  { key: 'b', words: back },
  { key: '?', words: helpHelp },
  { key: 'Esc', words: helpEscape },
] as const;

export const LABELS = { close, text, title } as const;
