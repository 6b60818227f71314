// Gathers from all rows of an amount column which decimal separator they use, and decides.

import { readAmountText } from './amount-text.ts';
import { joinExamples, more, type Example } from './date-evidence.ts';
import { MINORITY_SHARE } from './decide-date-format.ts';
import type { DecimalSeparator } from './inspection.ts';

export type DecimalDecision =
  | { readonly kind: 'decided'; readonly decimal: DecimalSeparator; readonly minority: Example | undefined }
  | { readonly kind: 'ambiguous'; readonly example: Example }
  | { readonly kind: 'mixed'; readonly examples: readonly Example[] };

const [ZERO, COMMA, DOT] = [48, 44, 46] as const;

/** Which separators the cells of one column show. Plain data. */
export interface AmountTally {
  readonly comma: Example | undefined;
  readonly dot: Example | undefined;
  /** Cells that may be read both ways. */
  readonly either: Example | undefined;
}

/** Tallies one column; `add` takes each distinct cell with its number of rows. */
export class AmountEvidence implements AmountTally {
  comma: Example | undefined;
  dot: Example | undefined;
  either: Example | undefined;

  add(text: string, count: number, line: number): void {
    const reading = readAmountText(text);
    if (reading.kind !== 'amount') return;
    const example = { count, text, line };
    if (reading.shows === ',') this.comma = more(this.comma, example);
    else if (reading.shows === '.') this.dot = more(this.dot, example);
    else if (reading.shows === 'either') this.either = more(this.either, example);
  }

  /**
   * Takes a cell of nothing but digits with a comma or dot before the last one or two of them, without making a string of it: what
   * nearly all amounts are. False for any other cell, which then goes through `add`.
   */
  addPlain(bytes: Uint8Array, start: number, end: number, line: number): boolean {
    let separator = -1;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] as number;
      if (byte >= ZERO && byte <= ZERO + 9) continue;
      if ((byte !== COMMA && byte !== DOT) || separator >= 0 || at === start) return false;
      separator = at;
    }
    if (separator < 0) return true;
    const decimals = end - separator - 1;
    if (decimals < 1 || decimals > 2) return false;
    const known = bytes[separator] === COMMA ? this.comma : this.dot;
    if (known !== undefined) {
      known.count += 1;
      return true;
    }
    const first = { count: 1, text: Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1'), line };
    if (bytes[separator] === COMMA) this.comma = first;
    else this.dot = first;
    return true;
  }
}

/** What two parts of one column show together. */
export function joinAmounts(one: AmountTally, other: AmountTally): AmountTally {
  return {
    comma: joinExamples(one.comma, other.comma),
    dot: joinExamples(one.dot, other.dot),
    either: joinExamples(one.either, other.either),
  };
}

/** A column of whole numbers is decided too: it does not matter how. */
export function decideDecimal({ comma, dot, either }: AmountTally): DecimalDecision {
  if (comma === undefined && dot === undefined) {
    return either === undefined ? { kind: 'decided', decimal: ',', minority: undefined } : { kind: 'ambiguous', example: either };
  }
  const [commas, dots] = [comma?.count ?? 0, dot?.count ?? 0];
  const minority = commas >= dots ? dot : comma;
  if (minority !== undefined && minority.count > (commas + dots) * MINORITY_SHARE) {
    return { kind: 'mixed', examples: [comma, dot].filter((example) => example !== undefined) };
  }
  return { kind: 'decided', decimal: commas >= dots ? ',' : '.', minority };
}
