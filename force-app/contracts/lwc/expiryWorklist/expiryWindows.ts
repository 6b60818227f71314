// The windows of the worklist: which part of the calendar it shows, as server-side conditions and order.
import { addDays } from 'c/civilDay';
import type { ContractFilter, ContractOrder } from './worklistQuery';

export const EXPIRY_WINDOWS = ['passed', 'next30', 'next60', 'next90', 'next180', 'next365', 'open', 'unknown'] as const;

/**
 * `passed`: the last day to give notice lies before today. `nextN`: it is today or at most N days ahead.
 * `open`: the contract can be left any month. `unknown`: nobody knows yet when it can be left.
 */
export type ExpiryWindow = (typeof EXPIRY_WINDOWS)[number];

const DAYS_AHEAD = { next30: 30, next60: 60, next90: 90, next180: 180, next365: 365 } as const;

export function isExpiryWindow(text: unknown): text is ExpiryWindow {
  return EXPIRY_WINDOWS.some((window) => window === text);
}

/** Days that a window looks ahead; undefined for the windows that are no number of days. */
export function daysAhead(window: ExpiryWindow): number | undefined {
  return window in DAYS_AHEAD ? DAYS_AHEAD[window as keyof typeof DAYS_AHEAD] : undefined;
}

/** The conditions of a window, seen from a civil day `today`. */
export function windowConditions(window: ExpiryWindow, today: string): readonly ContractFilter[] {
  const days = daysAhead(window);
  if (days !== undefined) {
    return [{ Decision_Date__c: { gte: { value: today } } }, { Decision_Date__c: { lte: { value: addDays(today, days) } } }];
  }
  if (window === 'passed') return [{ Decision_Date__c: { lt: { value: today } } }];
  return [{ Notice_State__c: { eq: window === 'open' ? 'Open' : 'Unknown' } }];
}

/** First what must be done first: the nearest decision date; of passed ones the most recent; without one, the contract's end. */
export function windowOrder(window: ExpiryWindow): ContractOrder {
  if (window === 'open' || window === 'unknown') return { End_Date__c: { order: 'ASC', nulls: 'LAST' }, Id: { order: 'ASC' } };
  return { Decision_Date__c: { order: window === 'passed' ? 'DESC' : 'ASC', nulls: 'LAST' }, Id: { order: 'ASC' } };
}
