// Every word of the saved views.
import actions from '@salesforce/label/c.Worklist_View_Actions';
import cancel from '@salesforce/label/c.Worklist_Cancel';
import changed from '@salesforce/label/c.Worklist_View_Changed';
import confirmDelete from '@salesforce/label/c.Worklist_View_Confirm_Delete';
import isDefault from '@salesforce/label/c.Worklist_View_Is_Default';
import isShared from '@salesforce/label/c.Worklist_View_Is_Shared';
import makeDefault from '@salesforce/label/c.Worklist_View_Make_Default';
import name from '@salesforce/label/c.Worklist_View_Name';
import nameMissing from '@salesforce/label/c.Worklist_View_Name_Missing';
import nameTaken from '@salesforce/label/c.Worklist_View_Name_Taken';
import noDefault from '@salesforce/label/c.Worklist_View_No_Default';
import notSaved from '@salesforce/label/c.Worklist_View_Not_Saved';
import remove from '@salesforce/label/c.Worklist_View_Delete';
import rename from '@salesforce/label/c.Worklist_View_Rename';
import save from '@salesforce/label/c.Worklist_Save';
import saveAs from '@salesforce/label/c.Worklist_View_Save_As';
import saveChanges from '@salesforce/label/c.Worklist_View_Save_Changes';
import sharedBy from '@salesforce/label/c.Worklist_View_Shared_By';
import standard from '@salesforce/label/c.Worklist_View_Standard';
import view from '@salesforce/label/c.Worklist_View';

export const LABELS = {
  actions,
  cancel,
  changed,
  confirmDelete,
  isDefault,
  isShared,
  makeDefault,
  name,
  nameMissing,
  nameTaken,
  noDefault,
  notSaved,
  remove,
  rename,
  save,
  saveAs,
  saveChanges,
  sharedBy,
  standard,
  view,
} as const;
