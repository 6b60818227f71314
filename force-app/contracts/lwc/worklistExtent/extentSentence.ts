// The sentence that says how many contracts are shown, and that there are more.
import { type CountedLabel, countedLabel, fillLabel, numberText } from 'c/labelText';

export interface ExtentLabels {
  /** `{0}` contracts, all of them shown. */
  readonly all: CountedLabel;
  /** The first `{0}` of `{1}`. */
  readonly some: string;
  /** The first `{0}` of more than `{1}`. */
  readonly someOfMore: string;
  /** The first `{0}`, and nobody counted the rest. */
  readonly someOfUncounted: string;
  /** The first `{0}` of `{1}`, and no more can be fetched: narrow the filters. */
  readonly atLimit: string;
}

/** So many records, or more than that. */
export interface Count {
  readonly records: number;
  readonly isMore: boolean;
}

export interface Extent {
  readonly shown: number;
  /** Undefined when the server did not count. */
  readonly count: Count | undefined;
  readonly hasMore: boolean;
  /** The most that can be fetched. */
  readonly limit: number;
}

export function extentSentence({ shown, count, hasMore, limit }: Extent, language: string, labels: ExtentLabels): string {
  if (!hasMore) return countedLabel(labels.all, shown, language);
  // a count that does not exceed what is shown cannot be the count of all
  const known = count && (count.isMore || count.records > shown) ? count : { records: shown, isMore: true };
  const all = `${numberText(known.records)}${known.isMore ? '+' : ''}`;
  if (shown >= limit) return fillLabel(labels.atLimit, numberText(shown), all);
  if (known.records === shown) return fillLabel(labels.someOfUncounted, numberText(shown));
  return fillLabel(known.isMore ? labels.someOfMore : labels.some, numberText(shown), numberText(known.records));
}
