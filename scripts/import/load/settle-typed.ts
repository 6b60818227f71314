// What becomes of the rows that waited for contracts which a person typed without their number.
import type { RunJournal } from '../journal/run-journal.ts';
import type { RejectSink } from '../plan/import-outcome.ts';
import type { Language } from '../plan/import-plan.ts';
import { patchRecords } from './patched-records.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import type { Pace } from '../../org-connection/repeated.ts';
import { hasSentence, rowSentence } from './row-sentences.ts';
import type { RowSentenceCode } from './row-sentences.ts';
import type { RowMatcher } from './row-matcher.ts';
import type { RunTally } from './run-tally.ts';
import type { Sender } from './sender.ts';
import type { TypedContracts, WaitingRow } from './typed-contracts.ts';

export interface Settling {
  readonly typed: TypedContracts;
  readonly matcher: Pick<RowMatcher, 'claim'>;
  readonly tally: RunTally;
  readonly rejects: RejectSink;
  readonly language: Language;
  /** Absent in a check, which only counts. */
  readonly load:
    | {
        readonly session: OrgSession;
        readonly pace: Pace;
        readonly journal: RunJournal | undefined;
        readonly sender: Pick<Sender, 'addClaims'>;
      }
    | undefined;
}

/** Completes contracts, adds the claims to the sender's, rejects what a person has to tell; every row is counted. */
export async function settleTyped({ typed, matcher, tally, rejects, language, load }: Settling): Promise<void> {
  const { completed, contradicting, doubtful } = typed.settle();
  const reject = ({ line, offset, length }: WaitingRow, code: RowSentenceCode, values: Readonly<Record<string, string>>): void =>
    rejects.add({ line, offset, length, column: '', code, ...rowSentence(language, code, values) });
  const patches = [...completed, ...contradicting];
  const refused =
    load && patches.length > 0
      ? await patchRecords(
          load,
          patches.map(({ patch }) => patch),
          { allOrNone: false },
        )
      : undefined;
  for (const { patch, row } of completed) {
    const refusal = refused?.get(patch.id);
    if (refusal === undefined) tally.updated += 1;
    else reject(row, hasSentence(refusal.code) ? refusal.code : 'ORG_REFUSED', { ...refusal, field: '' });
  }
  const claims: Uint8Array[] = [];
  for (const { row } of contradicting) {
    const line = matcher.claim(row);
    if (line === 'known') tally.unchanged += 1;
    else if (line === 'repeated') tally.skip('duplicate', 1);
    else {
      claims.push(line);
      tally.keep('typed-by-hand', 1);
    }
  }
  if (load) load.sender.addClaims(claims);
  else tally.kept += claims.length;
  for (const { name, row } of doubtful) reject(row, 'CONTRACT_WITHOUT_NUMBER', { name });
}
