// Every word of the search for an account.
import change from '@salesforce/label/c.Account_Search_Change';
import failed from '@salesforce/label/c.Account_Search_Failed';
import foundMore from '@salesforce/label/c.Account_Search_Found_More';
import foundOne from '@salesforce/label/c.Account_Search_Found_One';
import foundOther from '@salesforce/label/c.Account_Search_Found_Other';
import noneFound from '@salesforce/label/c.Account_Search_None_Found';
import placeholder from '@salesforce/label/c.Account_Search_Placeholder';

export const LABELS = {
  change,
  failed,
  foundMore,
  foundOne,
  foundOther,
  noneFound,
  placeholder,
} as const;
