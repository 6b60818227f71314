// Which verdicts the evidence of a file will change. The flows of the org decide; what a refusal does is certain, what a consent allows is theirs to say.
import type { StatementChannel } from '../../transform/consent/statements.ts';
import { noteWord } from './known-consent.ts';
import type { KnownConsent, LastWords } from './known-consent.ts';

const CHANNELS: readonly StatementChannel[] = ['Phone', 'Email', 'Post'];
const EVERY: StatementChannel = 'Every Channel';
const [MAY, MAY_NOT] = ['May', 'May Not'] as const;

export interface Forecast {
  /** Verdicts that become "may not". */
  readonly refused: number;
  /** Verdicts that may become "may". */
  readonly allowed: number;
}

export class VerdictForecast {
  readonly #known: KnownConsent;
  readonly #words: Map<string, LastWords>;
  readonly #contacts = new Set<string>();
  readonly #consented = new Set<string>();

  constructor(known: KnownConsent) {
    this.#known = known;
    this.#words = new Map(known.words);
  }

  /** `at` is from when it counts. */
  add(said: { readonly contact: string; readonly channel: StatementChannel; readonly state: string; readonly at: string }): void {
    this.#contacts.add(said.contact);
    if (said.state === 'Given') this.#consented.add(`${said.contact}|${said.channel}`);
    noteWord(this.#words, said);
  }

  /** Contacts that something was said about. */
  get contacts(): ReadonlySet<string> {
    return this.#contacts;
  }

  forecast(): Forecast {
    let [refused, allowed] = [0, 0];
    for (const contact of this.#contacts) {
      for (const channel of CHANNELS) {
        const key = `${contact}|${channel}`;
        const verdict = this.#known.verdicts.get(key);
        // a contact without a verdict gets one at night
        if (verdict === undefined) continue;
        const { given, refused: own } = this.#words.get(key) ?? {};
        const no = later(own, this.#words.get(`${contact}|${EVERY}`)?.refused);
        const isRefused = no !== undefined && (given === undefined || Date.parse(given) <= Date.parse(no));
        if (isRefused && verdict !== MAY_NOT) refused += 1;
        if (!isRefused && verdict !== MAY && this.#consented.has(key)) allowed += 1;
      }
    }
    return { refused, allowed };
  }
}

function later(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Date.parse(one) < Date.parse(other) ? other : one;
}

/** What became of them. */
export function changedVerdicts(before: KnownConsent['verdicts'], after: KnownConsent['verdicts']): Forecast & { readonly other: number } {
  let [refused, allowed, other] = [0, 0, 0];
  for (const [key, verdict] of after) {
    if (before.get(key) === verdict) continue;
    if (verdict === MAY_NOT) refused += 1;
    else if (verdict === MAY) allowed += 1;
    else other += 1;
  }
  return { refused, allowed, other };
}
