// Contracts as bars: those with other providers, with the last day to give notice, and our own.
import { fillLabel } from 'c/labelText';
import { readDay, usable, type Bar, type Kind, type Undated } from 'c/timelineItem';
import type { AssetNode, CompetitorContractNode, OwnContractNode } from './contractQueries';
import { shownOf, type FieldOf } from 'c/graphAnswer';
import { extentOf, extentText, type Extent, type ReadDate, type Subject } from './placedItem';
import type { TimelineSetting } from './timelineSetting';

type Contract = Bar | Undated;

const dateOf = (field: FieldOf<string>): ReadDate => ({ raw: field?.value, day: readDay(field?.value) });
const dayOf = (field: FieldOf<string>): number | undefined => usable(readDay(field?.value));

export function competitorContractBar(node: CompetitorContractNode, setting: TimelineSetting): Contract {
  const { words, written } = setting;
  const title = shownOf(node.Competitor__r?.Name) || words.nameMissing;
  const subject = subjectOf('competitor', 'Competitor_Contract__c', node, title);
  const name = nameOf(subject);
  const reason = shownOf(node.Decision_Reason__c);
  const agreed = extentOf(name, dateOf(node.Start_Date__c), dateOf(node.End_Date__c), setting);
  if (typeof agreed === 'string') return { ...subject, shape: 'undated', sentence: agreed, details: known(reason) };

  const current = dayOf(node.Current_End_Date__c);
  const isRenewed = agreed.until !== undefined && current !== undefined && current > agreed.until;
  const extent = isRenewed ? { ...agreed, until: current } : agreed;
  const decision = dayOf(node.Decision_Date__c);
  const approach = dayOf(node.Approach_Date__c);
  const isApproachTold = approach !== undefined && decision !== undefined && approach <= decision;
  const isOver = !['Active', 'Unknown', undefined, null].includes(node.Status__c?.value);
  return {
    ...subject,
    shape: 'bar',
    ...extent,
    renewedFrom: isRenewed && agreed.until !== undefined ? agreed.until + 1 : undefined,
    approachFrom: isApproachTold && !isOver ? approach : undefined,
    decision: isOver ? undefined : decision,
    isOver,
    sentence: isOver
      ? overSentence(name, node.Status__c?.value, extent, setting)
      : competitorSentence(name, decision, extent, node.Notice_State__c?.value === 'Open', setting),
    details: known(
      shownOf(node.Product_Name__c),
      extentText(extent, setting),
      isRenewed && agreed.until !== undefined ? fillLabel(words.rolledOver, written(agreed.until)) : '',
      isApproachTold && !isOver ? fillLabel(words.approachFrom, written(approach)) : '',
      shownOf(isOver ? node.Status__c : node.Notice_State__c),
      isOver ? '' : reason,
    ),
  };
}

function competitorSentence(name: string, decision: number | undefined, extent: Extent, isOpen: boolean, setting: TimelineSetting): string {
  const { words, written, today } = setting;
  if (decision !== undefined) return fillLabel(decision < today ? words.noticeWasBy : words.noticeBy, name, written(decision));
  return isOpen ? fillLabel(words.anyMonth, name) : endSentence(name, extent, words.endUnknown, setting);
}

/** A contract that ended before its day ended nobody knows when. */
function overSentence(name: string, status: string | null | undefined, extent: Extent, setting: TimelineSetting): string {
  const hasPassed = extent.until !== undefined && extent.until < setting.today;
  return status === 'Ended' && !hasPassed
    ? fillLabel(setting.words.over, name)
    : endSentence(name, extent, setting.words.endUnknown, setting);
}

/** `unknown` is what is said of a contract whose end is not known. */
function endSentence(name: string, { until }: Extent, unknown: string, { words, written, today }: TimelineSetting): string {
  if (until === undefined) return fillLabel(unknown, name);
  return fillLabel(until < today ? words.ended : words.ends, name, written(until));
}

export function ownContractBar(node: OwnContractNode, setting: TimelineSetting): Contract {
  const { words, written } = setting;
  const subject = subjectOf('own', 'Contract', node, fillLabel(words.ourContract, shownOf(node.ContractNumber)));
  const cancelled = dayOf(node.Cancelled_On_Date__c);
  const note = cancelled === undefined ? '' : fillLabel(words.cancelledOn, written(cancelled));
  return plainBar(subject, dateOf(node.StartDate), dateOf(node.EndDate), known(shownOf(node.Status), note), setting);
}

export function assetBar(node: AssetNode, setting: TimelineSetting): Contract {
  const kind = node.IsCompetitorProduct?.value ? 'competitor' : 'own';
  const subject = subjectOf(kind, 'Asset', node, shownOf(node.Name) || setting.words.nameMissing);
  const start = node.InstallDate?.value ? node.InstallDate : node.PurchaseDate;
  return plainBar(subject, dateOf(start), dateOf(node.UsageEndDate), known(shownOf(node.Status)), setting);
}

/** A contract without a day to give notice. */
function plainBar(subject: Subject, start: ReadDate, end: ReadDate, details: readonly string[], setting: TimelineSetting): Contract {
  const name = nameOf(subject);
  const extent = extentOf(name, start, end, setting);
  if (typeof extent === 'string') return { ...subject, shape: 'undated', sentence: extent, details };
  return {
    ...subject,
    shape: 'bar',
    ...extent,
    renewedFrom: undefined,
    approachFrom: undefined,
    decision: undefined,
    isOver: extent.until !== undefined && extent.until < setting.today,
    sentence: endSentence(name, extent, subject.kind === 'own' ? setting.words.noEnd : setting.words.endUnknown, setting),
    details: known(extentText(extent, setting), ...details),
  };
}

interface ProductNode {
  readonly Id: string;
  readonly Product_Category__c?: FieldOf<string>;
}

function subjectOf(kind: Kind, objectApiName: string, node: ProductNode, title: string): Subject {
  const category = node.Product_Category__c;
  return { key: node.Id, kind, recordId: node.Id, objectApiName, category: category?.value ?? '', categoryName: shownOf(category), title };
}

function nameOf({ title, categoryName }: Subject): string {
  return known(title, categoryName).join(', ');
}

function known(...texts: readonly string[]): readonly string[] {
  return texts.filter(Boolean);
}
