// What of a comparison script is said in a call: which opening, which differences and answers, and what is withheld and why.
import { fillLabel } from 'c/labelText';
import { nodesOf, type FieldOf } from 'c/graphAnswer';
import type { ClaimNode, ScriptNode } from './scriptNodes';

export { fieldsOf } from './claimFields';
export type { ClaimFields, ClaimName } from './claimFields';
export { SCRIPT_QUERY, scriptVariables, versionVariables } from './scriptQuery';
export type { PropositionNode, ScriptAnswer } from './scriptQuery';
export type { ClaimNode, ScriptNode } from './scriptNodes';

/** A line as it is shown. `words` is what is said, or read when it is internal. */
export interface ScriptLine {
  readonly id: string;
  readonly kind: string;
  readonly topic: string;
  readonly words: string;
  readonly ours: string;
  readonly theirs: string;
  readonly objection: string;
  /** Source and days, in one sentence; blank when there is no source. */
  readonly proof: string;
  readonly website: string;
  /** Why it is not said; blank for sayable lines. */
  readonly reason: string;
}

/** Lines by what a rep does with them; a line stands in one list only. */
export interface CardContent {
  readonly opening: string;
  /** The claim that the opening is; undefined when it is the script's own line or the general one. */
  readonly openingId: string | undefined;
  readonly differences: readonly ScriptLine[];
  readonly objections: readonly ScriptLine[];
  /** For the rep, never read aloud. */
  readonly internal: readonly ScriptLine[];
  /** Meant for customers, but stale or without proof. */
  readonly withheld: readonly ScriptLine[];
  readonly questions: readonly string[];
}

/** The call that the lines are for. A value that is not known is undefined. */
export interface Occasion {
  readonly noticeState: string | undefined;
  /** To the last day to give notice; negative after it. */
  readonly daysLeft: number | undefined;
  readonly values: Readonly<Record<'account' | 'provider' | 'date' | 'days', string | undefined>>;
}

export interface LineWords {
  /** `{0}` source, `{1}` day of the check. */
  readonly proof: string;
  /** `{0}` first day, `{1}` last day. */
  readonly offer: string;
  readonly generalOpening: string;
  readonly generalQuestions: readonly string[];
  readonly day: (day: string) => string;
}

const PLACE = /\{(account|provider|date|days)(?::([^|{}]*)\|([^|{}]*))?\}/g;

/** More than this nobody hears on the phone. */
const MOST_DIFFERENCES = 5;

/**
 * A line with `{account}`, `{provider}`, `{date}` and `{days}` filled in; `{days:day|days}` adds the word that goes with the number.
 * Undefined when the line asks for what is not known.
 */
export function filledLine(line: string, { values }: Occasion): string | undefined {
  let isKnown = true;
  const filled = line.replace(PLACE, (_all, name: keyof Occasion['values'], one?: string, other?: string) => {
    const value = values[name];
    isKnown &&= value !== undefined;
    return one === undefined ? (value ?? '') : `${value} ${value === '1' ? one : other}`;
  });
  return isKnown ? filled : undefined;
}

export function cardOf(script: ScriptNode | undefined, occasion: Occasion, words: LineWords): CardContent {
  const claims = nodesOf(script?.Comparison_Claims__r)
    .filter((claim) => claim.Status__c?.value !== 'Retired')
    .sort((one, other) => (one.Order__c?.value ?? Infinity) - (other.Order__c?.value ?? Infinity) || 0);
  const isSayable = (claim: ClaimNode): boolean => claim.Is_Sayable__c?.value === true;
  const lines = (which: (claim: ClaimNode) => boolean): ScriptLine[] => claims.filter(which).map((claim) => lineOf(claim, words));
  const kind = (name: string) => (claim: ClaimNode) => claim.Kind__c?.value === name && isSayable(claim);
  const isInternal = (claim: ClaimNode): boolean => claim.Audience__c?.value !== 'Customer-Facing';
  const opening = openingOf(claims.filter(kind('Opening')), occasion);
  const own = script?.Opening_Line__c?.value;
  const asked = [script?.Question_1__c?.value, script?.Question_2__c?.value, script?.Question_3__c?.value].flatMap((one) => one ?? []);
  return {
    opening: opening?.words ?? (own && filledLine(own, occasion)) ?? words.generalOpening,
    openingId: opening?.id,
    differences: lines(kind('Difference')).slice(0, MOST_DIFFERENCES),
    objections: lines(kind('Objection')),
    internal: lines(isInternal),
    withheld: lines((claim) => !isInternal(claim) && !isSayable(claim)),
    questions: asked.length > 0 ? asked : words.generalQuestions,
  };
}

/** Of the openings that fit, one for this very notice state goes first, then the one for the fewest days. */
function openingOf(openings: readonly ClaimNode[], occasion: Occasion): { readonly id: string; readonly words: string } | undefined {
  const { noticeState, daysLeft } = occasion;
  const fitting = openings.flatMap((claim) => {
    const state = claim.Notice_State__c?.value;
    const most = claim.Most_Days_Left__c?.value ?? undefined;
    const fits = (!state || state === noticeState) && (most === undefined || (daysLeft !== undefined && daysLeft >= 0 && daysLeft <= most));
    const words = fits ? filledLine(claim.Line__c?.value ?? '', occasion) : undefined;
    return words ? [{ id: claim.Id, words, rank: (state ? 0 : 1e6) + (most ?? 1e5) }] : [];
  });
  return fitting.sort((one, other) => one.rank - other.rank)[0];
}

function lineOf(claim: ClaimNode, words: LineWords): ScriptLine {
  const text = (field: FieldOf<string>): string => field?.value ?? '';
  const kind = text(claim.Kind__c);
  const ours = text(claim.Our_Fact__c);
  return {
    id: claim.Id,
    kind,
    topic: text(claim.Topic__c),
    words: kind === 'Objection' ? text(claim.Answer__c) : kind === 'Opening' ? text(claim.Line__c) : ours,
    ours,
    theirs: text(claim.Their_Fact__c),
    objection: text(claim.Objection__c),
    proof: proofOf(claim, words),
    website: websiteOf(text(claim.Source_Website__c)),
    reason: text(claim.Not_Sayable_Reason__c),
  };
}

function proofOf(claim: ClaimNode, words: LineWords): string {
  const [source, checked] = [claim.Source__c?.value, claim.Checked_On_Date__c?.value];
  const [begin, end] = [claim.Offer_Begin_Date__c?.value, claim.Offer_End_Date__c?.value];
  const offer = claim.Is_Special_Offer__c?.value && begin && end ? ` ${fillLabel(words.offer, words.day(begin), words.day(end))}` : '';
  return source ? fillLabel(words.proof, source, checked ? words.day(checked) : '–') + offer : '';
}

/** Only addresses of the web become links. */
function websiteOf(address: string): string {
  return /^https?:\/\//i.test(address) ? address : '';
}

/** Objections with every word of what was typed, in any order, blind to case and accents. */
export function objectionsWith(objections: readonly ScriptLine[], typed: string): readonly ScriptLine[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  return objections.filter((line) => {
    const text = plain(`${line.topic} ${line.objection} ${line.words}`);
    return wanted.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
