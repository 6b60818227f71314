// Everything that a load of consent knows before its first row: that it can succeed, and what the org knows of the people of the file.
import type { CivilDate } from '../../../platform/civil-date.ts';
import type { OrgSession } from '../../../org-connection/org-session.ts';
import { orgFailure } from '../../plan/import-failure.ts';
import type { Notice, RunIdentity } from '../../plan/import-outcome.ts';
import type { TransformSettings } from '../../transform/settings.ts';
import { askBeforeLoad } from '../before-load.ts';
import type { LoadContext } from '../load-context.ts';
import { requireObjects, RUN_NEEDS } from '../pre-flight.ts';
import type { ObjectNeeds } from '../pre-flight.ts';
import { readContactDecisions } from './contacts-review.ts';
import { readPeople, writePeople } from './contacts-snapshot.ts';
import type { PeopleOfFile } from './contacts-snapshot.ts';
import { EVIDENCE, EVIDENCE_COLUMNS } from './evidence-rows.ts';
import { readEvidence, readVerdicts, VERDICT } from './known-consent.ts';
import { readContacts, WantedPeople } from './org-contacts.ts';
import { saidRows } from './said-rows.ts';

export interface PreparedConsent {
  readonly settings: TransformSettings;
  readonly notices: readonly Notice[];
  readonly startedAt: Date;
  readonly timesResumed: number;
  /** Absent without an org. */
  readonly people?: PeopleOfFile;
}

/** The same, as the journal keeps it. */
interface KeptPreparation {
  readonly notices: readonly Notice[];
  readonly startedAt: string;
  readonly timesResumed: number;
  readonly today: CivilDate;
}

const PREPARED = 'prepared';
const NEEDS: readonly ObjectNeeds[] = [
  { object: 'Contact', read: ['Name', 'Email', 'Phone'] },
  { object: 'Account', read: ['Name', 'KvK_Number__c'] },
  { object: EVIDENCE, read: ['Effective_At__c'], write: EVIDENCE_COLUMNS },
  { object: VERDICT, read: ['Contact__c', 'Channel__c', 'Verdict__c'] },
];

/** Asks the org, or the journal when the load is continued. Throws an import failure that names what is missing. */
export async function prepareConsent(context: LoadContext, run: RunIdentity): Promise<PreparedConsent> {
  const { journal, org, runFolder } = context;
  const kept = journal?.read(PREPARED) as KeptPreparation | undefined;
  if (kept === undefined || journal === undefined || org === undefined) return prepareAnew(context, run);
  await requireConsent(org.session);
  const timesResumed = kept.timesResumed + 1;
  journal.write(PREPARED, { ...kept, timesResumed });
  const settings = settingsOf(context, run, kept.today);
  return { settings, timesResumed, notices: kept.notices, startedAt: new Date(kept.startedAt), people: readPeople(runFolder) };
}

async function prepareAnew(context: LoadContext, run: RunIdentity): Promise<PreparedConsent> {
  const { org, journal, pace, plan, progress, runFolder, sentence, today } = context;
  const startedAt = context.now();
  const settings = settingsOf(context, run, today);
  const begun = { settings, startedAt, timesResumed: 0 };
  if (org === undefined) return { ...begun, notices: [{ code: 'NOT_COMPARED', message: sentence('NOT_COMPARED.consent', {}) }] };
  progress.phase('match');
  await requireConsent(org.session);
  const notices = await askBeforeLoad(context, org.session, run, startedAt);
  const decisions = plan.decisions === undefined ? new Map<string, ReadonlySet<string>>() : await readContactDecisions(plan.decisions);
  const wanted = await wantedPeople(context, settings);
  for (const ids of decisions.values()) for (const id of ids) wanted.ids.add(id);
  const contacts = await readContacts(org.session, pace, wanted);
  const ids = new Set(contacts.map(({ id }) => id));
  const said = await readEvidence(org.session, pace, ids);
  const people: PeopleOfFile = { contacts, decisions, consent: { ...said, verdicts: await readVerdicts(org.session, pace, ids) } };
  if (journal) {
    writePeople(runFolder, people);
    journal.write(PREPARED, { notices, startedAt: startedAt.toISOString(), timesResumed: 0, today } satisfies KeptPreparation);
  }
  return { ...begun, notices, people };
}

/** The package of consent is one that an org may do without. */
async function requireConsent(session: OrgSession): Promise<void> {
  const { target, username } = session.access;
  if ((await session.fields(EVIDENCE)) === undefined) {
    throw orgFailure(target === 'local' ? 'CONSENT_MISSING.local' : 'CONSENT_MISSING', { target, username, object: EVIDENCE });
  }
  await requireObjects(session, RUN_NEEDS);
  await requireObjects(session, NEEDS, 'SME_Consent_Steward');
}

/** A pass of its own over the file: of the org's contacts only those are kept whom it may be about. */
async function wantedPeople({ inspection, transform, signal }: LoadContext, settings: TransformSettings): Promise<WantedPeople> {
  const wanted = new WantedPeople();
  for await (const batch of transform(inspection, settings)) {
    for (const { person } of saidRows(batch)) wanted.add(person);
    signal?.throwIfAborted();
  }
  return wanted;
}

function settingsOf({ plan }: LoadContext, run: RunIdentity, today: CivilDate): TransformSettings {
  return {
    ...{ providerKeys: new Map(), accountsMode: 'match', language: plan.language, today, importRunExternalId: run.id },
    sourceName: plan.provenance.source ?? '',
    obtainedOn: plan.provenance.obtainedOn ?? today,
  };
}
