// Every word of the card around gate and moments.
import emptyText from '@salesforce/label/c.Gates_Empty_Text';
import emptyTitle from '@salesforce/label/c.Gates_Empty_Title';
import position from '@salesforce/label/c.Gates_Position';
import positionOf from '@salesforce/label/c.Gates_Position_Of';
import sinceOne from '@salesforce/label/c.Gates_Since_One';
import sinceOther from '@salesforce/label/c.Gates_Since_Other';
import subtitle from '@salesforce/label/c.Gates_Subtitle';
import title from '@salesforce/label/c.Gates_Title';

export const LABELS = {
  emptyText,
  emptyTitle,
  position,
  positionOf,
  sinceOne,
  sinceOther,
  subtitle,
  title,
} as const;
