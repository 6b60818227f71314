// The words of deciding on unknown providers.
import title from '@salesforce/label/c.Unknown_Title';
import subtitle from '@salesforce/label/c.Unknown_Subtitle';
import emptyTitle from '@salesforce/label/c.Unknown_Empty_Title';
import emptyText from '@salesforce/label/c.Unknown_Empty_Text';
import contractsOne from '@salesforce/label/c.Unknown_Contracts_One';
import contractsOther from '@salesforce/label/c.Unknown_Contracts_Other';
import is from '@salesforce/label/c.Unknown_Is';
import choose from '@salesforce/label/c.Unknown_Choose';
import merge from '@salesforce/label/c.Unknown_Merge';
import confirm from '@salesforce/label/c.Unknown_Confirm';
import merged from '@salesforce/label/c.Unknown_Merged';
import confirmed from '@salesforce/label/c.Unknown_Confirmed';
import failed from '@salesforce/label/c.Unknown_Failed';
import tryAgain from '@salesforce/label/c.Unknown_Try_Again';
import some from '@salesforce/label/c.Unknown_Some';

export const LABELS = {
  title,
  subtitle,
  emptyTitle,
  emptyText,
  contractsOne,
  contractsOther,
  is,
  choose,
  merge,
  confirm,
  merged,
  confirmed,
  failed,
  tryAgain,
  some,
} as const;
