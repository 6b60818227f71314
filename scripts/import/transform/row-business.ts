// The business of a scanned record, looked up where the record has no KvK number of its own.
import { cleanText } from '../source/clean-text.ts';
import { columnOf } from '../source/inspection.ts';
import type { RecordScanner } from '../source/record-scanner.ts';
import type { SourceField } from '../source/source-field.ts';
import { cellDecoder } from '../source/text-decoder.ts';
import { businessOf, knownKvk } from './business.ts';
import type { KnownBusinesses } from './business.ts';
import type { SlotContext } from './slots.ts';

const FIELDS = ['branchNumber', 'vatNumber', 'postcode', 'houseNumber', 'houseNumberAddition', 'companyName'] as const;

export class RowBusiness {
  readonly #columns: ReadonlyMap<SourceField, number>;
  readonly #decode;
  readonly #known: KnownBusinesses;

  constructor({ inspection }: SlotContext, known: KnownBusinesses) {
    this.#columns = new Map(
      FIELDS.flatMap((field) => {
        const column = columnOf(inspection, field);
        return column === undefined ? [] : [[field, column.index] as const];
      }),
    );
    this.#decode = cellDecoder(inspection.dataEncoding);
    this.#known = known;
  }

  /** The KvK number of the record's business, when the org knows it by something else. */
  find(bytes: Buffer, { starts, ends }: RecordScanner): number | undefined {
    const cell = (field: SourceField): string => {
      const column = this.#columns.get(field);
      return column === undefined ? '' : cleanText(this.#decode(bytes, starts[column] ?? 0, ends[column] ?? 0).replaceAll('""', '"'));
    };
    return knownKvk(businessOf(cell), this.#known);
  }
}
