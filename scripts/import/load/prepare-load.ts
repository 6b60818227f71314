// Everything that a load knows before its first row: that it can succeed, what the org holds, how the org names the providers.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { CivilDate } from '../../platform/civil-date.ts';
import type { RunJournal } from '../journal/run-journal.ts';
import { hash64 } from '../plan/content-hash.ts';
import { usageFailure } from '../plan/import-failure.ts';
import type { Notice, RunIdentity } from '../plan/import-outcome.ts';
import type { ImportPlan } from '../plan/import-plan.ts';
import type { SourceInspection, Spelling } from '../source/inspection.ts';
import { accountColumns, contractColumns, NEW_ACCOUNT_STAGE } from '../transform/load-columns.ts';
import type { ProviderKey, TransformSettings } from '../transform/settings.ts';
import { keptKnowledge, knowledgeOf, learnAccounts, NO_DECISIONS, NO_KNOWLEDGE } from './account-knowledge.ts';
import type { AccountKnowledge, KeptKnowledge } from './account-knowledge.ts';
import { completeAccounts, completions, readDecisions } from './account-decisions.ts';
import { typedContracts } from './adopt-contracts.ts';
import { said } from './contract-index.ts';
import type { ContractIndex, Said } from './contract-index.ts';
import { askBeforeLoad } from './before-load.ts';
import { startRun } from './import-run.ts';
import { readLaterWrites } from './later-writes.ts';
import type { LaterWrites } from './later-writes.ts';
import type { LoadContext } from './load-context.ts';
import { OldValues } from './old-values.ts';
import { oldColumns, readOrgContent } from './org-content.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import { readSnapshot, SNAPSHOT, writeSnapshot } from './org-snapshot.ts';
import { CONTRACT_NEEDS, requireObjects, requireStage, RUN_NEEDS } from './pre-flight.ts';
import { patchesOf, patchRecords } from './patched-records.ts';
import { askedProviders, providerNotices, resolveProviders } from './providers.ts';
import type { ResolvedProviders } from './providers.ts';
import type { OrgContent } from './row-matcher.ts';
import type { TypedContract } from './typed-contracts.ts';

export interface Prepared {
  readonly settings: TransformSettings;
  /** Absent without an org. */
  readonly content: OrgContent | undefined;
  readonly unknownProviders: readonly Spelling[];
  readonly notices: readonly Notice[];
  readonly startedAt: Date;
  readonly timesResumed: number;
  readonly accounts: AccountKnowledge;
  readonly unnumbered: readonly TypedContract[];
  /** Present when the run goes on. */
  readonly later?: LaterWrites;
}

/** The same, as the journal keeps it. */
interface KeptPreparation {
  readonly providers: readonly (readonly [string, ProviderKey])[];
  readonly unknownProviders: readonly Spelling[];
  readonly notices: readonly Notice[];
  readonly startedAt: string;
  readonly timesResumed: number;
  readonly today: CivilDate;
  readonly accounts: KeptKnowledge;
  readonly unnumbered: readonly TypedContract[];
  /** Typed while the run lay still. */
  readonly typedLater?: readonly TypedContract[];
}

/** No market has so many: the column holds something else. */
const MOST_NEW_PROVIDERS = 1_000;
const PREPARED = 'prepared';
/** In a check the main thread has little to do besides, so that every processor may transform; small files are not worth it. */
const FEW_BLOCKS = 32;

/** Asks the org, or the journal when the load is continued. Throws an import failure that names what is missing. */
export async function prepareLoad(context: LoadContext, run: RunIdentity): Promise<Prepared> {
  const { journal, org } = context;
  const kept = journal?.read(PREPARED) as KeptPreparation | undefined;
  if (kept === undefined || journal === undefined || org === undefined) return prepareAnew(context, run);
  await requireObjects(org.session, needs(context.plan, context.inspection));
  const timesResumed = kept.timesResumed + 1;
  journal.write(PREPARED, { ...kept, timesResumed });
  const { notices, unknownProviders, unnumbered } = kept;
  const accounts = knowledgeOf(kept.accounts);
  const startedAt = new Date(kept.startedAt);
  const content = readSnapshot(join(context.runFolder, SNAPSHOT));
  const written = await readLaterWrites(org.session, context.pace, { runId: run.id, startedAt, before: content.contracts });
  const later = { ...written, typed: await typedLater(context, { session: org.session, journal, kept, contracts: written.contracts }) };
  return {
    ...{ notices, unknownProviders, unnumbered, accounts, timesResumed, startedAt, content, later },
    settings: settingsOf(context, run, { keys: new Map(kept.providers), accounts, today: kept.today }),
  };
}

/**
 * What people typed while the run lay still gets the external ids under which the file speaks of it, and counts as written meanwhile
 * (`contracts`). Returns the contracts without number, of this pause and of earlier ones.
 */
async function typedLater(
  { inspection, pace }: LoadContext,
  { session, journal, kept, contracts }: { session: OrgSession; journal: RunJournal; kept: KeptPreparation; contracts: ContractIndex },
): Promise<readonly TypedContract[]> {
  const typed = await typedContracts(session, pace, contractColumns(inspection));
  const patched = new Set(patchesOf(journal).map(({ id }) => id));
  const adopted = typed.adopted.filter(({ id }) => !patched.has(id));
  const refused = await patchRecords({ session, journal, pace }, adopted, { allOrNone: false });
  for (const { id, after } of adopted) if (!refused.has(id)) noteWritten(contracts, String(after['External_Id__c']), 0);
  const known = new Set([...kept.unnumbered, ...(kept.typedLater ?? [])].map(({ id }) => id));
  const all = [...(kept.typedLater ?? []), ...typed.unnumbered.filter(({ id }) => !known.has(id))];
  journal.write(PREPARED, { ...kept, timesResumed: kept.timesResumed + 1, typedLater: all } satisfies KeptPreparation);
  return all;
}

async function prepareAnew(context: LoadContext, run: RunIdentity): Promise<Prepared> {
  const { plan, inspection, org, journal, sentence } = context;
  const notices: Notice[] = [];
  const startedAt = context.now();
  let providers: ResolvedProviders | undefined;
  let content: OrgContent | undefined;
  let accounts = NO_KNOWLEDGE;
  let unnumbered: readonly TypedContract[] = [];
  if (org) {
    context.progress.phase('match');
    const { session } = org;
    await requireObjects(session, needs(plan, inspection));
    if (plan.accounts === 'create') await requireStage(session, NEW_ACCOUNT_STAGE);
    notices.push(...(await askBeforeLoad(context, session, run, startedAt)));
    providers = await resolveProviders(session, inspection.providers);
    if (context.askProvider) providers = await askedProviders(providers, context.askProvider);
    if (providers.unknown.length > MOST_NEW_PROVIDERS) throw usageFailure('USAGE.tooManyProviders', { count: providers.unknown.length });
    notices.push(...providerNotices(providers, sentence));
    const patching = { session, journal, pace: context.pace };
    const begin = (): Promise<void> => {
      journal?.write('status', 'sending');
      return startRun(session, run, plan, { startedAt, timesResumed: 0 }, context.pace);
    };
    const decisions = plan.decisions === undefined ? NO_DECISIONS : await readDecisions(plan.decisions);
    const completed = plan.command === 'load' ? await completions(session, decisions) : [];
    if (completed.length > 0) {
      await begin();
      await completeAccounts(patching, completed);
    }
    accounts = await learnAccounts(session, context.pace, { plan, inspection, decisions });
    if (inspection.shortKvk === undefined) notices.push({ code: 'KVK_PADDED_UNCHECKED', message: sentence('KVK_PADDED_UNCHECKED', {}) });
    const typed = await typedContracts(session, context.pace, contractColumns(inspection));
    unnumbered = typed.unnumbered;
    if (plan.command === 'load' && typed.adopted.length > 0) {
      await begin();
      // a contract that the org refuses (another one has the id already) stays as it is
      await patchRecords(patching, typed.adopted, { allOrNone: false });
    }
    content = await readContent(context, session);
    for (const { after } of typed.adopted) noteTyped(content, String(after['External_Id__c']));
    for (const { kvk } of decisions.completed) content.accounts.add(Number(kvk));
  } else notices.push({ code: 'NOT_COMPARED', message: sentence('NOT_COMPARED', {}) });
  const keys = providers?.keys ?? new Map(inspection.providers.map(({ key }) => [key, { externalId: key, contractKey: key }]));
  const unknownProviders = providers?.unknown ?? [];
  if (journal && content) {
    writeSnapshot(join(context.runFolder, SNAPSHOT), content);
    const kept: KeptPreparation = {
      ...{ providers: [...keys], unknownProviders, notices, startedAt: startedAt.toISOString(), timesResumed: 0, today: context.today },
      ...{ accounts: keptKnowledge(accounts), unnumbered },
    };
    journal.write(PREPARED, kept);
  }
  const settings = settingsOf(context, run, { keys, accounts, today: context.today });
  return { content, unknownProviders, unnumbered, notices, accounts, startedAt, timesResumed: 0, settings };
}

/** A check writes no external ids, so it notes the typed contracts as a load would find them. */
function noteTyped({ contracts }: OrgContent, externalId: string): void {
  noteWritten(contracts, externalId, said(undefined, true));
}

function noteWritten(contracts: ContractIndex, externalId: string, when: Said): void {
  const words = new Uint32Array(2);
  const bytes = Buffer.from(externalId);
  hash64(bytes, 0, bytes.length, words, 0);
  const [low = 0, high = 0] = words;
  if (!contracts.has(low, high)) contracts.set(low, high, 0, 0, when);
}

/** What was learnt before the first row. */
interface Learnt {
  readonly keys: ReadonlyMap<string, ProviderKey>;
  readonly accounts: AccountKnowledge;
  readonly today: CivilDate;
}

function settingsOf({ plan, inspection }: LoadContext, run: RunIdentity, { keys, accounts, today }: Learnt): TransformSettings {
  const { businesses, kvkAliases } = accounts;
  const usesAll = plan.command === 'check' && inspection.blocks.length > FEW_BLOCKS;
  return {
    ...(businesses && { businesses }),
    ...(usesAll && { workers: availableParallelism() }),
    ...{ providerKeys: keys, kvkAliases, today, language: plan.language, accountsMode: plan.accounts, importRunExternalId: run.id },
    sourceName: plan.provenance.source ?? '',
    obtainedOn: plan.provenance.obtainedOn ?? today,
  };
}

/** A load also keeps the contracts as they are, so that it can be undone. */
async function readContent(context: LoadContext, session: OrgSession): Promise<OrgContent> {
  const { plan, inspection, pace, journal, runFolder } = context;
  const accounts = await context.accountsAhead;
  if (plan.command !== 'load' || journal === undefined) return readOrgContent(session, pace, undefined, accounts);
  const columns = oldColumns(contractColumns(inspection));
  const old = new OldValues(runFolder, columns);
  try {
    return await readOrgContent(session, pace, { columns, keep: (row) => old.add(row) }, accounts);
  } finally {
    old.close();
  }
}

function needs(plan: ImportPlan, inspection: SourceInspection) {
  const contracts = {
    object: 'Competitor_Contract__c',
    read: ['External_Id__c', 'Import_Fingerprint__c', 'Hand_Edited_At__c', 'Import_Run__c'],
    write: contractColumns(inspection),
  };
  const accounts = plan.accounts === 'create' ? [{ object: 'Account', write: accountColumns(inspection) }] : [];
  return [...RUN_NEEDS, ...CONTRACT_NEEDS, contracts, ...accounts];
}
