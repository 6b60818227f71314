// Every word of the proposition matrix.
import allCategories from '@salesforce/label/c.Matrix_All_Categories';
import allowed from '@salesforce/label/c.Matrix_Allowed';
import category from '@salesforce/label/c.Matrix_Category';
import emptyText from '@salesforce/label/c.Matrix_Empty_Text';
import emptyTitle from '@salesforce/label/c.Matrix_Empty_Title';
import keyboardHint from '@salesforce/label/c.Matrix_Keyboard_Hint';
import legendAllowed from '@salesforce/label/c.Matrix_Legend_Allowed';
import legendOpen from '@salesforce/label/c.Matrix_Legend_Open';
import legendRefused from '@salesforce/label/c.Matrix_Legend_Refused';
import more from '@salesforce/label/c.Matrix_More';
import notAllow from '@salesforce/label/c.Matrix_Not_Allow';
import notSaved from '@salesforce/label/c.Editor_Not_Saved';
import open from '@salesforce/label/c.Matrix_Open';
import product from '@salesforce/label/c.Matrix_Product';
import refused from '@salesforce/label/c.Matrix_Refused';
import savedAllowed from '@salesforce/label/c.Matrix_Saved_Allowed';
import savedRefused from '@salesforce/label/c.Matrix_Saved_Refused';
import subtitle from '@salesforce/label/c.Matrix_Subtitle';
import title from '@salesforce/label/c.Matrix_Title';
import whyNot from '@salesforce/label/c.Matrix_Why_Not';

export const LABELS = {
  allCategories,
  allowed,
  category,
  emptyText,
  emptyTitle,
  keyboardHint,
  legendAllowed,
  legendOpen,
  legendRefused,
  more,
  notAllow,
  notSaved,
  open,
  product,
  refused,
  savedAllowed,
  savedRefused,
  subtitle,
  title,
  whyNot,
};
