// The parts of the card that it calls by their methods, and how it writes days and times.
import type CallWaiting from 'c/callWaiting';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';

export type CardPart = HTMLElement & { readonly press: (key: string) => boolean; readonly focusSearch: () => void };
export type CapturePart = HTMLElement & { readonly reportValidity: () => boolean };
export type WaitingPart = HTMLElement & Pick<CallWaiting, 'add' | 'attempt' | 'drop' | 'holds'>;
export type HistoryPart = HTMLElement & { readonly refresh: () => Promise<void> };

const DAY = new Intl.DateTimeFormat(LOCALE, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat(LOCALE, { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit' });

/** Of a civil day. */
export const dayText = (day: string): string => DAY.format(new Date(`${day}T00:00:00Z`));
/** Of an instant as ISO text. */
export const timeText = (instant: string): string => TIME.format(new Date(instant));
