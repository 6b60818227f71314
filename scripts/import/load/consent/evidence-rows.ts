// Evidence as it is sent: a line for each statement and contact, under an external id that tells who said what, and when.
import type { CivilDate } from '../../../platform/civil-date.ts';
import { csvText } from '../../transform/cell.ts';
import { isRefusal } from '../../transform/consent/statements.ts';
import type { Statement } from '../../transform/consent/statements.ts';
import { endOfDay, instantAt } from '../../transform/values/said-moment.ts';
import type { SaidRow } from './said-rows.ts';

export const EVIDENCE = 'Consent_Evidence__c';

/** In the order in which they are written. */
export const EVIDENCE_COLUMNS = [
  ...['Contact__c', 'Channel__c', 'State__c', 'Captured_At__c', 'Double_Opt_In_At__c', 'Effective_Until_At__c'],
  ...['Wording__c', 'Source__c', 'Proof_Reference__c', 'Purpose__c', 'Import_Run__r.External_Id__c', 'External_Id__c'],
] as const;

/** What all evidence of a run has in common. */
export interface EvidenceOrigin {
  /** Who supplied the file: where a refusal comes from when the row does not say. */
  readonly source: string;
  readonly obtainedOn: CivilDate;
  readonly runId: string;
  /** Nobody said anything later than this. */
  readonly startedAt: Date;
}

/** Channel, contact, moment and state: the same statement has the same id in whatever file it comes. In lower case, as the org compares it. */
export function evidenceId(contact: string, { channel, state, said }: Statement, { obtainedOn }: EvidenceOrigin): string {
  // a statement without a moment was made when the file was obtained, at the latest
  return [channel, contact, said === '' ? `by ${obtainedOn}` : said, state].join('|').toLowerCase();
}

/** One line with its line ending. */
export function evidenceLine(contact: string, statement: Statement, { texts }: SaidRow, origin: EvidenceOrigin): Buffer {
  const isNo = isRefusal(statement.state);
  const captured = capturedAt(statement, origin.startedAt);
  const cells = [
    ...[contact, statement.channel, statement.state, captured],
    ...(isNo ? ['', ''] : [confirmedAt(texts.confirmedOn, captured), texts.validUntil === '' ? '' : endOf(texts.validUntil)]),
    ...[texts.wording, texts.capturedWhere === '' && isNo ? origin.source : texts.capturedWhere],
    ...[texts.proofReference, texts.purpose, origin.runId, evidenceId(contact, statement, origin)],
  ];
  return Buffer.from(`${cells.map(csvText).join(',')}\n`);
}

/** Of a day without a time, consent counts from its beginning and a refusal to its end, so that a refusal of the same day prevails. */
export function capturedAt({ state, said }: Statement, startedAt: Date): string {
  if (said === '' || said.includes('T')) return said;
  if (!isRefusal(state)) return instantAt(said, 0);
  const [end, now] = [endOfDay(said), `${startedAt.toISOString().slice(0, 19)}Z`];
  return end < now ? end : now;
}

/** A confirmation of the same day came later. */
function confirmedAt(confirmed: string, captured: string): string {
  const at = confirmed === '' || confirmed.includes('T') ? confirmed : instantAt(confirmed, 0);
  return at !== '' && at < captured ? captured : at;
}

function endOf(day: string): string {
  return day.includes('T') ? day : endOfDay(day);
}
