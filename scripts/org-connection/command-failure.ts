// A command that ends before or during its work: what happened, and what to do next, in the language of whoever gave it.

/** 2 = wrong usage or a refused file, 3 = the org, the network or this machine. */
export type FailureExitCode = 2 | 3;

export type FailureValues = Readonly<Record<string, string | number>>;

/** `message` is one sentence that says what happened and where; `action` is the next step, a command where one exists. */
export interface FailureWords {
  readonly message: string;
  readonly action: string;
}

type Language = 'en' | 'nl';

/** `again`: the sentence that stands for `{again}`; by default it asks to run the command again. */
type Telling = (language: Language, again?: string) => FailureWords;

const AGAIN = { en: 'Run the command again.', nl: 'Voer de opdracht opnieuw uit.' } as const;

/** Its words are told by `words`; `message` holds the English ones. */
export class CommandFailure extends Error {
  readonly code: string;
  readonly exitCode: FailureExitCode;
  readonly words: Telling;

  constructor(code: string, exitCode: FailureExitCode, words: Telling, cause?: unknown) {
    super(words('en').message, cause === undefined ? undefined : { cause });
    this.name = 'CommandFailure';
    this.code = code;
    this.exitCode = exitCode;
    this.words = words;
  }

  /** The next step, in English. */
  get action(): string {
    return this.words('en').action;
  }
}

/** Makes a failure of one sentence. A value `target` also fills `{org}` and `{Org}` with the org's name. */
export type Failing<Sentence extends string> = (
  sentence: Sentence,
  exitCode: FailureExitCode,
  values?: FailureValues,
  cause?: unknown,
) => CommandFailure;

/** Failures out of a catalogue of sentences by name: the code of the failure, behind a dot the case where one code has several. */
export function failuresOf<Sentence extends string>(
  catalogues: Readonly<Record<Language, Readonly<Record<Sentence, FailureWords>>>>,
): Failing<Sentence> {
  return (sentence, exitCode, values = {}, cause) => {
    const words: Telling = (language, again = AGAIN[language]) => {
      const all: FailureValues = { again, ...orgNames(values['target'], language), ...values };
      const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(all[name] ?? whole));
      const { message, action } = catalogues[language][sentence];
      return { message: fill(message), action: fill(action) };
    };
    return new CommandFailure(sentence.split('.')[0] ?? sentence, exitCode, words, cause);
  };
}

function orgNames(target: string | number | undefined, language: Language): FailureValues {
  if (target === undefined) return {};
  const [article, local] = language === 'nl' ? ['de', 'de lokale org'] : ['the', 'the local org'];
  const name = target === 'local' ? local : `${article} org ${target}`;
  return { org: name, Org: name.charAt(0).toUpperCase() + name.slice(1) };
}
