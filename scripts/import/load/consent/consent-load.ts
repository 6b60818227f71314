// The rows of a file of consent: given to their contacts, sent as evidence, and accounted for.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { OrgSession } from '../../../org-connection/org-session.ts';
import type { Notice, RejectSink } from '../../plan/import-outcome.ts';
import { columnOf } from '../../source/inspection.ts';
import type { TransformedBatch } from '../../transform/batch.ts';
import { isRefusal } from '../../transform/consent/statements.ts';
import type { Statement } from '../../transform/consent/statements.ts';
import { PassingMemory } from '../job-memory.ts';
import type { LoadContext } from '../load-context.ts';
import type { LoadKind, LoadWork, RowLoad } from '../load-kind.ts';
import { describeRowError } from '../row-error.ts';
import type { RowError } from '../row-error.ts';
import { RowLog } from '../row-log.ts';
import type { SentRows } from '../row-matcher.ts';
import { rowSentence } from '../row-sentences.ts';
import { RowTable } from '../row-table.ts';
import type { RunTally } from '../run-tally.ts';
import { USUAL_PATIENCE } from '../sender.ts';
import { CONTACT_REVIEW_FILE, ContactsReview, personKey } from './contacts-review.ts';
import { EvidenceSender } from './evidence-sender.ts';
import { ContactFinder } from './find-contacts.ts';
import type { Finding } from './find-contacts.ts';
import { readVerdicts } from './known-consent.ts';
import type { OrgContact } from './org-contacts.ts';
import { prepareConsent } from './prepare-consent.ts';
import type { PreparedConsent } from './prepare-consent.ts';
import { EvidenceOfRows } from './row-evidence.ts';
import type { RowEvidence } from './row-evidence.ts';
import { saidRows } from './said-rows.ts';
import type { Place, SaidRow } from './said-rows.ts';
import { changedVerdicts } from './verdict-forecast.ts';

export const loadConsent: LoadKind = async (context, run) => {
  const prepared = await prepareConsent(context, run);
  return {
    ...prepared,
    comparedWithOrg: prepared.people !== undefined,
    open: (work) => Promise.resolve(new ConsentLoad(context, prepared, work)),
  };
};

/** The org has that statement already: somebody else loaded it meanwhile. */
const SAID_BEFORE = 'DUPLICATE_VALUE';
const NOTHING: RowEvidence = { lines: [], known: 0, repeated: 0 };

class ConsentLoad implements RowLoad {
  readonly #context: LoadContext;
  readonly #prepared: PreparedConsent;
  readonly #tally: RunTally;
  readonly #rejects: RejectSink;
  /** Absent without an org, as the finder. */
  readonly #evidence: EvidenceOfRows | undefined;
  readonly #finder: ContactFinder | undefined;
  readonly #contacts: ReadonlyMap<string, OrgContact>;
  readonly #review = new ContactsReview();
  readonly #sent: SentRows;
  /** Absent in a check. */
  readonly #sender: EvidenceSender | undefined;
  /** Lines whose rows are rejected, or counted otherwise since the org refused them. */
  readonly #refused = new Set<number>();

  constructor(context: LoadContext, prepared: PreparedConsent, { tally, rejects, workFolder }: LoadWork) {
    const { plan, inspection, org, runId } = context;
    const { people, settings, startedAt } = prepared;
    this.#context = context;
    this.#prepared = prepared;
    this.#tally = tally;
    this.#rejects = rejects;
    this.#finder = people && new ContactFinder(people.contacts);
    this.#contacts = new Map(people?.contacts.map((contact) => [contact.id, contact]));
    const log = new RowLog(join(workFolder, 'rows'));
    this.#sent = { table: new RowTable(inspection.rows, log), log };
    const origin = { source: settings.sourceName, obtainedOn: settings.obtainedOn, runId, startedAt };
    this.#evidence = people && new EvidenceOfRows(people.consent, origin, this.#sent);
    this.#sender = plan.command === 'load' && org ? this.#makeSender(org.session, workFolder) : undefined;
  }

  get jobs(): readonly string[] {
    return this.#sender?.jobs ?? [];
  }

  begin(): Promise<void> {
    return Promise.resolve();
  }

  async take(batch: TransformedBatch): Promise<void> {
    const tally = this.#tally;
    tally.read += batch.read;
    for (const [cause, count] of Object.entries(batch.skipped)) tally.skip(cause, count);
    for (const { code, count, lines } of batch.warnings) tally.warn(code, count, lines);
    for (const reject of batch.rejected) this.#rejects.add(reject);
    for (const row of saidRows(batch)) await this.#takeRow(row);
  }

  async #takeRow(row: SaidRow): Promise<void> {
    const findings = this.#finder && row.statements.map((statement) => this.#whose(row, statement));
    if (findings === undefined) {
      this.#tally.created += 1;
      return;
    }
    const { lines, known, repeated } = this.#evidence?.take(row, findings) ?? NOTHING;
    const doubtful = findings.find(({ kind }) => kind === 'doubtful');
    const isLost = doubtful !== undefined || findings.every(({ kind }) => kind === 'nobody');
    if (doubtful?.kind === 'doubtful') this.#review.note(row, doubtful.contacts);
    if (isLost) this.#reject(row.place, doubtful === undefined ? 'CONTACT_NOT_FOUND' : 'CONTACT_DOUBTFUL', lines.length + known);
    if (isLost) this.#refused.add(row.place.line);
    if (lines.length > 0) await this.#sender?.send(lines, !isLost);
    if (isLost) return;
    if (lines.length > 0 && this.#sender === undefined) this.#tally.created += 1;
    else if (lines.length === 0 && known > 0) this.#tally.unchanged += 1;
    else if (lines.length === 0 && repeated > 0) this.#tally.skip('duplicate', 1);
  }

  /** What a person decided goes before what the addresses tell. */
  #whose({ person }: SaidRow, statement: Statement): Finding {
    const found = this.#finder?.find(person, statement) ?? { kind: 'nobody' };
    const ids = this.#prepared.people?.decisions.get(personKey(person));
    if (ids === undefined) return found;
    const decided = [...ids].flatMap((id) => this.#contacts.get(id) ?? []);
    const also = isRefusal(statement.state) && found.kind === 'found' ? found.contacts : [];
    return decided.length === 0 ? found : { kind: 'found', contacts: [...new Set([...decided, ...also])] };
  }

  #reject(place: Place, code: 'CONTACT_NOT_FOUND' | 'CONTACT_DOUBTFUL', taken: number): void {
    const { plan, inspection } = this.#context;
    const column = columnOf(inspection, 'email') ?? columnOf(inspection, 'phone') ?? columnOf(inspection, 'kvkNumber');
    const words = rowSentence(plan.language, taken > 0 && code === 'CONTACT_DOUBTFUL' ? 'CONTACT_DOUBTFUL_IN_PART' : code);
    this.#rejects.add({ ...place, column: column?.header ?? '', code, ...words });
  }

  async finish(): Promise<void> {
    await this.#sender?.finish();
  }

  async review(): Promise<readonly Notice[]> {
    const { sentence, runFolder, contactReviewFile, plan, org } = this.#context;
    const counted = (code: string, count: number, values: Readonly<Record<string, string | number>> = {}): readonly Notice[] =>
      count > 0 ? [{ code, message: sentence(code, { count, ...values }), count }] : [];
    if (org === undefined) return [];
    const { wide } = this.#evidence ?? { wide: { count: 0, lines: [] } };
    const people = this.#review.write(join(runFolder, CONTACT_REVIEW_FILE));
    return [
      ...counted('REFUSAL_OF_SEVERAL', wide.count).map((notice) => ({ ...notice, lines: wide.lines })),
      ...counted('CONTACT_REVIEW', people, { path: contactReviewFile ?? CONTACT_REVIEW_FILE }),
      ...(plan.command === 'load' ? await this.#changed(org.session, counted) : this.#foreseen(counted)),
    ];
  }

  #foreseen(counted: (code: string, count: number) => readonly Notice[]): readonly Notice[] {
    const { refused, allowed } = this.#evidence?.forecast.forecast() ?? { refused: 0, allowed: 0 };
    return [...counted('VERDICTS_WOULD_REFUSE', refused), ...counted('VERDICTS_MAY_ALLOW', allowed)];
  }

  async #changed(session: OrgSession, counted: (code: string, count: number) => readonly Notice[]): Promise<readonly Notice[]> {
    const { people } = this.#prepared;
    if (people === undefined || this.#evidence === undefined) return [];
    const after = await readVerdicts(session, this.#context.pace, this.#evidence.forecast.contacts);
    const { refused, allowed, other } = changedVerdicts(people.consent.verdicts, after);
    return [...counted('VERDICTS_REFUSE', refused), ...counted('VERDICTS_ALLOW', allowed), ...counted('VERDICTS_OTHER', other)];
  }

  conclude(): Promise<void> {
    return Promise.resolve();
  }

  async abandon(): Promise<void> {
    await this.#sender?.abandon();
  }

  close(): void {
    this.#sent.log.close();
  }

  #makeSender(session: OrgSession, workFolder: string): EvidenceSender {
    const { plan, journal, pace, runFolder, patience } = this.#context;
    const resultsFolder = journal ? join(runFolder, 'results') : workFolder;
    const successesFolder = plan.successes ? join(runFolder, 'successes') : undefined;
    for (const folder of [resultsFolder, successesFolder]) if (folder !== undefined) mkdirSync(folder, { recursive: true, mode: 0o700 });
    return new EvidenceSender({
      jobs: {
        ...{ session, pace, memory: journal ?? new PassingMemory(), resultsFolder, patience: patience ?? USUAL_PATIENCE },
        ...(successesFolder !== undefined && { successesFolder }),
      },
      folder: workFolder,
      ...(plan.jobBytes !== undefined && { jobBytes: plan.jobBytes }),
      sent: this.#sent,
      taken: (rows) => (this.#tally.created += rows),
      refused: (place, error) => this.#refuse(place, error),
    });
  }

  /** A row is refused once, whatever number of its statements the org does not take. */
  #refuse({ line, offset, length }: Place, error: RowError): void {
    if (this.#refused.has(line)) return;
    this.#refused.add(line);
    this.#tally.created -= 1;
    const { inspection, plan } = this.#context;
    if (error.code === SAID_BEFORE) this.#tally.unchanged += 1;
    else this.#rejects.add({ line, offset, length, ...describeRowError(error, inspection.columns, plan.language) });
  }
}
