// Opens an org over a database: puts the engine's parts together and seeds what a new org starts with.
import { NO_ANALYTICS } from '../reports/report-definition.ts';
import { compileQuery } from '../soql/compile-query.ts';
import { runQuery, runTable } from '../soql/run-query.ts';
import { automatedSession, seedAutomatedProcess } from './flows/automated-process.ts';
import { automationOf } from './automation/automation.ts';
import { deliverEvents } from './flows/deliver-events.ts';
import { addFlowErrors } from './flows/flow-errors-list.ts';
import { type OrgCore, type SaveContext } from './org-core.ts';
import type { Org } from './org.ts';
import { seedAnalytics } from './seed/seed-analytics.ts';
import { seedFlowDefinitions } from './seed/seed-flow-definitions.ts';
import { queryColumns } from './query-columns.ts';
import { saveContext } from './save-context.ts';
import { saves } from './save/save-records.ts';
import { seedOpportunityStages } from './seed/seed-opportunity-stages.ts';
import { forgetAbsent } from './seed/forget-absent.ts';
import { FIRST_USER_ID, seedAssignments, seedNotificationTypes, seedOrg, seedPermissionSets } from './seed/seed-org.ts';
import type { Session } from './session.ts';
import { accessOf } from './access/user-access.ts';
import { createCore, userQueryContext, type OrgOptions } from './create-core.ts';

/**
 * Opens the org. Every formula, validation rule and default value is compiled now, so that what is not supported is refused before
 * the first request: throws Error naming object and rule, or what the schema and flows refuse.
 */
export function openOrg(options: OrgOptions): Org {
  const core = createCore(options);
  for (const object of [...options.schema.objects, ...options.schema.events]) core.plan(object);
  const seeding = { userId: FIRST_USER_ID, username: '', language: 'en_US' };
  core.store.transaction(() => {
    const system: SaveContext = { ...saveContext(core, seeding), view: undefined, system: true };
    const isNew = core.queryRows(seeding, 'SELECT Id FROM Organization').length === 0;
    if (isNew) seedOrg(system, options.users, options.organizationSerial ?? 1);
    seedAutomatedProcess(core, system.instant, FIRST_USER_ID);
    if (options.forgetsAbsent) forgetAbsent(system, options);
    seedPermissionSets(system, options.permissionSets ?? []);
    if (isNew) seedAssignments(system, options.users);
    seedNotificationTypes(system, options.notificationTypes ?? []);
    seedOpportunityStages(system);
    seedFlowDefinitions(system, options.flows);
    seedAnalytics(system, options.analytics ?? NO_ANALYTICS);
  });
  const [organization] = core.queryRows(seeding, 'SELECT Id FROM Organization');
  let together = 0;
  const deliver = (): void => {
    if (together === 0) deliverEvents(core, automatedSession(core));
  };
  const asOne = <T>(work: () => T): T => {
    together += 1;
    try {
      return work();
    } finally {
      together -= 1;
      deliver();
    }
  };
  const told = <T>(session: Session, save: (context: SaveContext) => T): T => {
    const context = saveContext(core, session);
    try {
      return save(context);
    } finally {
      addFlowErrors(core.store, context.instant, context.faults);
      deliver();
    }
  };
  const forgetting = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      core.forget();
      throw error;
    }
  };
  const org: Org = {
    id: String(organization?.['Id']),
    schema: options.schema,
    analytics: options.analytics ?? NO_ANALYTICS,
    as: (session) => ({ ...org, schema: core.view(session)?.schema ?? options.schema }),
    defaultUserId: FIRST_USER_ID,
    now: core.now,
    today: core.today,
    session: (userId) => sessionOf(core, userId),
    access: (session) => accessOf(core, options.permissionSets ?? [], session),
    transaction: (work) => asOne(() => forgetting(() => core.store.transaction(work))),
    unsettled: (work) => asOne(() => forgetting(() => core.store.unsettled(work))),
    settle: () => forgetting(() => core.store.settle()),
    query: (session, soql, window) => runQuery(compileQuery(soql, userQueryContext(core, options, session)), core.store, window),
    queryColumns: (session, soql) => queryColumns(options.schema, compileQuery(soql, userQueryContext(core, options, session))),
    queryTable: (session, soql) => runTable(compileQuery(soql, userQueryContext(core, options, session)), core.store),
    insert: (session, object, rows, saveOptions) => told(session, (inner) => saves.insert(inner, object, rows, saveOptions)),
    update: (session, object, rows, saveOptions) => told(session, (inner) => saves.update(inner, object, rows, saveOptions)),
    upsert: (session, object, keyField, rows, saveOptions) =>
      told(session, (inner) => saves.upsert(inner, object, keyField, rows, saveOptions)),
    remove: (session, object, ids, saveOptions) => told(session, (inner) => saves.remove(inner, object, ids, saveOptions)),
    automation: automationOf(core, () => sessionOf(core, FIRST_USER_ID) ?? seeding),
    close: () => core.store.close(),
  };
  return org;
}

function sessionOf(core: OrgCore, userId: string): Session | undefined {
  const user = core.records.row('User', userId);
  if (!user || user['IsActive'] !== true) return undefined;
  return { userId, username: String(user['Username']), language: String(user['LanguageLocaleKey']) };
}
