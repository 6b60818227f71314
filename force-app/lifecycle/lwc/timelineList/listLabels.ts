// Every word of the list, in the language of the user.
import campaign from '@salesforce/label/c.Timeline_Kind_Campaign';
import competitor from '@salesforce/label/c.Timeline_Kind_Competitor';
import contact from '@salesforce/label/c.Timeline_Kind_Contact';
import exit from '@salesforce/label/c.Timeline_Kind_Exit';
import feedback from '@salesforce/label/c.Timeline_Kind_Feedback';
import own from '@salesforce/label/c.Timeline_Kind_Own';
import stage from '@salesforce/label/c.Timeline_Kind_Stage';
import coming from '@salesforce/label/c.Timeline_Coming';
import moreOne from '@salesforce/label/c.Timeline_More_One';
import moreOther from '@salesforce/label/c.Timeline_More_Other';
import past from '@salesforce/label/c.Timeline_Past';
import undated from '@salesforce/label/c.Timeline_Undated';
import wholeAccount from '@salesforce/label/c.Timeline_Whole_Account';
import type { Kind } from 'c/timelineItem';

export const LABELS = { coming, past, undated, wholeAccount } as const;

export const MORE = { one: moreOne, other: moreOther } as const;

export const KIND_LABELS: Readonly<Record<Kind, string>> = { campaign, competitor, contact, exit, feedback, own, stage };
