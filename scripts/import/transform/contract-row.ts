// One row of Competitor_Contract__c: read, judged as a whole, and written with its origin, external id and fingerprint.

import { fromDayNumber } from '../../platform/civil-date.ts';
import { hashView64 } from '../plan/content-hash.ts';
import { copyWords, viewOf } from '../source/byte-words.ts';
import type { RecordScanner } from '../source/record-scanner.ts';
import type { LineBuffer } from './batch-buffers.ts';
import { csvText, faultCell, NO_NUMBER, unknownCell, valueCell } from './cell.ts';
import { ContractId } from './contract-id.ts';
import { writeHex } from './csv-bytes.ts';
import { DerivedEnds } from './derived-end.ts';
import type { WarningCode } from './messages.ts';
import { RowBusiness } from './row-business.ts';
import { RowCells, type Slot } from './row-cells.ts';
import type { RowFault } from './row-fault.ts';
import { constantSlot, slotFor, type PlainField, type SlotContext } from './slots.ts';

const [COMMA, NEW_LINE] = [44, 10] as const;

/** The fields behind the columns of load-columns.ts, in their order; the first one that the file has feeds the column. */
const WRITTEN: readonly (readonly [PlainField, ...PlainField[]])[] = [
  ['kvkNumber'],
  ['provider'],
  ['productCategory'],
  ['productName'],
  ['contractNumber'],
  ['connectionCode'],
  ['connectionSize'],
  ['startDate'],
  ['endDate', 'endsBefore'],
  ['noticePeriod', 'noticeMonths', 'noticeDays'],
  ['autoRenews'],
  ['renewalTerm'],
  ['monthlyValue', 'yearlyValue'],
  ['quantity'],
  ['satisfaction'],
  ['satisfactionSaidBy'],
  ['satisfactionDate'],
  ['confidence'],
];
const TERMS: readonly PlainField[] = ['term', 'termMonths', 'termYears'];
/** End date, whether it is derived, precision. */
const END_COLUMNS = 3;
const [KVK, PROVIDER, CATEGORY] = [0, 1, 2] as const;

export class ContractRow {
  /** Low and high word of the external id's hash, then of the content's, of the row that was written last. */
  readonly hashes = new Uint32Array(4);
  readonly #cells: RowCells;
  readonly #written: number;
  readonly #at: {
    readonly start: number;
    readonly end: number;
    readonly contract: number;
    readonly connection: number;
    readonly term: number;
    readonly obtained: number;
  };
  readonly #limits: SlotContext['limits'];
  readonly #derived = new DerivedEnds();
  /** Source and commas, with obtained-on and run where they are the same in every row. */
  readonly #source: DataView;
  readonly #sourceLength: number;
  readonly #run: DataView;
  readonly #runLength: number;
  readonly #id: ContractId;
  readonly #business: RowBusiness | undefined;
  readonly #aliases: ReadonlyMap<number, number> | undefined;

  constructor(context: SlotContext) {
    const { settings, limits } = context;
    const slots: Slot[] = [];
    const at = new Map<PlainField, number>();
    const term = TERMS.map((field) => slotFor(context, field)).find((slot) => slot !== undefined);
    for (const fields of WRITTEN) {
      const slot =
        fields.map((field) => slotFor(context, field)).find((found) => found !== undefined) ??
        missing(context, fields[0], term !== undefined);
      if (slot === undefined) continue;
      at.set(fields[0], slots.length);
      slots.push(slot);
    }
    this.#written = slots.length;
    const add = (slot: Slot | undefined): number => (slot === undefined ? -1 : slots.push(slot) - 1);
    const place = (field: PlainField): number => at.get(field) ?? -1;
    this.#at = {
      start: place('startDate'),
      end: place('endDate'),
      contract: place('contractNumber'),
      connection: place('connectionCode'),
      term: add(term),
      obtained: add(slotFor(context, 'obtainedOn')),
    };
    this.#cells = new RowCells(slots);
    const { contract, connection } = this.#at;
    this.#id = new ContractId(this.#cells, { kvk: KVK, provider: PROVIDER, category: CATEGORY, contract, connection });
    this.#limits = limits;
    this.#business = settings.businesses && new RowBusiness(context, settings.businesses);
    this.#aliases = settings.kvkAliases?.size ? settings.kvkAliases : undefined;
    const source = `${csvText(settings.sourceName)},`;
    const run = `,${csvText(settings.importRunExternalId)},`;
    const [before, behind] = this.#at.obtained < 0 ? [source + settings.obtainedOn + run, ''] : [source, run];
    this.#source = viewOf(Buffer.from(before));
    this.#sourceLength = Buffer.byteLength(before);
    this.#run = viewOf(Buffer.from(behind));
    this.#runLength = Buffer.byteLength(behind);
  }

  /** The KvK number of the row that was read last. */
  get account(): number {
    const { number, cells } = this.#cells;
    return number >= 0 ? number : (cells[KVK]?.number ?? 0);
  }

  /** Day number on which the row that was read last was obtained; NO_NUMBER when the file does not say so for each row. */
  get obtained(): number {
    return this.#cells.dayOf(this.#at.obtained);
  }

  /** Reads the cells and completes them; returns what is wrong with the row, undefined for a good one. */
  read(bytes: Buffer, scanner: RecordScanner): readonly RowFault[] | undefined {
    const cells = this.#cells;
    cells.read(bytes, scanner);
    if (this.#business && cells.cells[KVK]?.fault === 'KVK_MISSING') this.#turnTo(this.#business.find(bytes, scanner));
    if (this.#aliases) this.#turnTo(this.#aliases.get(this.account));
    const { start, end, term } = this.#at;
    if (end >= 0 && term >= 0 && start >= 0 && cells.dayOf(end) === NO_NUMBER) this.#derive(start, end, term);
    if (cells.isFaulty) {
      const faults = this.#faults();
      if (faults.length > 0) return faults;
    }
    return end >= 0 ? this.#judgeDates(start, end) : undefined;
  }

  /** Gives the row another KvK number. */
  #turnTo(kvk: number | undefined): void {
    if (kvk === undefined) return;
    const text = String(kvk).padStart(8, '0');
    this.#cells.number = -1;
    this.#cells.put(KVK, valueCell({ columns: [text], key: text, number: kvk }));
  }

  #derive(start: number, end: number, term: number): void {
    const { cells } = this.#cells;
    const [startCell, endCell, termCell] = [cells[start], cells[end], cells[term]];
    if (startCell === undefined || termCell === undefined || startCell.number === NO_NUMBER || termCell.number === NO_NUMBER) return;
    if (endCell?.fault !== undefined || endCell?.isUnknown === false) return;
    this.#cells.put(end, this.#derived.cell(startCell.number, termCell.number, startCell.text));
  }

  /** A term that cannot be understood matters only where it is needed. */
  #faults(): RowFault[] {
    const { slots, cells } = this.#cells;
    const { end, term } = this.#at;
    const hasEnd = this.#cells.dayOf(end) !== NO_NUMBER;
    const faults: RowFault[] = [];
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index];
      if (cell?.fault === undefined || (index === term && hasEnd)) continue;
      faults.push({ header: slots[index]?.header ?? '', code: cell.fault, detail: cell.detail ?? {} });
    }
    return faults;
  }

  #judgeDates(start: number, end: number): readonly RowFault[] | undefined {
    const endDay = this.#cells.dayOf(end);
    if (endDay === NO_NUMBER) return undefined;
    const header = this.#cells.slots[end]?.header ?? '';
    const { latestEnd, endAtMostYearsAhead } = this.#limits;
    if (endDay > latestEnd) {
      return [{ header, code: 'END_TOO_FAR', detail: { value: fromDayNumber(endDay), years: String(endAtMostYearsAhead) } }];
    }
    const startDay = this.#cells.dayOf(start);
    if (startDay <= endDay) return undefined;
    return [{ header, code: 'END_BEFORE_START', detail: { start: fromDayNumber(startDay), end: fromDayNumber(endDay) } }];
  }

  /** Tells each warning of the row that was read last. */
  warnings(tell: (code: WarningCode) => void): void {
    const { cells, hasWarnings } = this.#cells;
    const { start, end } = this.#at;
    if (hasWarnings) for (const cell of cells) if (cell !== undefined) for (const code of cell.warnings) tell(code);
    if (this.#cells.dayOf(start) > this.#limits.today) tell('START_IN_FUTURE');
    const endDay = this.#cells.dayOf(end);
    if (endDay !== NO_NUMBER && endDay < this.#limits.longPastEnd) tell('END_LONG_PAST');
  }

  /** Appends the row that was read last and leaves its hashes in `hashes`. */
  write(out: LineBuffer): void {
    out.makeRoom();
    const cells = this.#cells;
    const { view } = out;
    const rowStart = out.at;
    let at = rowStart;
    for (let index = 0; index < this.#written; index += 1) {
      at = cells.write(index, view, at);
      view.setUint8(at++, COMMA);
    }
    hashView64(view, rowStart, at - 1, this.hashes, 2);
    at = copyWords(this.#source, 0, this.#sourceLength, view, at);
    if (this.#at.obtained >= 0) at = cells.write(this.#at.obtained, view, at);
    at = copyWords(this.#run, 0, this.#runLength, view, at);
    at = this.#id.write(view, at, this.hashes);
    view.setUint8(at++, COMMA);
    at = writeHex(this.hashes[3] as number, view, at);
    at = writeHex(this.hashes[2] as number, view, at);
    view.setUint8(at++, NEW_LINE);
    out.at = at;
  }
}

/** What stands for a column that the file does not have, where the org needs one. */
function missing(context: SlotContext, field: PlainField, hasTerm: boolean): Slot | undefined {
  if (field === 'kvkNumber') return constantSlot(context, field, faultCell('KVK_MISSING', {}));
  if (field === 'productCategory') return constantSlot(context, field, valueCell({ columns: ['Unknown'], key: 'unknown' }));
  return field === 'endDate' && hasTerm ? constantSlot(context, field, unknownCell(END_COLUMNS)) : undefined;
}
