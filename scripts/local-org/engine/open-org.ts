// Opens an org over a database: puts the engine's parts together and seeds what a new org starts with.
import type { CivilDate } from '../../platform/civil-date.ts';
import { civilDateIn } from '../../platform/civil-date.ts';
import type { Row } from '../../platform/record.ts';
import { compileFormula } from '../formula/compile-formula.ts';
import type { CompiledFormula } from '../formula/compiled-formula.ts';
import { recordScope } from '../formula/record-scope.ts';
import type { Flow } from '../flow/flow.ts';
import type { Schema, SObjectType } from '../metadata/schema.ts';
import { NO_ANALYTICS, type Analytics } from '../reports/report-definition.ts';
import { compileQuery } from '../soql/compile-query.ts';
import type { QueryContext } from '../soql/query-context.ts';
import { runQuery, runTable } from '../soql/run-query.ts';
import type { Store } from '../store/store.ts';
import { recordAccess } from './access/record-access.ts';
import { createRoleHierarchy, type RoleHierarchy } from './access/role-hierarchy.ts';
import type { SharingRule } from './access/sharing-rules.ts';
import { createUserViews } from './access/user-view.ts';
import { automatedSession, isAutomatedProcess, seedAutomatedProcess } from './automated-process.ts';
import { automationOf } from './automation.ts';
import { createClock } from './clock.ts';
import { deliverEvents } from './deliver-events.ts';
import { EventQueue } from './event-queue.ts';
import { addFlowErrors } from './flow-errors-list.ts';
import type { FormulaEnvironment } from './formula-reader.ts';
import { compileObjectPlan, type ObjectPlan } from './object-plan.ts';
import { TIME_ZONE, type OrgCore, type SaveContext } from './org-core.ts';
import type { Org, QueriedRecord } from './org.ts';
import type { NotificationType } from './notification-types.ts';
import type { PermissionSet } from './permission-sets.ts';
import { seedAnalytics } from './seed/seed-analytics.ts';
import { seedFlowDefinitions } from './seed/seed-flow-definitions.ts';
import { queryColumns } from './query-columns.ts';
import { createRecordCache } from './record-cache.ts';
import { saveContext } from './save-context.ts';
import { saves } from './save/save-records.ts';
import { createSelectionCache } from './selection-cache.ts';
import { seedOpportunityStages } from './seed/seed-opportunity-stages.ts';
import { forgetAbsent } from './seed/forget-absent.ts';
import { FIRST_USER_ID, seedAssignments, seedNotificationTypes, seedOrg, seedPermissionSets, type OrgSeed } from './seed/seed-org.ts';
import type { Session } from './session.ts';
import { accessOf, assignedSets, profileName } from './user-access.ts';

export interface OrgOptions {
  readonly schema: Schema;
  readonly store: Store;
  readonly flows: readonly Flow[];
  readonly now: () => Date;
  /** Written into an empty database; an org that has users keeps them. */
  readonly users: OrgSeed;
  readonly permissionSets?: readonly PermissionSet[];
  /** Records that stand for metadata go when it is not there any more, as after a deployment that deletes it. */
  readonly forgetsAbsent?: boolean;
  readonly sharingRules?: readonly SharingRule[];
  readonly notificationTypes?: readonly NotificationType[];
  readonly analytics?: Analytics;
  /** Serial that makes the id of a new org; 1 when absent. */
  readonly organizationSerial?: number;
}

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

function createCore(options: OrgOptions): OrgCore & { readonly formula: (object: string, field: string) => CompiledFormula } {
  const { schema, store, flows } = options;
  const clock = createClock(store, options.now);
  const { now } = clock;
  const records = createRecordCache(store);
  const today = createToday(now);
  const selections = createSelectionCache(schema, today);
  const plans = new Map<string, ObjectPlan>();
  const formulas = formulaSource(schema);
  const permissionSets = options.permissionSets ?? [];
  const views = createUserViews(schema, permissionSets);
  const core: OrgCore & { readonly formula: (object: string, field: string) => CompiledFormula } = {
    schema,
    store,
    flows,
    records,
    selections,
    saves,
    clock,
    events: new EventQueue(store),
    now,
    today,
    formula: (name, field) => {
      const object = schema.object(name);
      if (!object) throw new Error(`the org has no object ${name}`);
      return formulas(object, field);
    },
    plan(object) {
      const found = plans.get(object.name);
      if (found) return found;
      const plan = compileObjectPlan(schema, object, formulas);
      plans.set(object.name, plan);
      return plan;
    },
    environment: (session) => environment(core, session),
    hasCustomPermission: (session, name) => hasCustomPermission(core, permissionSets, session, name),
    view(session) {
      if (isAutomatedProcess(core, session.userId)) return undefined;
      const isMarketingUser = records.row('User', session.userId)?.['UserPermissionsMarketingUser'] === true;
      const shared = views(profileName(core, session), assignedSets(core, session), isMarketingUser);
      if (!shared) return undefined;
      const { grants } = shared;
      const hierarchy = (): RoleHierarchy => roles(session);
      return { ...shared, records: recordAccess({ schema, grants, rules: options.sharingRules ?? [], userId: session.userId, hierarchy }) };
    },
    queryRows: (session, soql) => runQuery(compileQuery(soql, queryContext(core, options, session)), store).records.map(withoutAttributes),
    *streamIds(session, soql) {
      for (const [id] of runTable(compileQuery(soql, queryContext(core, options, session)), store).rows) yield String(id);
    },
    forget() {
      records.clear();
      selections.clear();
    },
  };
  const roles = createRoleHierarchy(core);
  return core;
}

function queryContext(core: OrgCore, options: OrgOptions, session: Session): QueryContext {
  return {
    schema: options.schema,
    store: options.store,
    userId: session.userId,
    language: session.language,
    moment: () => ({ ...core.environment(session).moment, isNew: false }),
    formula: (core as OrgCore & { formula: QueryContext['formula'] }).formula,
  };
}

/** A query that clients ask is answered with what the session's user may see; what a formula reads is read in system context. */
function userQueryContext(core: OrgCore, options: OrgOptions, session: Session): QueryContext {
  const context = queryContext(core, options, session);
  const view = core.view(session);
  if (!view) return context;
  const readable: QueryContext['readable'] = (object, alias, bind) => view.records(object, 'read', alias, bind);
  return { ...context, schema: view.schema, wholeSchema: options.schema, readable };
}

function environment(core: OrgCore, session: Session): FormulaEnvironment {
  return {
    session,
    moment: { today: core.today(), now: core.now(), timeZone: TIME_ZONE },
    parent: (object, id) => core.records.row(object, id),
    hasCustomPermission: (name) => core.hasCustomPermission(session, name),
  };
}

function hasCustomPermission(core: OrgCore, sets: readonly PermissionSet[], session: Session, name: string): boolean {
  const granting = sets.filter(({ customPermissions }) => customPermissions.includes(name));
  if (granting.length === 0) return false;
  const assigned = assignedSets(core, session);
  return granting.some((set) => assigned.has(set.name));
}

function sessionOf(core: OrgCore, userId: string): Session | undefined {
  const user = core.records.row('User', userId);
  if (!user || user['IsActive'] !== true) return undefined;
  return { userId, username: String(user['Username']), language: String(user['LanguageLocaleKey']) };
}

/** Formulas of formula fields, compiled once. */
function formulaSource(schema: Schema): (object: SObjectType, field: string) => CompiledFormula {
  const compiled = new Map<string, CompiledFormula>();
  return (object, name) => {
    const key = `${object.name}.${name}`;
    const found = compiled.get(key);
    if (found) return found;
    const definition = object.field(name)?.formula;
    if (!definition) throw new Error(`${key} is no formula field`);
    try {
      const formula = compileFormula(definition.source, recordScope(schema, object), { blankAs: definition.blankAs });
      compiled.set(key, formula);
      return formula;
    } catch (error) {
      throw new Error(`formula field ${key}: ${(error as Error).message}`, { cause: error });
    }
  };
}

function withoutAttributes(record: QueriedRecord): Row {
  const row: Record<string, unknown> = { ...record };
  delete row['attributes'];
  return row as Row;
}

/** The day in the org's zone; worked out again only when the minute changes, since every save asks. */
function createToday(now: () => Date): () => CivilDate {
  let minute = Number.NaN;
  let day: CivilDate = '';
  return () => {
    const instant = now();
    const current = Math.floor(instant.getTime() / 60_000);
    if (current !== minute) {
      minute = current;
      day = civilDateIn(TIME_ZONE, instant);
    }
    return day;
  };
}
