// The windows of the worklist: which part of the calendar it shows, as server-side conditions and order.
import { addDays } from 'c/civilDay';
import type { ContractFilter, ContractOrder } from './contractFilter';

export const EXPIRY_WINDOWS = [
  'passed',
  'missed',
  'next30',
  'next60',
  'next90',
  'next180',
  'next365',
  'period',
  'open',
  'unknown',
  'any',
] as const;

/**
 * `passed`: the last day to give notice lies before today; `missed`: and nobody had contact since the approach date.
 * `nextN`: it is today or at most N days ahead. `period`: it lies between two days that the filters name.
 * `open`: the contract can be left any month. `unknown`: nobody knows yet when it can be left. `any`: whatever the day.
 */
export type ExpiryWindow = (typeof EXPIRY_WINDOWS)[number];

/** A window, with the days of a period; blank days leave that side open. */
export interface ChosenWindow {
  readonly window: ExpiryWindow;
  readonly from: string;
  readonly until: string;
}

const DAYS_AHEAD = { next30: 30, next60: 60, next90: 90, next180: 180, next365: 365 } as const;

export function isExpiryWindow(text: unknown): text is ExpiryWindow {
  return EXPIRY_WINDOWS.some((window) => window === text);
}

/** Days that a window looks ahead; undefined for the windows that are no number of days. */
export function daysAhead(window: ExpiryWindow): number | undefined {
  return window in DAYS_AHEAD ? DAYS_AHEAD[window as keyof typeof DAYS_AHEAD] : undefined;
}

/** The conditions of a window, seen from a civil day `today`. */
export function windowConditions({ window, from, until }: ChosenWindow, today: string): readonly ContractFilter[] {
  const days = daysAhead(window);
  if (days !== undefined) return between(today, addDays(today, days));
  if (window === 'period') return between(from, until);
  if (window === 'passed') return [{ Decision_Date__c: { lt: { value: today } } }];
  if (window === 'missed') return [{ Decision_Date__c: { lt: { value: today } } }, { Is_Notice_Missed__c: { eq: true } }];
  if (window === 'any') return [];
  // contracts in these states have no date, and those without a date are found by the index on it
  return [{ Decision_Date__c: { eq: null } }, { Notice_State__c: { eq: window === 'open' ? 'Open' : 'Unknown' } }];
}

function between(from: string, until: string): readonly ContractFilter[] {
  return [
    ...(from ? [{ Decision_Date__c: { gte: { value: from } } }] : []),
    ...(until ? [{ Decision_Date__c: { lte: { value: until } } }] : []),
  ];
}

/** Whether the contracts of a window have no last day to give notice, and the most valuable stand first. */
export function isByValue(window: ExpiryWindow): boolean {
  return window === 'open' || window === 'unknown';
}

/** First what must be done first: the nearest decision date; of passed ones the most recent; without one, the most valuable contract. */
export function windowOrder(window: ExpiryWindow): ContractOrder {
  if (isByValue(window)) return { Monthly_Value__c: { order: 'DESC', nulls: 'LAST' }, Id: { order: 'ASC' } };
  const order = window === 'passed' || window === 'missed' ? 'DESC' : 'ASC';
  return { Decision_Date__c: { order, nulls: 'LAST' }, Id: { order: 'ASC' } };
}
