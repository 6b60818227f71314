// A host for tests: an org of plain arrays that counts what flows ask of it.
import type { Row, StoredRow, Value } from '../../../platform/record.ts';
import type { SaveResult } from '../../../platform/save-result.ts';
import type { FlowHost, OutgoingMessage, RecordFilter, RecordSelection } from '../flow-host.ts';
import { joinTests } from '../logic.ts';

type Holds = (value: Value, filter: RecordFilter) => boolean;

const below = (left: Value, right: Value): boolean => left !== null && right !== null && left < right;

const OPERATORS: Readonly<Record<string, Holds>> = {
  EqualTo: (value, filter) => value === filter.value,
  NotEqualTo: (value, filter) => value !== filter.value,
  LessThan: (value, filter) => below(value, filter.value),
  LessThanOrEqualTo: (value, filter) => below(value, filter.value) || (value !== null && value === filter.value),
  GreaterThan: (value, filter) => below(filter.value, value),
  GreaterThanOrEqualTo: (value, filter) => below(filter.value, value) || (value !== null && value === filter.value),
  IsNull: (value, filter) => (value === null) === filter.value,
  In: (value, filter) => filter.values?.includes(value) === true,
  NotIn: (value, filter) => filter.values?.includes(value) !== true,
};

export interface MemoryHost extends FlowHost {
  readonly tables: Readonly<Record<string, StoredRow[]>>;
  /** What was asked, such as `select Notice_Regime__c` or `update Competitor__c x2`. */
  readonly log: string[];
  readonly sent: readonly OutgoingMessage[];
}

/** `refuse` tells why a row may not be saved, or undefined. */
export function memoryHost(
  tables: Readonly<Record<string, StoredRow[]>>,
  settings: {
    readonly today?: string;
    readonly language?: string;
    readonly permissions?: readonly string[];
    readonly refuse?: (row: Row) => string | undefined;
  } = {},
): MemoryHost {
  const log: string[] = [];
  const rowsOf = (object: string): StoredRow[] => tables[object] ?? [];
  const today = settings.today ?? '2026-11-22';
  const outcome = (row: Row, id: string): SaveResult => {
    const reason = settings.refuse?.(row);
    return reason === undefined
      ? { success: true, id, created: false, errors: [] }
      : {
          success: false,
          id: null,
          created: false,
          errors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: reason, fields: [] }],
        };
  };
  const select = ({ object, filters, filterLogic, sortField, sortOrder, limit }: RecordSelection): readonly StoredRow[] => {
    log.push(`select ${object}`);
    const tests = filters.map((filter) => (row: StoredRow) => OPERATORS[filter.operator]?.(row[filter.field] ?? null, filter) === true);
    const found = rowsOf(object).filter(joinTests(filterLogic, tests));
    const direction = sortOrder === 'Desc' ? -1 : 1;
    if (sortField !== undefined) found.sort((a, b) => (below(a[sortField] ?? null, b[sortField] ?? null) ? -direction : direction));
    return found.slice(0, limit);
  };
  const sent: OutgoingMessage[] = [];
  return {
    tables,
    log,
    sent,
    today,
    now: new Date(`${today}T09:30:00Z`),
    language: settings.language ?? 'en_US',
    userId: '005000000000001AAA',
    timeZone: 'Europe/Amsterdam',
    select,
    create(object, rows) {
      log.push(`create ${object} x${rows.length}`);
      return rows.map((row, index) => {
        const id = `new${String(index + 1).padStart(12, '0')}AAA`;
        const result = outcome(row, id);
        if (result.success) tables[object]?.push({ ...row, Id: id });
        return result;
      });
    },
    update(object, rows) {
      log.push(`update ${object} x${rows.length}`);
      return rows.map((row) => {
        const result = outcome(row, row.Id);
        const stored = rowsOf(object).find((one) => one.Id === row.Id);
        if (result.success && stored) Object.assign(stored, row);
        return result;
      });
    },
    remove(object, ids) {
      log.push(`remove ${object} x${ids.length}`);
      return ids.map((id) => {
        const at = rowsOf(object).findIndex((row) => row.Id === id);
        if (at >= 0) rowsOf(object).splice(at, 1);
        return { success: true, id, created: false, errors: [] };
      });
    },
    parents(object, ids) {
      log.push(`parents ${object} x${ids.length}`);
      return new Map(
        rowsOf(object)
          .filter((row) => ids.includes(row.Id))
          .map((row) => [row.Id, row]),
      );
    },
    send(message) {
      log.push(`send ${message.kind}`);
      sent.push(message);
      return undefined;
    },
    hasCustomPermission: (name) => settings.permissions?.includes(name) === true,
  };
}
