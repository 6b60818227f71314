// Weeks from Monday to Sunday: contracts whose last day to give notice falls in them, against the calls that can be made.
import { addDays } from 'c/civilDay';
import { countOf, type FieldOf } from 'c/graphAnswer';
import type { CapacityNode, DayGroup } from './capacityQuery';

export interface Week {
  /** First day that is shown: Monday, or today in the week that runs. Last day: Sunday. */
  readonly from: string;
  readonly until: string;
  readonly contracts: number;
  /** Calls in the whole week; undefined when nobody recorded a capacity for it. */
  readonly calls: number | undefined;
}

/** Days from today to the Sunday of the last of `count` weeks. */
export function weeksFrom(today: string, count: number): readonly Pick<Week, 'from' | 'until'>[] {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = addDays(today, -weekday);
  return Array.from({ length: count }, (_, index) => ({
    from: index === 0 ? today : addDays(monday, 7 * index),
    until: addDays(monday, 7 * index + 6),
  }));
}

export function weekLoads(
  weeks: readonly Pick<Week, 'from' | 'until'>[],
  days: readonly DayGroup[],
  capacities: readonly CapacityNode[],
): readonly Week[] {
  return weeks.map(({ from, until }) => {
    const within = days.filter(({ Decision_Date__c: day }) => isWithin(day, from, until));
    const valid = capacities.filter((one) => isValid(one, from, until));
    return {
      from,
      until,
      contracts: within.reduce((sum, group) => sum + countOf(group), 0),
      calls: valid.length === 0 ? undefined : valid.reduce((sum, one) => sum + (one.Calls_Per_Week__c?.value ?? 0), 0),
    };
  });
}

function isWithin(day: FieldOf<string>, from: string, until: string): boolean {
  return typeof day?.value === 'string' && day.value >= from && day.value <= until;
}

/** A capacity counts for a week in which it is valid on any day. */
function isValid(capacity: CapacityNode, from: string, until: string): boolean {
  const start = capacity.Valid_From_Date__c?.value ?? '';
  const end = capacity.Valid_Until_Date__c?.value;
  return start <= until && (!end || end >= from);
}
