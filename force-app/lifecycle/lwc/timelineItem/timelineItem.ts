// What stands on the timeline of an account. Days are numbers, counted from 1970-01-01, so that layout is arithmetic.

import type { Kind, Mark } from './kinds';

export * from './dayNumber';
export * from './kinds';
export * from './markPaths';

interface Told {
  /** Unique on the timeline; one record may stand there more than once. */
  readonly key: string;
  readonly kind: Kind;
  readonly recordId: string;
  readonly objectApiName: string;
  /** API name of the product category; blank for what concerns the whole account. */
  readonly category: string;
  /** The same in the user's language. */
  readonly categoryName: string;
  /** Two or three words, for where there is little room. */
  readonly title: string;
  /** All that matters, in one sentence. */
  readonly sentence: string;
  readonly details: readonly string[];
}

/** A contract. A day that is not known is undefined: the bar is open on that side. */
export interface Bar extends Told {
  readonly shape: 'bar';
  readonly from: number | undefined;
  /** Inclusive. */
  readonly until: number | undefined;
  /** First day after the agreed end, when the contract rolled over. */
  readonly renewedFrom: number | undefined;
  /** From here until the decision is the time to approach the customer. */
  readonly approachFrom: number | undefined;
  /** Last day to give notice. */
  readonly decision: number | undefined;
  /** Ended, cancelled or no longer relevant. */
  readonly isOver: boolean;
}

/** A stage of a position. */
export interface Band extends Told {
  readonly shape: 'band';
  readonly from: number;
  /** Inclusive; undefined for the present stage. */
  readonly until: number | undefined;
  /** Place of the stage in the lifecycle, from 0: decides about the colour. */
  readonly tone: number;
}

export interface Point extends Told {
  readonly shape: 'point';
  readonly day: number;
  readonly mark: Mark;
  /** A score or the like, short enough to stand inside the mark; else blank. */
  readonly badge: string;
}

/** Belongs on the timeline, but nobody can say where. The sentence says why. */
export interface Undated extends Told {
  readonly shape: 'undated';
}

export type Item = Bar | Band | Point | Undated;
/** An item with the address of its record. */
export type LinkedItem = Item & { readonly href: string };

/** The days that the timeline covers, both included. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/** The items of one product category, or of the whole account. */
export interface ItemGroup {
  readonly category: string;
  readonly name: string;
  readonly items: readonly LinkedItem[];
}
