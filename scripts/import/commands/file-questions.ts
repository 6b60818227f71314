// Questions that only a person can answer: about a file, where else the refusal that names the option stands, and about its providers.
import type { LoadContext } from '../load/load-context.ts';
import type { Ask, Language } from '../plan/import-plan.ts';
import { reportSentence } from '../report/report-sentences.ts';
import type { DateFormat } from '../source/date-format.ts';
import type { ReadPart } from '../source/file-part.ts';
import { inspectSource } from '../source/inspect-source.ts';
import type { InspectOptions } from '../source/inspect-source.ts';
import type { SourceInspection } from '../source/inspection.ts';
import { joinAnswers } from '../source/mapping-answers.ts';
import type { MappingAnswers } from '../source/mapping-answers.ts';
import { ImportRefusal } from '../source/refusal.ts';
import type { SourceField } from '../source/source-field.ts';

interface Choice {
  readonly text: string;
  readonly answers: MappingAnswers;
}

const TRIES = 3;

/** Inspects the file, asking as long as a question is open. Throws the refusal when nobody can be asked, or nobody knows. */
export async function inspectAsking(
  path: string,
  options: InspectOptions,
  { ask, read }: { readonly ask: Ask | undefined; readonly read: ReadPart | undefined },
): Promise<{ readonly inspection: SourceInspection; readonly answers: MappingAnswers }> {
  let answers: MappingAnswers = options.answers ?? {};
  for (;;) {
    try {
      return { inspection: await inspectSource(path, { ...options, answers }, read), answers };
    } catch (error) {
      if (!(error instanceof ImportRefusal) || ask === undefined) throw error;
      const chosen = await choose(error.message, choicesFor(error, options.language), ask, options.language);
      if (chosen === undefined) throw error;
      answers = joinAnswers(answers, chosen.answers);
    }
  }
}

/** Asks which competitor an unknown spelling stands for, and keeps the answer. */
export function providerQuestion(
  ask: Ask,
  language: Language,
  keep: (answers: MappingAnswers) => Promise<void>,
): NonNullable<LoadContext['askProvider']> {
  const say = reportSentence(language);
  return async ({ text, writtenAs = [text], count }, competitors) => {
    const choices = [
      ...competitors.map((competitor) => ({ text: competitor.name, competitor })),
      { text: say('ask-provider-none'), competitor: undefined },
    ];
    const chosen = await choose(say('ask-provider', { provider: text, count }), choices, ask, language);
    const competitor = chosen?.competitor;
    if (competitor) await keep({ providers: Object.fromEntries(writtenAs.map((one) => [one, competitor.name])) });
    return competitor;
  };
}

/** What the person chose by its number; undefined when there is nothing to choose, or no number after three questions. */
async function choose<One extends { readonly text: string }>(
  question: string,
  choices: readonly One[],
  ask: Ask,
  language: Language,
): Promise<One | undefined> {
  if (choices.length === 0) return undefined;
  const lines = choices.map(({ text }, at) => `  ${at + 1}) ${text}`).join('\n');
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const answer = (await ask(`${question}\n${lines}\n${reportSentence(language)('choose', { count: choices.length })}`)).trim();
    const chosen = /^\d+$/.test(answer) ? choices[Number(answer) - 1] : undefined;
    if (chosen !== undefined) return chosen;
  }
  return undefined;
}

function choicesFor({ code, values }: ImportRefusal, language: Language): readonly Choice[] {
  const say = reportSentence(language);
  const text = (name: string): string => String(values[name] ?? '');
  const field = text('name') as SourceField;
  switch (code) {
    case 'AMBIGUOUS_DATES':
      return text('formats')
        .split(' ')
        .map((format) => ({ text: format, answers: { dateFormats: { [field]: format as DateFormat } } }));
    case 'AMBIGUOUS_DECIMALS':
      return [
        { text: say('decimal-comma'), answers: { decimal: ',' } },
        { text: say('decimal-dot'), answers: { decimal: '.' } },
      ];
    case 'DOUBTFUL_HEADER': {
      const isField = (label: string, name: string): Choice => ({
        text: say('is-field', { header: text('header'), field: label }),
        answers: { columns: { [text('header')]: name as SourceField } },
      });
      return [
        isField(text('field'), text('name')),
        ...(text('otherName') === '' ? [] : [isField(text('other'), text('otherName'))]),
        { text: say('leave-out', { header: text('header') }), answers: { columns: { [text('header')]: '-' } } },
      ];
    }
    case 'AMBIGUOUS_HEADER': {
      const [first, second] = [text('first'), text('second')];
      const take = (one: string, other: string): Choice => ({ text: one, answers: { columns: { [one]: field, [other]: '-' } } });
      return [take(first, second), take(second, first)];
    }
    default:
      return [];
  }
}
