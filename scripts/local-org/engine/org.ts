// The org as the API sees it: queries and saves on behalf of a session.
import type { CivilDate } from '../../platform/civil-date.ts';
import type { Row, Value } from '../../platform/record.ts';
import type { SaveResult } from '../../platform/save-result.ts';
import type { FieldType, Schema } from '../metadata/schema.ts';
import type { Analytics } from '../reports/report-definition.ts';
import type { Automation } from './automation/automation.ts';
import type { SaveOptions } from './save-options.ts';
import type { Session } from './session.ts';
import type { UserAccess } from './access/user-access.ts';

export type { Session } from './session.ts';

/** A record of a query result: fields in the order asked, parents nested, children as query results. */
export type QueriedRecord = { readonly attributes: { readonly type: string; readonly url?: string } } & {
  readonly [field: string]: Value | QueriedRecord | QueryResult | { readonly type: string; readonly url?: string };
};

export interface QueryResult {
  readonly totalSize: number;
  readonly done: boolean;
  readonly records: readonly QueriedRecord[];
  /** Present when done is false. */
  readonly nextRecordsUrl?: string;
}

/** A flat query result for CSV: column names as written in the SELECT, rows streamed. */
export interface QueryTable {
  readonly object: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly Value[]>;
}

/** Which records of a result to give, counted from 0. */
export interface QueryWindow {
  readonly offset: number;
  readonly count: number;
}

/** A column of a query result, with the columns of the parent or the children behind it. */
export interface QueryColumn {
  readonly name: string;
  /** Field type; `string` for what holds further columns. */
  readonly type: FieldType;
  /** Computed by an aggregate function, or a list of children. */
  readonly aggregate: boolean;
  readonly columns: readonly QueryColumn[];
}

export interface Org {
  readonly id: string;
  /** Everything that the org has; of `as`, what its user may see. */
  readonly schema: Schema;
  /** The reports and dashboards of the org's metadata. */
  readonly analytics: Analytics;
  /** The same org with the schema as a session's user sees it. Whatever a session asks or saves is checked by its user's permissions anyway. */
  as(session: Session): Org;
  /** The org's clock: the present instant and its civil date in Europe/Amsterdam. */
  now(): Date;
  today(): CivilDate;
  /** The session of an active user as the user record is now (its language may have been changed); undefined when there is none. */
  session(userId: string): Session | undefined;
  /** What the user's profile and permission sets open. */
  access(session: Session): UserAccess;
  /** The user whose session is the default, an administrator. */
  readonly defaultUserId: string;
  /** Several saves that are undone together when the work throws. */
  transaction<T>(work: () => T): T;
  /** Saves whose commit waits for `settle` or the next save of anybody else: everybody sees them at once, but a crash undoes them. */
  unsettled<T>(work: () => T): T;
  /** Commits unsettled saves. Throws when they had to be undone. */
  settle(): void;
  /**
   * Runs SOQL and gives all records (nested). Throws ApiError: MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE, NOT_IMPLEMENTED (501).
   * With a window only its records are read and `totalSize` is counted, so that a page costs no more than the page.
   */
  query(session: Session, soql: string, window?: QueryWindow): { readonly totalSize: number; readonly records: readonly QueriedRecord[] };
  /** What columns a query would give; it is not run. Throws what `query` throws. */
  queryColumns(
    session: Session,
    soql: string,
  ): { readonly object: string; readonly grouped: boolean; readonly columns: readonly QueryColumn[] };
  /** Runs SOQL as a flat stream for Bulk query jobs; subqueries and nested results are refused. */
  queryTable(session: Session, soql: string): QueryTable;
  /** Fields in `Relationship__r.External_Id__c` form are looked up here, as in the Bulk API and composite requests. */
  insert(session: Session, object: string, rows: readonly Row[], options: SaveOptions): readonly SaveResult[];
  /** Each row carries its Id. */
  update(session: Session, object: string, rows: readonly Row[], options: SaveOptions): readonly SaveResult[];
  upsert(session: Session, object: string, externalIdField: string, rows: readonly Row[], options: SaveOptions): readonly SaveResult[];
  remove(session: Session, object: string, ids: readonly string[], options: SaveOptions): readonly SaveResult[];
  /** What runs by itself, and what came of it. */
  readonly automation: Automation;
  close(): void;
}
