// Questions to the user on a terminal; lines that were typed (or pasted) ahead answer the questions that follow.
import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import { interrupted } from './plan/import-failure.ts';

/** Asks until `close`, which gives the keyboard back so that Ctrl-C interrupts the work again; asking afterwards opens it anew. */
export class TerminalQuestions {
  readonly #input: NodeJS.ReadableStream;
  readonly #output: NodeJS.WritableStream;
  readonly #lines: string[] = [];
  #terminal: Interface | undefined;
  #answer: ((line: string | undefined) => void) | undefined;

  constructor(input: NodeJS.ReadableStream, output: NodeJS.WritableStream) {
    this.#input = input;
    this.#output = output;
  }

  /** The line typed as an answer. Rejects with an import failure on Ctrl-C, Ctrl-D and the end of the input. */
  async ask(question: string): Promise<string> {
    const terminal = (this.#terminal ??= this.#open());
    terminal.setPrompt(question);
    terminal.prompt();
    const line = this.#lines.shift() ?? (await new Promise<string | undefined>((resolve) => (this.#answer = resolve)));
    if (line === undefined) throw interrupted();
    return line;
  }

  close(): void {
    this.#terminal?.close();
    this.#terminal = undefined;
  }

  #open(): Interface {
    const terminal = createInterface({ input: this.#input, output: this.#output });
    const settle = (line: string | undefined): void => {
      const answer = this.#answer;
      this.#answer = undefined;
      if (answer) answer(line);
      else if (line !== undefined) this.#lines.push(line);
    };
    terminal.on('line', settle);
    terminal.on('SIGINT', () => terminal.close());
    terminal.on('close', () => settle(undefined));
    return terminal;
  }
}
