// The needs that can be chosen, and for each that the account has: which of our products answer it, and whether the account has them.
import { shownOf } from 'c/graphAnswer';
import { assetsInUse, needsAnsweredBy, type OfferFacts } from './offerRows';

export interface Choice {
  readonly label: string;
  readonly value: string;
}
export interface NeedButton extends Choice {
  readonly pressed: 'true' | 'false';
  readonly className: string;
}
export interface NeedAnswer {
  readonly key: string;
  readonly name: string;
  readonly answers: readonly {
    readonly key: string;
    readonly name: string;
    /** Empty when the account has it not yet. */
    readonly has: string;
  }[];
  readonly isOpen: boolean;
}

export function needButtons(choices: readonly Choice[], needs: readonly string[]): readonly NeedButton[] {
  return choices.map(({ label, value }) => {
    const isChosen = needs.includes(value);
    return { label, value, pressed: isChosen ? 'true' : 'false', className: isChosen ? 'need need_chosen' : 'need' };
  });
}

/** Needs in the order in which they can be chosen; what the account has not yet comes before what it has. */
export function needAnswers(choices: readonly Choice[], facts: OfferFacts, today: string, has: string): readonly NeedAnswer[] {
  const used = new Set(assetsInUse(facts.assets, today).map(({ Product2Id }) => Product2Id?.value));
  return choices
    .filter(({ value }) => facts.needs.includes(value))
    .map(({ label, value }) => {
      const answers = facts.products
        .filter((product) => needsAnsweredBy(product, facts.pairs).has(value))
        .map((product) => ({ key: product.Id, name: shownOf(product.Name), has: used.has(product.Id) ? has : '' }))
        .sort((one, other) => one.has.length - other.has.length);
      return { key: value, name: label, answers, isOpen: answers.length === 0 };
    });
}

/** What the field is after a press: values in the order of the choices. */
export function afterPress(choices: readonly Choice[], needs: readonly string[], pressed: string): string | null {
  const isChosen = (value: string): boolean => (value === pressed ? !needs.includes(value) : needs.includes(value));
  const chosen = choices.map(({ value }) => value).filter(isChosen);
  return chosen.length > 0 ? chosen.join(';') : null;
}
