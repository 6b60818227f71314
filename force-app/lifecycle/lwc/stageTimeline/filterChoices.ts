// What the filters of the timeline offer.
import { numberText } from 'c/labelText';
import { KINDS, MARK_PATHS, type Kind, type LinkedItem } from 'c/timelineItem';
import { OWN_VOCABULARY, type Vocabularies } from 'c/stageVocabulary';
import { WHOLE_ACCOUNT, categoriesInOrder, type TimelineFilters } from './timelineGroups';

export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** A button that shows or hides a kind; together they are the legend as well. */
export interface KindChoice {
  readonly kind: Kind;
  readonly label: string;
  readonly count: string;
  readonly isPressed: string;
  readonly buttonClass: string;
  readonly swatchClass: string;
  /** Shape of a point; blank for what is drawn as a bar. */
  readonly path: string;
}

/** Shapes that stand for a kind; contracts and stages are drawn as bars. */
const PATHS: Partial<Readonly<Record<Kind, string>>> = {
  contact: MARK_PATHS.done,
  feedback: MARK_PATHS.feedback,
  exit: MARK_PATHS.exit,
  campaign: MARK_PATHS.campaign,
};

/** Kinds that this account has; a kind that is hidden stays, so that it can be shown again. */
export function kindChoices(
  counts: Readonly<Record<Kind, number>>,
  { hidden }: TimelineFilters,
  labels: Readonly<Record<Kind, string>>,
): readonly KindChoice[] {
  return KINDS.filter((kind) => counts[kind] > 0).map((kind) => {
    const isShown = !hidden.includes(kind);
    return {
      kind,
      label: labels[kind],
      count: numberText(counts[kind]),
      isPressed: String(isShown),
      buttonClass: isShown ? 'kind kind_shown' : 'kind',
      swatchClass: `swatch swatch_${kind}`,
      path: PATHS[kind] ?? '',
    };
  });
}

export function productChoices(items: readonly LinkedItem[], today: number, all: string, wholeAccount: string): Choice[] {
  const products = categoriesInOrder(items, today).map(({ category, name }) =>
    category ? { label: name, value: category } : { label: wholeAccount, value: WHOLE_ACCOUNT },
  );
  return [{ label: all, value: '' }, ...products];
}

export function vocabularyChoices({ choices }: Vocabularies, own: string): Choice[] {
  return [{ label: own, value: OWN_VOCABULARY }, ...choices];
}
