// Who is at work on the org: requests and Bulk jobs that began with it, so that it is never changed below them.

/** Counts work in progress. */
export class Activity {
  #count = 0;
  #waiting: (() => void)[] = [];

  /** Notes a piece of work; the function that comes back ends it and may be called once. */
  begin(): () => void {
    this.#count += 1;
    return () => {
      this.#count -= 1;
      if (this.#count > 0) return;
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const go of waiting) go();
    };
  }

  /** Resolves when nothing is at work; the caller then has this turn of the event loop to itself. */
  async idle(): Promise<void> {
    while (this.#count > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
