// The failures of the import: what a steward is told besides trouble on the way to the org.
import { failuresOf, type CommandFailure, type FailureValues } from '../../org-connection/command-failure.ts';
import english from './failure-sentences.en.json' with { type: 'json' };
import dutch from './failure-sentences.nl.json' with { type: 'json' };

/** Name of a sentence: the code of the failure, behind a dot the case where one code has several. */
export type FailureSentence = keyof typeof english;

const failing = failuresOf<FailureSentence>({ en: english, nl: dutch });

const AGAIN = {
  en: 'Run the command again; rows that arrived are recognised and not doubled.',
  nl: 'Voer de opdracht opnieuw uit; rijen die zijn aangekomen worden herkend en niet verdubbeld.',
} as const;
const RESUME = {
  en: 'Continue with npm run import -- resume {run}; nothing is lost and nothing is doubled.',
  nl: 'Ga verder met npm run import -- resume {run}; er gaat niets verloren en niets wordt verdubbeld.',
} as const;

/** How an import is tried again: `run` is the run that can be continued, if there is one. */
export function nextAttempt(language: 'en' | 'nl', run: string | undefined): string {
  return run === undefined ? AGAIN[language] : RESUME[language].replace('{run}', run);
}

/** A command line that cannot be carried out: exit code 2. */
export function usageFailure(sentence: FailureSentence & `USAGE.${string}`, values: FailureValues = {}): CommandFailure {
  return failing(sentence, 2, values);
}

/** Trouble with the org, its answers or this machine: exit code 3. */
export function orgFailure(
  sentence: Exclude<FailureSentence, `USAGE.${string}`>,
  values: FailureValues = {},
  cause?: unknown,
): CommandFailure {
  return failing(sentence, 3, values, cause);
}

/** The user, or the system, asked the command to stop. */
export function interrupted(): CommandFailure {
  return orgFailure('INTERRUPTED');
}
