// Gathers from all rows of an amount column which decimal separator they use, and decides.

import { readAmountText } from './amount-text.ts';
import { more, type Example } from './date-evidence.ts';
import { MINORITY_SHARE } from './decide-date-format.ts';
import type { DecimalSeparator } from './inspection.ts';

export type DecimalDecision =
  | { readonly kind: 'decided'; readonly decimal: DecimalSeparator; readonly minority: Example | undefined }
  | { readonly kind: 'ambiguous'; readonly example: Example }
  | { readonly kind: 'mixed'; readonly examples: readonly Example[] };

/** Tallies of one column; `add` takes each distinct cell with its number of rows. */
export class AmountEvidence {
  #comma: Example | undefined;
  #dot: Example | undefined;
  #either: Example | undefined;

  add(text: string, count: number, line: number): void {
    const reading = readAmountText(text);
    if (reading.kind !== 'amount') return;
    const example = { count, text, line };
    if (reading.shows === ',') this.#comma = more(this.#comma, example);
    else if (reading.shows === '.') this.#dot = more(this.#dot, example);
    else if (reading.shows === 'either') this.#either = more(this.#either, example);
  }

  /** A column of whole numbers is decided too: it does not matter how. */
  decide(): DecimalDecision {
    const [comma, dot] = [this.#comma, this.#dot];
    if (comma === undefined && dot === undefined) {
      return this.#either === undefined ? { kind: 'decided', decimal: ',', minority: undefined } : { kind: 'ambiguous', example: this.#either };
    }
    const [commas, dots] = [comma?.count ?? 0, dot?.count ?? 0];
    const minority = commas >= dots ? dot : comma;
    if (minority !== undefined && minority.count > (commas + dots) * MINORITY_SHARE) {
      return { kind: 'mixed', examples: [comma, dot].filter((example) => example !== undefined) };
    }
    return { kind: 'decided', decimal: commas >= dots ? ',' : '.', minority };
  }
}
