// Where a command says what it does and what came of it: to a person, to a log, as one document, or not at all.
import type { ProgressSink } from '../plan/import-outcome.ts';
import type { Language } from '../plan/import-plan.ts';
import { progressOn, SILENT_PROGRESS } from './progress.ts';
import type { ReportDocument } from './report-document.ts';
import { reportSentence } from './report-sentences.ts';
import { numberIn } from '../source/messages.ts';

export interface Output {
  readonly progress: ProgressSink;
  /** A remark on the way; `event` names it in logs. */
  tell(event: string, sentence: string): void;
  /** What came of the command: its document, and its text for a person. */
  done(document: object, text: string): void;
  failed(document: ReportDocument): void;
  end(): void;
}

interface Streams {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WriteStream;
  readonly clock: () => number;
  readonly now: () => Date;
}

interface Manner {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly logJson: boolean;
  readonly language: Language;
}

/** `--json`: one document on stdout. `--log-json`: a line of JSON per event on stderr. `--quiet`: only failures. Otherwise text. */
export function outputOn(streams: Streams, manner: Manner): Output {
  const { stdout, stderr } = streams;
  const log = manner.logJson ? logOn(streams) : undefined;
  const progress = log?.progress ?? progressFor(streams, manner);
  return {
    progress,
    tell(event, sentence) {
      if (log) log.write('info', event, { message: sentence });
      else if (!manner.quiet) stderr.write(`${sentence}\n`);
    },
    done(document, text) {
      progress.end();
      log?.write('info', 'done', withoutSamples(document));
      if (manner.json) stdout.write(`${JSON.stringify(document)}\n`);
      else if (!log && !manner.quiet) stdout.write(text);
    },
    failed(document) {
      progress.end();
      const { message = '', action = '' } = document.error ?? {};
      log?.write('error', 'failed', withoutSamples(document));
      if (manner.json) stdout.write(`${JSON.stringify(document)}\n`);
      else if (!log) stderr.write(`${message}${action === '' ? '' : ` ${action}`}\n`);
    },
    end: () => progress.end(),
  };
}

/** Notices that show cells of the file: names of businesses have no place in a log. */
const SHOW_CELLS: ReadonlySet<string> = new Set(['ENCODING_TAKEN', 'MOJIBAKE']);

function withoutSamples(document: object): object {
  const { warnings } = document as Partial<ReportDocument>;
  if (warnings === undefined) return document;
  return { ...document, warnings: warnings.map((warning) => (SHOW_CELLS.has(warning.code) ? { code: warning.code } : warning)) };
}

function progressFor({ stderr, clock }: Streams, { json, quiet, language }: Manner): ProgressSink {
  if (quiet || (json && !stderr.isTTY)) return SILENT_PROGRESS;
  const say = reportSentence(language);
  return progressOn({ stream: stderr, name: (phase) => say(`phase-${phase}`), number: numberIn(language), clock });
}

const SECONDS_BETWEEN_LINES = 10;

function logOn({ stderr, now, clock }: Streams) {
  const write = (level: 'info' | 'error', event: string, detail: object): void => {
    stderr.write(`${JSON.stringify({ at: now().toISOString(), level, event, ...detail })}\n`);
  };
  let told = -Infinity;
  const progress: ProgressSink = {
    phase: (name) => write('info', 'phase', { phase: name }),
    rows(done, total) {
      if (clock() - told < SECONDS_BETWEEN_LINES * 1_000) return;
      told = clock();
      write('info', 'rows', { done, total });
    },
    end: () => undefined,
  };
  return { write, progress };
}
