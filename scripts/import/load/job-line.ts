// Jobs one after another: while one is at the org, the next is being filled.

/**
 * Runs pieces of work in the order of submission, never two at once, so that rows of one account never meet in two jobs. `submit`
 * returns when the work before it has ended; a failure ends the line and is thrown by the next call.
 */
export class JobLine {
  #last: Promise<void> = Promise.resolve();
  #failure: { readonly error: unknown } | undefined;

  async submit(work: () => Promise<void>): Promise<void> {
    const before = this.#last;
    this.#last = before.then(async () => {
      if (this.#failure) return;
      try {
        await work();
      } catch (error) {
        this.#failure = { error };
      }
    });
    await before;
    this.check();
  }

  /** Throws the failure of an earlier piece of work, if there is one. */
  check(): void {
    if (this.#failure) throw this.#failure.error;
  }

  /** Waits for everything that was submitted, and throws its failure. */
  async finish(): Promise<void> {
    await this.settled();
    this.check();
  }

  /** Waits without judging. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
