// The words of the day's preview.
import day from '@salesforce/label/c.Touch_Day';
import today from '@salesforce/label/c.Touch_Today';
import tomorrow from '@salesforce/label/c.Touch_Tomorrow';
import who from '@salesforce/label/c.Touch_Who';
import everybody from '@salesforce/label/c.Touch_Everybody';
import gets from '@salesforce/label/c.Touch_Gets';
import getsNot from '@salesforce/label/c.Touch_Gets_Not';
import got from '@salesforce/label/c.Touch_Got';
import business from '@salesforce/label/c.Touch_Business';
import message from '@salesforce/label/c.Touch_Message';
import verdict from '@salesforce/label/c.Touch_Verdict';
import whyNot from '@salesforce/label/c.Touch_Why_Not';
import task from '@salesforce/label/c.Touch_Task';
import campaign from '@salesforce/label/c.Touch_Campaign';
import summary from '@salesforce/label/c.Touch_Summary';
import some from '@salesforce/label/c.Touch_Some';
import showMore from '@salesforce/label/c.Touch_Show_More';
import emptyTitle from '@salesforce/label/c.Touch_Empty_Title';
import emptyText from '@salesforce/label/c.Touch_Empty_Text';
import nobody from '@salesforce/label/c.Touch_Nobody';

export const LABELS = {
  day,
  today,
  tomorrow,
  who,
  everybody,
  gets,
  getsNot,
  got,
  business,
  message,
  verdict,
  whyNot,
  task,
  campaign,
  summary,
  some,
  showMore,
  emptyTitle,
  emptyText,
  nobody,
} as const;
