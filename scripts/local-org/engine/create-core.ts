// The core of an org: what its parts ask of one another, and what queries see in whose name.
import type { CivilDate } from '../../platform/civil-date.ts';
import { civilDateIn } from '../../platform/civil-date.ts';
import type { Row } from '../../platform/record.ts';
import { compileFormula } from '../formula/compile-formula.ts';
import type { CompiledFormula } from '../formula/compiled-formula.ts';
import { recordScope } from '../formula/record-scope.ts';
import type { Flow } from '../flow/flow.ts';
import type { Schema, SObjectType } from '../metadata/schema.ts';
import type { Analytics } from '../reports/report-definition.ts';
import { compileQuery } from '../soql/compile-query.ts';
import type { QueryContext } from '../soql/query-context.ts';
import { runQuery, runTable } from '../soql/run-query.ts';
import type { Store } from '../store/store.ts';
import { recordAccess } from './access/record-access.ts';
import { createRoleHierarchy, type RoleHierarchy } from './access/role-hierarchy.ts';
import type { SharingRule } from './access/sharing-rules.ts';
import { createUserViews } from './access/user-view.ts';
import { isAutomatedProcess } from './flows/automated-process.ts';
import { createClock } from './automation/clock.ts';
import { EventQueue } from './flows/event-queue.ts';
import type { FormulaEnvironment } from './plan/formula-reader.ts';
import { compileObjectPlan, type ObjectPlan } from './plan/object-plan.ts';
import type { OrgCore } from './org-core.ts';
import { TIME_ZONE } from './time-zone.ts';
import type { QueriedRecord } from './org.ts';
import type { NotificationType } from './seed/notification-types.ts';
import type { PermissionSet } from './access/permission-sets.ts';
import { createRecordCache } from './cache/record-cache.ts';
import { saves } from './save/save-records.ts';
import { createSelectionCache } from './cache/selection-cache.ts';
import type { OrgSeed } from './seed/seed-org.ts';
import type { Session } from './session.ts';
import { assignedSets, profileName } from './access/user-access.ts';

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

/** The core with what only queries need. */
export interface QueryableCore extends OrgCore {
  readonly formula: (object: string, field: string) => CompiledFormula;
}

/** Puts the parts together; nothing is compiled or read yet. */
export function createCore(options: OrgOptions): QueryableCore {
  const { schema, store, flows } = options;
  const clock = createClock(store, options.now);
  const { now } = clock;
  const records = createRecordCache(store);
  const today = createToday(now);
  const plans = new Map<string, ObjectPlan>();
  const formulas = formulaSource(schema);
  const selections = createSelectionCache(schema, formulas, today);
  const permissionSets = options.permissionSets ?? [];
  const views = createUserViews(schema, permissionSets);
  const core: QueryableCore = {
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

function queryContext(core: QueryableCore, options: OrgOptions, session: Session): QueryContext {
  return {
    schema: options.schema,
    store: options.store,
    userId: session.userId,
    language: session.language,
    moment: () => ({ ...core.environment(session).moment, isNew: false }),
    formula: core.formula,
  };
}

/** A query that clients ask is answered with what the session's user may see; what a formula reads is read in system context. */
export function userQueryContext(core: QueryableCore, options: OrgOptions, session: Session): QueryContext {
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
