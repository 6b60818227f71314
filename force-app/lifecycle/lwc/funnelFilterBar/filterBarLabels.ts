// Every word of the filters of the funnel.
import allCategories from '@salesforce/label/c.Funnel_All_Categories';
import everybody from '@salesforce/label/c.Funnel_Everybody';
import filterCategory from '@salesforce/label/c.Funnel_Filter_Category';
import filterOwner from '@salesforce/label/c.Funnel_Filter_Owner';
import filterPeriod from '@salesforce/label/c.Funnel_Filter_Period';
import filterWords from '@salesforce/label/c.Funnel_Filter_Words';
import me from '@salesforce/label/c.Funnel_Me';
import nobody from '@salesforce/label/c.Funnel_Nobody';
import ownWords from '@salesforce/label/c.Funnel_Own_Words';
import period30 from '@salesforce/label/c.Funnel_Period_30';
import period365 from '@salesforce/label/c.Funnel_Period_365';
import period90 from '@salesforce/label/c.Funnel_Period_90';

export const LABELS = {
  allCategories,
  everybody,
  filterCategory,
  filterOwner,
  filterPeriod,
  filterWords,
  me,
  nobody,
  ownWords,
  period30,
  period365,
  period90,
} as const;
