// What went wrong, as a failure with words, whatever it was.
import { asFailure } from '../../org-connection/org-failures.ts';
import type { FailureExitCode, FailureWords } from '../../org-connection/command-failure.ts';
import { nextAttempt } from '../plan/import-failure.ts';
import type { Language } from '../plan/import-plan.ts';
import { reportSentence } from '../report/report-sentences.ts';
import { ImportRefusal } from '../source/refusal.ts';
import type { Known } from './command.ts';

export interface ToldFailure extends FailureWords {
  readonly code: string;
  readonly exitCode: FailureExitCode;
}

/** A refused file keeps its own words; everything else is told as trouble with the org that was addressed. */
export function failureIn(cause: unknown, { access, resumable }: Known, language: Language): ToldFailure {
  if (cause instanceof ImportRefusal) {
    const { code, message, action, exitCode } = cause;
    const undo = resumable === undefined ? '' : ` ${reportSentence(language)('undo-arrived', { run: resumable })}`;
    return { code, message, action: action + undo, exitCode: exitCode === 3 ? 3 : 2 };
  }
  const failure = asFailure(cause, access ?? { target: '', instanceUrl: '', loginCommand: '' });
  return { code: failure.code, exitCode: failure.exitCode, ...failure.words(language, nextAttempt(language, resumable)) };
}
