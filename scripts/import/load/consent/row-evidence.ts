// What the rows of a file add to the evidence of the org: lines for what is new, counts for what was said before.
import { hash64 } from '../../plan/content-hash.ts';
import { isRefusal } from '../../transform/consent/statements.ts';
import type { Statement } from '../../transform/consent/statements.ts';
import type { SentRows } from '../row-matcher.ts';
import { capturedAt, evidenceId, evidenceLine } from './evidence-rows.ts';
import type { EvidenceOrigin } from './evidence-rows.ts';
import type { Finding } from './find-contacts.ts';
import type { KnownConsent } from './known-consent.ts';
import type { Place, SaidRow } from './said-rows.ts';
import { VerdictForecast } from './verdict-forecast.ts';

export interface RowEvidence {
  /** CSV lines of what is new. */
  readonly lines: readonly Buffer[];
  /** Statements that the org has. */
  readonly known: number;
  /** Statements that a row before makes. */
  readonly repeated: number;
}

const LINES_TOLD = 5;

export class EvidenceOfRows {
  readonly forecast: VerdictForecast;
  /** Refusals that count for several contacts, with the lines of the first. */
  readonly wide = { count: 0, lines: [] as number[] };
  readonly #known: KnownConsent;
  readonly #origin: EvidenceOrigin;
  readonly #sent: SentRows;

  /** `sent` gets the key of each new piece of evidence with the place of its row. */
  constructor(known: KnownConsent, origin: EvidenceOrigin, sent: SentRows) {
    this.forecast = new VerdictForecast(known);
    this.#known = known;
    this.#origin = origin;
    this.#sent = sent;
  }

  /** `findings` stand in the order of the row's statements. */
  take(row: SaidRow, findings: readonly Finding[]): RowEvidence {
    const lines: Buffer[] = [];
    let [known, repeated, isWide] = [0, 0, false];
    for (const [at, finding] of findings.entries()) {
      const statement = row.statements[at];
      if (statement === undefined || finding.kind !== 'found') continue;
      isWide ||= isRefusal(statement.state) && finding.contacts.length > 1;
      for (const { id } of finding.contacts) {
        const key = evidenceId(id, statement, this.#origin);
        if (this.#known.evidence.has(key)) known += 1;
        else if (!this.#isNew(key, row.place)) repeated += 1;
        else {
          lines.push(evidenceLine(id, statement, row, this.#origin));
          this.#foresee(id, statement, row);
        }
      }
    }
    if (isWide) this.#noteWide(row.place);
    return { lines, known, repeated };
  }

  #noteWide({ line }: Place): void {
    this.wide.count += 1;
    if (this.wide.lines.length < LINES_TOLD) this.wide.lines.push(line);
  }

  /** Notes a key with the place of its row; false when a row before has it. */
  #isNew(key: string, { line, offset, length }: Place): boolean {
    const words = new Uint32Array(2);
    const bytes = Buffer.from(key);
    hash64(bytes, 0, bytes.length, words, 0);
    const [low = 0, high = 0] = words;
    if (this.#sent.table.find(low, high) >= 0) return false;
    this.#sent.table.add(low, high);
    this.#sent.log.append(line, offset, length, 0, 0, low, high);
    return true;
  }

  #foresee(contact: string, statement: Statement, { texts }: SaidRow): void {
    const { channel, state, said } = statement;
    // the org takes a yes without its moment or its place for a claim
    const isProven = isRefusal(state) || (said !== '' && texts.capturedWhere !== '');
    const at = capturedAt(statement, this.#origin.startedAt) || this.#origin.startedAt.toISOString();
    this.forecast.add({ contact, channel, state: isProven ? state : 'Claimed', at });
  }
}
