// A command that ends before or during its work: what happened, and what to do next, in the language of the steward.
import english from './failure-sentences.en.json' with { type: 'json' };
import dutch from './failure-sentences.nl.json' with { type: 'json' };

/** 2 = wrong usage or a refused file, 3 = the org, the network or this machine. */
export type FailureExitCode = 2 | 3;

/** Name of a sentence: the code of the failure, behind a dot the case where one code has several. */
export type FailureSentence = keyof typeof english;

export type FailureValues = Readonly<Record<string, string | number>>;

/** `message` is one sentence that says what happened and where; `action` is the next step, a command where one exists. */
export interface FailureWords {
  readonly message: string;
  readonly action: string;
}

type Catalogue = Readonly<Record<FailureSentence, FailureWords>>;
const CATALOGUES: Readonly<Record<'en' | 'nl', Catalogue>> = { en: english, nl: dutch };

const AGAIN = {
  en: 'Run the command again; rows that arrived are recognised and not doubled.',
  nl: 'Voer de opdracht opnieuw uit; rijen die zijn aangekomen worden herkend en niet verdubbeld.',
} as const;
const RESUME = {
  en: 'Continue with npm run import -- resume {run}; nothing is lost and nothing is doubled.',
  nl: 'Ga verder met npm run import -- resume {run}; er gaat niets verloren en niets wordt verdubbeld.',
} as const;

/** Its words are told by `words`; `message` holds the English ones. */
export class ImportFailure extends Error {
  readonly code: string;
  readonly exitCode: FailureExitCode;
  readonly #words: (language: 'en' | 'nl', run: string | undefined) => FailureWords;

  constructor(
    code: string,
    exitCode: FailureExitCode,
    words: (language: 'en' | 'nl', run: string | undefined) => FailureWords,
    cause?: unknown,
  ) {
    super(words('en', undefined).message, cause === undefined ? undefined : { cause });
    this.name = 'ImportFailure';
    this.code = code;
    this.exitCode = exitCode;
    this.#words = words;
  }

  /** The next step, in English. */
  get action(): string {
    return this.words('en').action;
  }

  /** What happened and what to do; `run` is the run that can be continued, if there is one. */
  words(language: 'en' | 'nl', run?: string): FailureWords {
    return this.#words(language, run);
  }
}

/** A command line that cannot be carried out: exit code 2. */
export function usageFailure(sentence: FailureSentence & `USAGE.${string}`, values: FailureValues = {}): ImportFailure {
  return told(sentence, 2, values);
}

/** Trouble with the org, the network or this machine: exit code 3. A value `target` also fills `{org}` and `{Org}` with the org's name. */
export function orgFailure(sentence: FailureSentence, values: FailureValues = {}, cause?: unknown): ImportFailure {
  return told(sentence, 3, values, cause);
}

/** The user, or the system, asked the command to stop. */
export function interrupted(): ImportFailure {
  return orgFailure('INTERRUPTED');
}

function told(sentence: FailureSentence, exitCode: FailureExitCode, values: FailureValues, cause?: unknown): ImportFailure {
  const words = (language: 'en' | 'nl', run: string | undefined): FailureWords => {
    const again = run === undefined ? AGAIN[language] : RESUME[language].replace('{run}', run);
    const all: FailureValues = { again, ...orgNames(values['target'], language), ...values };
    const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(all[name] ?? whole));
    const { message, action } = CATALOGUES[language][sentence];
    return { message: fill(message), action: fill(action) };
  };
  return new ImportFailure(sentence.split('.')[0] ?? sentence, exitCode, words, cause);
}

function orgNames(target: string | number | undefined, language: 'en' | 'nl'): FailureValues {
  if (target === undefined) return {};
  const [article, local] = language === 'nl' ? ['de', 'de lokale org'] : ['the', 'the local org'];
  const name = target === 'local' ? local : `${article} org ${target}`;
  return { org: name, Org: name.charAt(0).toUpperCase() + name.slice(1) };
}
