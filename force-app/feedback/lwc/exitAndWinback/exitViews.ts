// Which departures a number stands for: the condition that it is counted with is the one that its list is read with.
import { addDays } from 'c/civilDay';

export const EXIT_VIEWS = ['due', 'soon', 'later', 'blocked', 'underWay', 'all'] as const;

/**
 * `due`: the win-back date has come. `soon`: it comes within the days that count as soon. `later`: after that, or nobody knows when.
 * `blocked`: bad terms without an exception. `underWay`: win-back has begun.
 */
export type ExitView = (typeof EXIT_VIEWS)[number];
export type Condition = Readonly<Record<string, unknown>>;

export function isExitView(text: unknown): text is ExitView {
  return EXIT_VIEWS.some((view) => view === text);
}

const NOT_BEGUN: Condition = { Win_Back_Started_On_Date__c: { eq: null } };
const MAY_BEGIN: Condition = { Win_Back_Gate__c: { in: ['Open', 'Open by exception'] } };

/** Of one account, or of all when it is ''. */
export function viewWhere(view: ExitView, accountId: string, today: string, soonDays: number): { readonly and: readonly Condition[] } {
  const soon = addDays(today, soonDays);
  const date = (operator: string, day: string): Condition => ({ Win_Back_Date__c: { [operator]: { value: day } } });
  const conditions: Readonly<Record<ExitView, readonly Condition[]>> = {
    due: [NOT_BEGUN, MAY_BEGIN, date('lte', today)],
    soon: [NOT_BEGUN, MAY_BEGIN, date('gt', today), date('lte', soon)],
    later: [NOT_BEGUN, MAY_BEGIN, { or: [date('gt', soon), { Win_Back_Date__c: { eq: null } }] }],
    blocked: [NOT_BEGUN, { Win_Back_Gate__c: { eq: 'Blocked' } }],
    underWay: [{ Win_Back_Started_On_Date__c: { ne: null } }],
    all: [],
  };
  return { and: [...(accountId ? [{ Account__c: { eq: accountId } }] : []), ...conditions[view]] };
}

/** What must be done first comes first. */
export function viewOrder(view: ExitView): Condition {
  if (view === 'all') return { Loss_Date__c: { order: 'DESC', nulls: 'LAST' }, Id: { order: 'ASC' } };
  if (view === 'underWay') return { Win_Back_Started_On_Date__c: { order: 'DESC' }, Id: { order: 'ASC' } };
  return { Win_Back_Date__c: { order: 'ASC', nulls: 'LAST' }, Id: { order: 'ASC' } };
}
