// The lines of a script as marketing sees them: every one, with what it waits for.
import { nodesOf, shownOf } from 'c/graphAnswer';
import { fillLabel } from 'c/labelText';
import type { ClaimNode, ScriptNode } from 'c/comparisonLines';

export interface EditorLine {
  readonly id: string;
  readonly kind: string;
  readonly topic: string;
  readonly audience: string;
  readonly words: readonly { readonly key: number; readonly text: string }[];
  readonly proof: string;
  readonly isSayable: boolean;
  readonly isInUse: boolean;
  /** Says that it may be said, or everything that it waits for. */
  readonly verdict: string;
  readonly className: string;
  readonly editTitle: string;
  readonly retireTitle: string;
}

export interface EditorWords {
  readonly sayable: string;
  readonly proof: string;
  readonly validUntil: string;
  readonly editLine: string;
  readonly retireLine: string;
  readonly day: (day: string) => string;
}

const KINDS = ['Opening', 'Difference', 'Objection'];

/** By kind, then in their order; what was retired comes last. */
export function editorLines(script: ScriptNode | undefined, words: EditorWords): readonly EditorLine[] {
  const place = (claim: ClaimNode): number =>
    (claim.Status__c?.value === 'Retired' ? 1e6 : 0) + KINDS.indexOf(claim.Kind__c?.value ?? '') * 1e4 + (claim.Order__c?.value ?? 9_999);
  return [...nodesOf(script?.Comparison_Claims__r)].sort((one, other) => place(one) - place(other)).map((claim) => lineOf(claim, words));
}

function lineOf(claim: ClaimNode, words: EditorWords): EditorLine {
  const isSayable = claim.Is_Sayable__c?.value === true;
  const isInUse = claim.Status__c?.value !== 'Retired';
  const topic = shownOf(claim.Topic__c);
  const texts = [claim.Line__c, claim.Our_Fact__c, claim.Their_Fact__c, claim.Objection__c, claim.Answer__c].map(shownOf).filter(Boolean);
  const [source, checked, until] = [claim.Source__c?.value, claim.Checked_On_Date__c?.value, claim.Valid_Until_Date__c?.value];
  return {
    id: claim.Id,
    kind: shownOf(claim.Kind__c),
    topic,
    audience: shownOf(claim.Audience__c),
    words: texts.map((text, key) => ({ key, text })),
    proof: [
      source ? fillLabel(words.proof, source, checked ? words.day(checked) : '–') : '',
      until ? fillLabel(words.validUntil, words.day(until)) : '',
    ]
      .filter(Boolean)
      .join(' '),
    isSayable,
    isInUse,
    verdict: isSayable ? words.sayable : shownOf(claim.Not_Sayable_Reason__c),
    className: isSayable ? 'verdict verdict_may' : 'verdict',
    editTitle: fillLabel(words.editLine, topic),
    retireTitle: fillLabel(words.retireLine, topic),
  };
}

export function sayableCount(lines: readonly EditorLine[]): { readonly sayable: number; readonly all: number } {
  const inUse = lines.filter(({ isInUse }) => isInUse);
  return { sayable: inUse.filter(({ isSayable }) => isSayable).length, all: inUse.length };
}
