// What the timeline does not show, and why, in sentences.
import { countedLabel, fillLabel, numberText } from 'c/labelText';
import type { DayRange } from 'c/timelineItem';
import { cutSources, failedSources, type AnswerBook, type Source } from './answerBook';
import { MOST_RECORDS } from './timelineAnswer';
import { LABELS, OUT_OF_RANGE, SOURCE_LABELS } from './timelineLabels';

export function timelineNotes(
  book: AnswerBook,
  beyond: number,
  range: DayRange,
  language: string,
  written: (day: number) => string,
): readonly string[] {
  const list = (sources: readonly Source[]): string => new Intl.ListFormat(language).format(sources.map((source) => SOURCE_LABELS[source]));
  const note = (sources: readonly Source[], sentence: (names: string) => string): readonly string[] =>
    sources.length > 0 ? [sentence(list(sources))] : [];
  const most = numberText(MOST_RECORDS);
  return [
    ...note(failedSources(book, 'no-permission'), (names) => fillLabel(LABELS.hiddenSources, names)),
    ...note(failedSources(book, 'failed'), (names) => fillLabel(LABELS.failedSources, names)),
    ...note(cutSources(book), (names) => fillLabel(LABELS.moreRecords, most, names)),
    ...(beyond > 0 ? [countedLabel(OUT_OF_RANGE, beyond, language, written(range.first), written(range.last))] : []),
  ];
}
