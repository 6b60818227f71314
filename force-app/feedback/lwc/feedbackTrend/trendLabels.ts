// Every word of the NPS trend.
import by from '@salesforce/label/c.Trend_By';
import byMonth from '@salesforce/label/c.Trend_By_Month';
import byProcess from '@salesforce/label/c.Trend_By_Process';
import columnDetractors from '@salesforce/label/c.Trend_Column_Detractors';
import columnMonth from '@salesforce/label/c.Trend_Column_Month';
import columnNps from '@salesforce/label/c.Trend_Column_Nps';
import columnPassives from '@salesforce/label/c.Trend_Column_Passives';
import columnProcess from '@salesforce/label/c.Trend_Column_Process';
import columnPromoters from '@salesforce/label/c.Trend_Column_Promoters';
import columnScores from '@salesforce/label/c.Trend_Column_Scores';
import emptyText from '@salesforce/label/c.Trend_Empty_Text';
import emptyTitle from '@salesforce/label/c.Trend_Empty_Title';
import explain from '@salesforce/label/c.Trend_Explain';
import heading from '@salesforce/label/c.Trend_Heading';
import noProcess from '@salesforce/label/c.Trend_No_Process';
import none from '@salesforce/label/c.Trend_None';
import openOf from '@salesforce/label/c.Trend_Open_Of';

export const LABELS = {
  by,
  byMonth,
  byProcess,
  columnDetractors,
  columnMonth,
  columnNps,
  columnPassives,
  columnProcess,
  columnPromoters,
  columnScores,
  emptyText,
  emptyTitle,
  explain,
  heading,
  noProcess,
  none,
  openOf,
} as const;
