// What the matrix of products and propositions allows to be offered today.
import type { PropositionNode } from 'c/comparisonLines';

export interface Offer {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

export function offersOf(allowed: readonly { readonly Proposition__r?: PropositionNode | null }[], today: string): readonly Offer[] {
  const offers = new Map<string, Offer>();
  for (const { Proposition__r: proposition } of allowed) {
    if (!proposition || proposition.Is_Active__c?.value !== true) continue;
    const [from, until] = [proposition.Valid_From_Date__c?.value, proposition.Valid_Until_Date__c?.value];
    if ((from && from > today) || (until && until < today)) continue;
    offers.set(proposition.Id, { id: proposition.Id, name: proposition.Name?.value ?? '', text: proposition.Offer__c?.value ?? '' });
  }
  return [...offers.values()];
}
