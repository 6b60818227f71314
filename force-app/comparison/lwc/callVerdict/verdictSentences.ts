// Whether somebody may be called, in sentences. "May" only where a verdict says so.
import type { VerdictNode } from './verdictQuery';

export interface VerdictSentence {
  readonly key: string;
  readonly text: string;
  readonly icon: string;
  readonly className: string;
}

export interface VerdictWords {
  readonly naturalPerson: string;
  readonly nobodyKnown: string;
  /** Nobody may be called; the customer may still call. */
  readonly onlyWhenCalled: string;
}

const LOOKS: Readonly<Record<string, { readonly icon: string; readonly look: string }>> = {
  May: { icon: 'utility:success', look: 'may' },
  'May Not': { icon: 'utility:ban', look: 'may-not' },
};
const ASK = { icon: 'utility:warning', look: 'ask' };

/** Without a verdict (not decided, not installed, not permitted) the legal form alone speaks. */
export function verdictSentences(
  verdicts: readonly VerdictNode[],
  isNaturalPerson: boolean,
  words: VerdictWords,
): readonly VerdictSentence[] {
  const known = verdicts.flatMap(({ Id, Verdict__c, Sentence__c, Contact__r }) => {
    const sentence = Sentence__c?.value ?? Verdict__c?.displayValue;
    const name = Contact__r?.Name?.value;
    return sentence ? [shown(Id, name ? `${name}: ${sentence}` : sentence, LOOKS[Verdict__c?.value ?? ''] ?? ASK)] : [];
  });
  const isForbidden = verdicts.length > 0 && verdicts.every(({ Verdict__c }) => Verdict__c?.value === 'May Not');
  if (isForbidden) return [...known, shown('forbidden', words.onlyWhenCalled, ASK)];
  return known.length > 0 ? known : [shown('form', isNaturalPerson ? words.naturalPerson : words.nobodyKnown, ASK)];
}

/** Verdicts that were read before, after a sentence that says so: none of them says any more that somebody may be called. */
export function outdated(sentences: readonly VerdictSentence[], caution: string): readonly VerdictSentence[] {
  return [shown('caution', caution, ASK), ...sentences.map((one) => (one.icon === LOOKS.May?.icon ? { ...one, ...lookOf(ASK) } : one))];
}

function lookOf({ icon, look }: typeof ASK): Pick<VerdictSentence, 'icon' | 'className'> {
  return { icon, className: `verdict verdict_${look}` };
}

function shown(key: string, text: string, look: typeof ASK): VerdictSentence {
  return { key, text, ...lookOf(look) };
}
