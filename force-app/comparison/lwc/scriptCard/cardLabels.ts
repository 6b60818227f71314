// Every word of a script card that is not the script's own.
import differences from '@salesforce/label/c.Script_Differences';
import internal from '@salesforce/label/c.Script_Internal';
import internalText from '@salesforce/label/c.Script_Internal_Text';
import keyboardHint from '@salesforce/label/c.Script_Keyboard_Hint';
import noDifferences from '@salesforce/label/c.Script_No_Differences';
import noObjection from '@salesforce/label/c.Script_No_Objection';
import objections from '@salesforce/label/c.Script_Objections';
import objectionSearch from '@salesforce/label/c.Script_Objection_Search';
import objectionsFound from '@salesforce/label/c.Script_Objections_Found_Other';
import objectionFound from '@salesforce/label/c.Script_Objections_Found_One';
import questions from '@salesforce/label/c.Script_Questions';
import sayFirst from '@salesforce/label/c.Script_Say_First';
import source from '@salesforce/label/c.Script_Source_Opens';
import they from '@salesforce/label/c.Script_They';
import used from '@salesforce/label/c.Script_Used';
import we from '@salesforce/label/c.Script_We';
import withheld from '@salesforce/label/c.Script_Withheld';
import withheldText from '@salesforce/label/c.Script_Withheld_Text';

export const CARD_LABELS = {
  differences,
  internal,
  internalText,
  keyboardHint,
  noDifferences,
  noObjection,
  objections,
  objectionSearch,
  questions,
  sayFirst,
  source,
  they,
  used,
  we,
  withheld,
  withheldText,
};

export const FOUND = { one: objectionFound, other: objectionsFound };
