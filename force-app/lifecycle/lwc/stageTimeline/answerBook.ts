// What each query has answered so far: items, or why there are none.
import { failureOf, type DataProblem, type Failure } from 'c/dataFailure';
import type { Item } from 'c/timelineItem';
import { hasMore, itemsOf, SOURCE_NAMES, type Answers, type SourceName } from './timelineSources';
import type { TimelineSetting } from './timelineSetting';

/** What can be missing from the timeline. */
export type Source = SourceName | 'vocabularies';

interface Heard<Answer> {
  readonly answer?: Answer | undefined;
  readonly failure?: Failure | undefined;
}
export type AnswerBook = { readonly [Name in SourceName]?: Heard<Answers[Name]> } & { readonly vocabularies?: Heard<never> };

/** A partial answer counts as an answer and as a failure: what came is shown, and that something is missing is said. */
export function heard<Answer extends object>(answer: Answer | undefined, problems: readonly DataProblem[] | undefined): Heard<Answer> {
  const isUsable = answer !== undefined && Object.values(answer).some((connection) => connection !== null && connection !== undefined);
  return { answer: isUsable ? answer : undefined, failure: failureOf(problems) };
}

export function isComplete(book: AnswerBook): boolean {
  return book.vocabularies !== undefined && SOURCE_NAMES.every((name) => book[name] !== undefined);
}

export function itemsIn(book: AnswerBook, setting: TimelineSetting): readonly Item[] {
  return SOURCE_NAMES.flatMap((name) => itemsOfOne(book, name, setting));
}

function itemsOfOne<Name extends SourceName>(book: AnswerBook, name: Name, setting: TimelineSetting): readonly Item[] {
  const answer = (book[name] as Heard<Answers[Name]> | undefined)?.answer;
  return answer ? itemsOf(name, answer, setting) : [];
}

/** Sources that failed in that way. */
export function failedSources(book: AnswerBook, failure: Failure): readonly Source[] {
  return [...SOURCE_NAMES, 'vocabularies' as const].filter((name) => book[name]?.failure === failure);
}

/** Sources of which the org has more than a query answers. */
export function cutSources(book: AnswerBook): readonly SourceName[] {
  return SOURCE_NAMES.filter((name) => {
    const answer = book[name]?.answer;
    return answer !== undefined && hasMore(answer);
  });
}

/**
 * Why a timeline without items is no empty timeline: contracts elsewhere, the reason that it is there, could not be read, or nothing came
 * at all. Undefined when there is simply nothing yet.
 */
export function whyNothing(book: AnswerBook): Failure | undefined {
  const isAnswered = SOURCE_NAMES.some((name) => book[name]?.answer !== undefined);
  if (isAnswered) return book.competitorContracts?.failure;
  return SOURCE_NAMES.some((name) => book[name]?.failure === 'failed') ? 'failed' : 'no-permission';
}
