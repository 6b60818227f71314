// Every word about how many contracts there are.
import allOne from '@salesforce/label/c.Worklist_Count_All_One';
import allOther from '@salesforce/label/c.Worklist_Count_All_Other';
import atLimit from '@salesforce/label/c.Worklist_Count_At_Limit';
import countExactly from '@salesforce/label/c.Worklist_Count_Exactly';
import some from '@salesforce/label/c.Worklist_Count_Some';
import someOfMore from '@salesforce/label/c.Worklist_Count_Beyond';
import someOfUncounted from '@salesforce/label/c.Worklist_Count_Some_Uncounted';
import underWay from '@salesforce/label/c.Worklist_Count_Under_Way';
import type { ExtentLabels } from './extentSentence';

export const SENTENCES: ExtentLabels = { all: { one: allOne, other: allOther }, some, someOfMore, someOfUncounted, atLimit };

export const LABELS = { countExactly, underWay } as const;
