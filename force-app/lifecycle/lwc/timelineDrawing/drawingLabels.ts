// Every word of the drawing, in the language of the user.
import clusterOne from '@salesforce/label/c.Timeline_Cluster_One';
import clusterOther from '@salesforce/label/c.Timeline_Cluster_Other';
import clusterHint from '@salesforce/label/c.Timeline_Cluster_Hint';
import drawing from '@salesforce/label/c.Timeline_Drawing_Name';
import hint from '@salesforce/label/c.Timeline_Drawing_Hint';
import quarter from '@salesforce/label/c.Timeline_Quarter';
import today from '@salesforce/label/c.Timeline_Today';
import wholeAccount from '@salesforce/label/c.Timeline_Whole_Account';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import { countedLabel } from 'c/labelText';
import { dateOfNumber } from 'c/timelineItem';
import type { DrawnWords } from './drawnGroups';

export const LABELS = { clusterHint, drawing, hint, quarter, today, wholeAccount } as const;

const CLUSTER = { one: clusterOne, other: clusterOther } as const;
const DATES = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' });

export const DRAWN_WORDS: DrawnWords = {
  wholeAccount,
  cluster(items) {
    const days = items.map(({ day }) => day);
    const written = (day: number): string => DATES.format(dateOfNumber(day));
    return countedLabel(CLUSTER, items.length, LANGUAGE, written(Math.min(...days)), written(Math.max(...days)));
  },
};
