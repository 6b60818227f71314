// What a running flow asks of the org around it.
import type { CivilDate } from '../../platform/civil-date.ts';
import type { Row, StoredRow, Value } from '../../platform/record.ts';
import type { SaveResult } from '../../platform/save-result.ts';

/** One condition of a selection; operators are those of flow files (`EqualTo`, `GreaterThanOrEqualTo`, `IsNull`, `In`, …). */
export interface RecordFilter {
  readonly field: string;
  readonly operator: string;
  /** For IsNull: whether the field must be blank. */
  readonly value: Value;
  /** The members for In and NotIn; `value` is null then. */
  readonly values?: readonly Value[];
}

/** A Get Records, Update Records or Delete Records selection, bound to values. */
export interface RecordSelection {
  readonly object: string;
  readonly filters: readonly RecordFilter[];
  /** `and` (also without filters), `or`, or numbered logic such as `1 AND (2 OR 3)`. */
  readonly filterLogic: string;
  readonly sortField?: string;
  readonly sortOrder?: 'Asc' | 'Desc';
  readonly limit?: number;
  /** Fields to read; every stored and computed field when absent. */
  readonly fields?: readonly string[];
}

/** What an action sends to people. */
export type OutgoingMessage =
  | {
      readonly kind: 'notification';
      /** Id of the CustomNotificationType. */
      readonly typeId: string;
      readonly title: string;
      readonly body: string;
      /** The record that the notification leads to. */
      readonly targetId: string;
      /** Ids of users, queues and groups. */
      readonly recipientIds: readonly string[];
    }
  | {
      readonly kind: 'email';
      readonly addresses: readonly string[];
      readonly subject: string;
      readonly body: string;
      readonly richText: boolean;
      readonly senderType: string | null;
      readonly senderAddress: string | null;
      /** A lead, contact or user that gets the mail besides the addresses. */
      readonly recipientId: string | null;
      readonly relatedRecordId: string | null;
    };

export interface FlowHost {
  readonly today: CivilDate;
  readonly now: Date;
  /** Language of the running user, such as `nl_NL`; what `$Label` speaks. */
  readonly language: string;
  readonly userId: string;
  /** IANA zone of the org, in which formulas read the day of a date-time; UTC when absent. */
  readonly timeZone?: string;
  /**
   * Where results of selections on an object may be remembered until the host empties it, which it must do whenever what a
   * selection on that object gives could change. Without it, or where there is none, selections are remembered within one batch only.
   */
  remembered?(object: string): Map<string, readonly StoredRow[]> | undefined;
  select(selection: RecordSelection): readonly StoredRow[];
  /** Told of each element that has read records, with their number; may throw what stops the whole transaction. */
  countQuery?(rows: number): void;
  create(object: string, rows: readonly Row[]): readonly SaveResult[];
  update(object: string, rows: readonly StoredRow[]): readonly SaveResult[];
  remove(object: string, ids: readonly string[]): readonly SaveResult[];
  /** Records of an object by id, with every stored field, for `$Record.Account__r.Name`; one call for a whole batch. */
  parents(object: string, ids: readonly string[]): ReadonlyMap<string, StoredRow>;
  /** The value of a formula field of such a record or of the one that starts a flow, unless the record holds it itself. */
  computed?(object: string, record: Row, field: string): Value;
  /** Sends a message as part of the transaction; gives the platform's reason when it is refused. */
  send(message: OutgoingMessage): string | undefined;
  hasCustomPermission(name: string): boolean;
}
