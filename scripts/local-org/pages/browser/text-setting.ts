// How values are written for the user who is signed in.
import currency from '@salesforce/i18n/currency';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import no from '@salesforce/label/shell.No';
import yes from '@salesforce/label/shell.Yes';
import type { TextSetting } from './field-text.ts';

export const TEXT_SETTING: TextSetting = { locale, timeZone, currency, yes, no };
