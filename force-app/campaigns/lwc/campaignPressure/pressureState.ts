// Campaigns and people against their bounds, as plain values.
import { countOf, groupsOf, nodesOf, type FieldOf } from 'c/graphAnswer';
import type { PeopleAnswer, PolicyNode, PressureAnswer } from './pressureQueries';

/** The bounds that are in force. */
export interface Policy {
  readonly minimum: number;
  readonly maximum: number;
  readonly base: number;
  readonly perPerson: number;
  readonly rollingDays: number;
  readonly rollingTouches: number;
  /** The org's own sentence about the number of campaigns. */
  readonly verdict: string;
}

export interface RunningCampaign {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly isBase: boolean;
  readonly members: number;
  /** Civil day; undefined without one. */
  readonly endsOn: string | undefined;
}

export interface Pressure {
  readonly policy: Policy | undefined;
  readonly campaigns: readonly RunningCampaign[];
}

/** `room`: how many more campaigns the person can be added to, by the tighter of both caps; never below 0. */
export interface PersonPressure {
  readonly id: string;
  readonly name: string;
  readonly business: string;
  readonly running: number;
  readonly rolling: number;
  readonly room: number;
}

const number = (field: FieldOf<number>): number => field?.value ?? 0;

function policyOf(node: PolicyNode | undefined): Policy | undefined {
  if (!node) return undefined;
  return {
    minimum: number(node.Minimum_Campaigns__c),
    maximum: number(node.Maximum_Campaigns__c),
    base: number(node.Base_Campaigns__c),
    perPerson: number(node.Person_Campaigns__c),
    rollingDays: number(node.Rolling_Days__c),
    rollingTouches: number(node.Rolling_Touches__c),
    verdict: node.Verdict__c?.value ?? '',
  };
}

export function pressureOf({ uiapi }: PressureAnswer): Pressure {
  const members = new Map(groupsOf(uiapi.aggregate.CampaignMember).map((group) => [group.CampaignId?.value, countOf(group)]));
  return {
    policy: policyOf(nodesOf(uiapi.query.Frequency_Policy__c)[0]),
    campaigns: nodesOf(uiapi.query.Campaign).map((node) => ({
      id: node.Id,
      name: node.Name?.value ?? '',
      kind: node.Message_Kind__c?.displayValue ?? '',
      isBase: node.Is_Base_Campaign__c?.value === true,
      members: members.get(node.Id) ?? 0,
      endsOn: node.EndDate?.value ?? undefined,
    })),
  };
}

/** People in most campaigns first; of those with as many, who was added to most lately. */
export function peopleOf({ uiapi }: PeopleAnswer, policy: Policy): readonly PersonPressure[] {
  const lately = new Map(groupsOf(uiapi.aggregate.rolling).map((group) => [group.ContactId?.value, countOf(group)]));
  const people = groupsOf(uiapi.aggregate.running).map((group) => {
    const running = countOf(group);
    const rolling = lately.get(group.ContactId?.value) ?? 0;
    return {
      id: group.ContactId?.value ?? '',
      name: group.Contact?.Name?.value ?? '',
      business: group.Contact?.Account?.Name?.value ?? '',
      running,
      rolling,
      room: Math.max(0, Math.min(policy.perPerson - running, policy.rollingTouches - rolling)),
    };
  });
  return people.toSorted((one, other) => one.room - other.room || other.running - one.running || other.rolling - one.rolling);
}

/** How a number of campaigns stands to its bounds. */
export function boundsState(count: number, minimum: number, maximum: number): 'soon' | 'good' | 'urgent' {
  if (count > maximum) return 'urgent';
  return count < minimum ? 'soon' : 'good';
}
