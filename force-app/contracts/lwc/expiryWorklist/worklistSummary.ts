// The sentence that says how many contracts are shown, and that there are more.
import { type CountedLabel, countedLabel, fillLabel } from 'c/labelText';

export interface SummaryLabels {
  /** `{0}` contracts, all of them shown. */
  readonly all: CountedLabel;
  /** The first `{0}` of `{1}`. */
  readonly some: string;
  /** The first `{0}`, and nobody counted the rest. */
  readonly someOfUncounted: string;
  /** The first `{0}` of `{1}`, and no more can be fetched: narrow the filters. */
  readonly atLimit: string;
}

export interface Extent {
  readonly shown: number;
  /** Undefined when the server did not count. */
  readonly total: number | undefined;
  readonly hasMore: boolean;
  /** The most that can be fetched. */
  readonly limit: number;
}

export function summarySentence(extent: Extent, language: string, labels: SummaryLabels): string {
  const { shown, total, hasMore, limit } = extent;
  if (!hasMore) return countedLabel(labels.all, shown, language);
  const number = new Intl.NumberFormat(language);
  const counted = total !== undefined && total > shown;
  if (shown >= limit) return fillLabel(labels.atLimit, number.format(shown), counted ? number.format(total) : `${number.format(shown)}+`);
  return counted
    ? fillLabel(labels.some, number.format(shown), number.format(total))
    : fillLabel(labels.someOfUncounted, number.format(shown));
}
