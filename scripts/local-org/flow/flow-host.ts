// What a running flow asks of the org around it.
import type { CivilDate } from '../../platform/civil-date.ts';
import type { Row, StoredRow, Value } from '../../platform/record.ts';
import type { SaveResult } from '../../platform/save-result.ts';

/** A Get Records, Update Records or Delete Records selection, bound to values. */
export interface RecordSelection {
  readonly object: string;
  readonly filters: readonly { readonly field: string; readonly operator: string; readonly value: Value }[];
  /** `and`, `or`, or numbered logic such as `1 AND (2 OR 3)`. */
  readonly filterLogic: string;
  readonly sortField?: string;
  readonly sortOrder?: 'Asc' | 'Desc';
  readonly limit?: number;
  /** Fields to read; every stored and computed field when absent. */
  readonly fields?: readonly string[];
}

export interface FlowHost {
  readonly today: CivilDate;
  readonly now: Date;
  /** Language of the running user, such as `nl_NL`; what `$Label` speaks. */
  readonly language: string;
  readonly userId: string;
  select(selection: RecordSelection): readonly StoredRow[];
  create(object: string, rows: readonly Row[]): readonly SaveResult[];
  update(object: string, rows: readonly StoredRow[]): readonly SaveResult[];
  remove(object: string, ids: readonly string[]): readonly SaveResult[];
  /** Parents of a record's reference field, for `$Record.Account__r.Name`; one call for a whole batch. */
  parents(object: string, ids: readonly string[]): ReadonlyMap<string, StoredRow>;
  hasCustomPermission(name: string): boolean;
}
