// Condition logic of flows: `and`, `or`, or numbers with AND, OR and NOT such as `1 AND (2 OR NOT 3)`.

/** Thrown for logic that cannot be read or names a condition that is not there; carries what is wrong. */
export class LogicError extends Error {}

type Test<T> = (subject: T) => boolean;

function all<T>(tests: readonly Test<T>[]): Test<T> {
  const [a, b, c, ...more] = tests;
  if (!a) return () => true;
  if (!b) return a;
  if (!c) return (subject) => a(subject) && b(subject);
  if (more.length === 0) return (subject) => a(subject) && b(subject) && c(subject);
  return (subject) => tests.every((test) => test(subject));
}

function any<T>(tests: readonly Test<T>[]): Test<T> {
  const [a, b, ...more] = tests;
  if (!a) return () => true;
  if (!b) return a;
  if (more.length === 0) return (subject) => a(subject) || b(subject);
  return (subject) => tests.some((test) => test(subject));
}

class LogicReader<T> {
  readonly #words: readonly string[];
  readonly #tests: readonly Test<T>[];
  #at = 0;

  constructor(logic: string, tests: readonly Test<T>[]) {
    this.#words = logic.toUpperCase().match(/\d+|AND|OR|NOT|[()]|\S/g) ?? [];
    this.#tests = tests;
  }

  whole(): Test<T> {
    const test = this.#either();
    if (this.#at < this.#words.length) throw new LogicError(`has logic with an unexpected ${this.#words[this.#at]}`);
    return test;
  }

  #take(word: string): boolean {
    if (this.#words[this.#at] !== word) return false;
    this.#at += 1;
    return true;
  }

  #either(): Test<T> {
    const tests = [this.#both()];
    while (this.#take('OR')) tests.push(this.#both());
    return any(tests);
  }

  #both(): Test<T> {
    const tests = [this.#one()];
    while (this.#take('AND')) tests.push(this.#one());
    return all(tests);
  }

  #one(): Test<T> {
    if (this.#take('NOT')) {
      const test = this.#one();
      return (subject) => !test(subject);
    }
    if (this.#take('(')) {
      const test = this.#either();
      if (!this.#take(')')) throw new LogicError('has logic with an open bracket');
      return test;
    }
    const word = this.#words[this.#at] ?? 'nothing';
    this.#at += 1;
    const test = /^\d+$/.test(word) ? this.#tests[Number(word) - 1] : undefined;
    if (!test) throw new LogicError(`has logic that asks for condition ${word}, which is not there`);
    return test;
  }
}

/** One test out of several, joined as a flow file says. No tests at all hold always. Throws LogicError. */
export function joinTests<T>(logic: string | undefined, tests: readonly Test<T>[]): Test<T> {
  const word = (logic ?? 'and').toLowerCase();
  if (word === 'and' || word === 'no_conditions' || word === 'formula_evaluates_to_true') return all(tests);
  if (word === 'or') return any(tests);
  return new LogicReader(word, tests).whole();
}
