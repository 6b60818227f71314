// The readings of the card: each a name, a value and perhaps a remark that asks for attention.
import { daysBetween, isDay } from 'c/civilDay';
import { shownOf } from 'c/graphAnswer';
import { countedLabel, fillLabel, type CountedLabel } from 'c/labelText';
import type { PositionNode } from './summaryQueries';

export interface Reading {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly note: string;
  /** `alarm` asks for attention; the note says why. */
  readonly isAlarm: boolean;
}

export interface AccountFacts {
  /** Stage of the account itself, which it has before it has one for any product. */
  readonly stageId: unknown;
  readonly owner: string;
  readonly lastContact: unknown;
  /** The rhythm of contact that the stage asks for, in days. */
  readonly contactEveryDays: unknown;
  readonly nextDecision: unknown;
  readonly legalForm: string;
  readonly isNaturalPerson: boolean;
}

export interface ReadingWords {
  readonly stage: string;
  readonly owner: string;
  readonly lastContact: string;
  readonly nextDecision: string;
  readonly legalForm: string;
  readonly notKnown: string;
  readonly noPosition: string;
  readonly noProductYet: string;
  readonly stageSince: string;
  readonly otherProducts: CountedLabel;
  readonly never: string;
  readonly daysAgo: CountedLabel;
  readonly contactToday: string;
  readonly outOfSight: string;
  readonly noDecision: string;
  readonly naturalPerson: string;
}

export interface ReadingSetting {
  readonly today: string;
  readonly language: string;
  readonly words: ReadingWords;
  written(day: string): string;
  stageName(stageId: string): string;
}

/** `positions`: undefined when they could not be read, which is something else than none. */
export function readingsOf(
  facts: AccountFacts,
  positions: readonly PositionNode[] | undefined,
  setting: ReadingSetting,
): readonly Reading[] {
  const { words, written } = setting;
  const calm = (key: string, name: string, value: string, note = ''): Reading => ({ key, name, value, note, isAlarm: false });
  return [
    stageReading(String(facts.stageId ?? ''), positions, setting),
    calm('owner', words.owner, facts.owner || words.notKnown),
    contactReading(facts, setting),
    calm('decision', words.nextDecision, isDay(facts.nextDecision) ? written(facts.nextDecision) : words.noDecision),
    calm('legal-form', words.legalForm, facts.legalForm || words.notKnown, facts.isNaturalPerson ? words.naturalPerson : ''),
  ];
}

function stageReading(accountStageId: string, positions: readonly PositionNode[] | undefined, setting: ReadingSetting): Reading {
  const { words, written, stageName, language } = setting;
  const base = { key: 'stage', name: words.stage, isAlarm: false };
  if (!positions) return { ...base, value: words.notKnown, note: '' };
  const [first] = positions;
  if (!first) {
    const ofAccount = stageName(accountStageId);
    return { ...base, value: ofAccount || words.noPosition, note: ofAccount ? words.noProductYet : '' };
  }
  const since = first.Since_Date__c?.value;
  const category = shownOf(first.Product_Category__c);
  const others = positions.length > 1 ? countedLabel(words.otherProducts, positions.length - 1, language) : '';
  const note = [isDay(since) ? fillLabel(words.stageSince, category, written(since)) : category, others].filter(Boolean).join(' · ');
  return { ...base, value: stageName(first.Lifecycle_Stage__c?.value ?? '') || words.notKnown, note };
}

function contactReading({ lastContact, contactEveryDays }: AccountFacts, { words, today, language, written }: ReadingSetting): Reading {
  const base = { key: 'contact', name: words.lastContact };
  if (!isDay(lastContact)) return { ...base, value: words.never, note: '', isAlarm: false };
  const days = daysBetween(lastContact, today);
  const value = days <= 0 ? words.contactToday : countedLabel(words.daysAgo, days, language);
  const isAlarm = typeof contactEveryDays === 'number' && days > contactEveryDays;
  return { ...base, value, note: isAlarm ? fillLabel(words.outOfSight, contactEveryDays) : written(lastContact), isAlarm };
}
