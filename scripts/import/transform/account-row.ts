// One row of Account, for `--accounts create`: the business as the file describes it, as a Suspect.

import { copyWords, viewOf } from '../source/byte-words.ts';
import type { RecordScanner } from '../source/record-scanner.ts';
import type { LineBuffer } from './batch-buffers.ts';
import { faultCell, unknownCell, valueCell, cellOf, textOf, type Cell } from './cell.ts';
import { FIELD_CELLS } from './field-cells.ts';
import { NEW_ACCOUNT_STAGE } from './load-columns.ts';
import type { WarningCode } from './messages.ts';
import { RowCells, type Slot } from './row-cells.ts';
import type { RowFault } from './row-fault.ts';
import { constantSlot, slotFor, slotWith, type PlainField, type SlotContext } from './slots.ts';
import { vatNumber } from './values/vat-number.ts';

const [COMMA, NEW_LINE] = [44, 10] as const;
const UNKNOWN_FORM = 'Unknown';

export class AccountRow {
  readonly #cells: RowCells;
  readonly #legalForm: number;
  readonly #vat: number;
  readonly #house: number;
  /** Behind the written slots. */
  readonly #addition: number;
  readonly #written: number;
  readonly #understandHouse: (text: string) => Cell;
  readonly #stage = viewOf(Buffer.from(NEW_ACCOUNT_STAGE));

  constructor(context: SlotContext) {
    const slots: Slot[] = [];
    const add = (slot: Slot | undefined): number => (slot === undefined ? -1 : slots.push(slot) - 1);
    const plain = (field: PlainField, otherwise?: Cell): number =>
      add(slotFor(context, field) ?? (otherwise === undefined ? undefined : constantSlot(context, field, otherwise)));
    plain('kvkNumber', faultCell('KVK_MISSING', {}));
    plain('companyName', faultCell('COMPANY_NAME_MISSING', {}));
    this.#legalForm = plain('legalForm', valueCell({ columns: [UNKNOWN_FORM], text: UNKNOWN_FORM }));
    plain('branchNumber');
    this.#vat = add(slotWith(context, 'vatNumber', (text) => ({ ...valueCell({ columns: [text], text }), isUnknown: text === '' })));
    plain('postcode');
    this.#understandHouse = FIELD_CELLS.houseNumber({ ...context, column: undefined });
    const addition = slotWith(context, 'houseNumberAddition', (text) => valueCell({ columns: [text], text }));
    this.#house = plain('houseNumber', addition === undefined ? undefined : unknownCell(2));
    plain('city');
    this.#written = slots.length;
    this.#addition = add(addition);
    this.#cells = new RowCells(slots);
  }

  /** Reads the cells; returns what is wrong with them, undefined when nothing is. */
  read(bytes: Buffer, scanner: RecordScanner): readonly RowFault[] | undefined {
    const cells = this.#cells;
    cells.read(bytes, scanner);
    if (this.#vat >= 0) this.#judgeVat();
    if (this.#addition >= 0) this.#addAddition();
    if (!cells.isFaulty) return undefined;
    return cells.cells.flatMap((cell, index) =>
      cell?.fault === undefined || index === 0
        ? []
        : [{ header: cells.slots[index]?.header ?? '', code: cell.fault, detail: cell.detail ?? {} }],
    );
  }

  /** Whether a VAT number may be stored depends on the legal form of the same row. */
  #judgeVat(): void {
    const text = this.#cells.cells[this.#vat]?.text ?? '';
    if (text === '') return;
    const form = this.#cells.cells[this.#legalForm]?.text;
    this.#cells.put(
      this.#vat,
      cellOf(vatNumber(text, form), 1, (value) => ({ columns: [value] })),
    );
  }

  #addAddition(): void {
    const addition = this.#cells.cells[this.#addition]?.text ?? '';
    if (addition === '') return;
    const house = this.#cells.cells[this.#house];
    if (house === undefined || house.fault !== undefined || house.isUnknown) return;
    const [number, inline] = textOf(house).split(',');
    this.#cells.put(this.#house, this.#understandHouse([number, inline, addition].filter((part) => part !== '').join(' ')));
  }

  warnings(tell: (code: WarningCode) => void): void {
    if (!this.#cells.hasWarnings) return;
    for (const [index, cell] of this.#cells.cells.entries())
      if (index > 0 && cell !== undefined) for (const code of cell.warnings) tell(code);
  }

  /** Appends the row that was read last. */
  write(out: LineBuffer): void {
    out.makeRoom();
    const { view } = out;
    let at = out.at;
    for (let index = 0; index < this.#written; index += 1) {
      at = this.#cells.write(index, view, at);
      view.setUint8(at++, COMMA);
    }
    at = copyWords(this.#stage, 0, this.#stage.byteLength, view, at);
    view.setUint8(at++, NEW_LINE);
    out.at = at;
  }
}
