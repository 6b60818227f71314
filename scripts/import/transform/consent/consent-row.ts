// One row of a file of consent: read, judged as a whole, and written as who says what, for the load to find the contact.

import { hash64 } from '../../plan/content-hash.ts';
import type { RecordScanner } from '../../source/record-scanner.ts';
import type { LineBuffer } from '../batch-buffers.ts';
import { csvText, NO_NUMBER } from '../cell.ts';
import type { RejectCode, WarningCode } from '../messages.ts';
import { RowCells, type Slot } from '../row-cells.ts';
import type { RowFault } from '../row-fault.ts';
import { slotWith, type SlotContext } from '../slots.ts';
import { columnOf } from '../../source/inspection.ts';
import { dayOf, instantAt, secondsOf } from '../values/said-moment.ts';
import { CONSENT_CELLS, type ReadField } from './consent-cells.ts';
import { isRefusal, statementsOf, type Statement } from './statements.ts';

/** The columns of what is written; statements as `channel=state=said`, between semicolons. */
export const SAID_COLUMNS = [
  ...(['email', 'phone', 'mobilePhone', 'kvkNumber', 'statements', 'confirmedOn'] as const),
  ...(['validUntil', 'wording', 'capturedWhere', 'proofReference', 'purpose'] as const),
] as const;
export type SaidColumn = (typeof SAID_COLUMNS)[number];

const FIELDS = Object.keys(CONSENT_CELLS) as readonly ReadField[];
/** By which of these a person is found, in this order. */
const IDENTITIES = ['email', 'phone', 'mobilePhone', 'kvkNumber'] as const satisfies readonly ReadField[];
const NOT_ONE: Readonly<Record<(typeof IDENTITIES)[number], RejectCode>> = {
  ...{ email: 'EMAIL_INVALID', phone: 'PHONE_INVALID', mobilePhone: 'PHONE_INVALID', kvkNumber: 'KVK_INVALID' },
};

export class ConsentRow {
  readonly account = 0;
  readonly obtained = NO_NUMBER;
  /** Low and high word of the hash of the person, then of the whole row. */
  readonly hashes = new Uint32Array(4);
  readonly #cells: RowCells;
  readonly #at = new Map<ReadField, number>();
  #texts = {} as Readonly<Record<ReadField, string>>;
  #statements: readonly Statement[] = [];

  constructor(context: SlotContext) {
    const slots: Slot[] = [];
    for (const field of FIELDS) {
      const slot = slotWith(context, field, CONSENT_CELLS[field]({ ...context, column: columnOf(context.inspection, field) }));
      if (slot === undefined) continue;
      this.#at.set(field, slots.length);
      slots.push(slot);
    }
    this.#cells = new RowCells(slots);
  }

  read(bytes: Buffer, scanner: RecordScanner): readonly RowFault[] | undefined {
    const cells = this.#cells;
    cells.read(bytes, scanner);
    const faults = cells.slots.flatMap(({ header }, index): RowFault[] => {
      const { fault, detail } = cells.cells[index] ?? {};
      return fault === undefined ? [] : [{ header, code: fault, detail: detail ?? {} }];
    });
    if (faults.length > 0) return faults;
    const nobody = this.#nobody();
    if (nobody !== undefined) return [nobody];
    const texts = this.#all();
    this.#texts = texts;
    const statements = statementsOf({ ...texts, saidOn: this.#saidAt(texts.saidOn) });
    if (typeof statements === 'string') return [{ header: this.#header('statement'), code: statements, detail: {} }];
    this.#statements = statements;
    const isTooEarly = statements.some(({ state, said }) => !isRefusal(state) && said !== '' && this.#isBefore('confirmedOn', said));
    if (isTooEarly) return [{ header: this.#header('confirmedOn'), code: 'CONFIRMED_BEFORE_SAID', detail: {} }];
    const isOver = statements.some(({ state, said }) => !isRefusal(state) && said !== '' && this.#isBefore('validUntil', said));
    return isOver ? [{ header: this.#header('validUntil'), code: 'CONSENT_ENDS_BEFORE', detail: {} }] : undefined;
  }

  write(out: LineBuffer): void {
    out.makeRoom();
    const statements = this.#statements.map(({ channel, state, said }) => [channel, state, said].join('=')).join(';');
    const texts: Readonly<Record<SaidColumn, string>> = { ...this.#texts, statements };
    const person = IDENTITIES.map((field) => texts[field]).join('|');
    const line = Buffer.from(`${SAID_COLUMNS.map((column) => csvText(texts[column])).join(',')}\n`);
    hash64(Buffer.from(person), 0, Buffer.byteLength(person), this.hashes, 0);
    hash64(line, 0, line.length, this.hashes, 2);
    out.bytes.set(line, out.at);
    out.at += line.length;
  }

  warnings(tell: (code: WarningCode) => void): void {
    for (const cell of this.#cells.cells) for (const code of cell?.warnings ?? []) tell(code);
    const where = this.#text('capturedWhere');
    if (this.#statements.some(({ state, said }) => state === 'Given' && (said === '' || where === ''))) tell('CONSENT_ONLY_CLAIMED');
    if (this.#statements.some(({ state, said }) => isRefusal(state) && said === '')) tell('REFUSAL_UNDATED');
    if (this.#statements.some(({ channel }) => channel === 'Every Channel') && this.#text('channel') === '') tell('REFUSAL_OF_EVERYTHING');
  }

  /** A row that names nobody: the cell that should have, where there is one. */
  #nobody(): RowFault | undefined {
    if (IDENTITIES.some((field) => this.#text(field) !== '')) return undefined;
    for (const field of IDENTITIES) {
      const detail = this.#cells.cells[this.#at.get(field) ?? -1]?.detail;
      if (detail !== undefined) return { header: this.#header(field), code: NOT_ONE[field], detail };
    }
    return { header: this.#header('email'), code: 'PERSON_MISSING', detail: {} };
  }

  /** The time may stand in a column of its own. */
  #saidAt(said: string): string {
    const seconds = said === '' || said.includes('T') ? undefined : secondsOf(this.#text('saidAtTime'));
    return seconds === undefined ? said : instantAt(said, seconds);
  }

  #all(): Readonly<Record<ReadField, string>> {
    const texts: Partial<Record<ReadField, string>> = {};
    for (const field of FIELDS) texts[field] = this.#text(field);
    return texts as Record<ReadField, string>;
  }

  #isBefore(field: ReadField, said: string): boolean {
    const text = this.#text(field);
    return text !== '' && (text.includes('T') && said.includes('T') ? text < said : dayOf(text) < dayOf(said));
  }

  /** What a cell of the present row was understood as; '' when the file has no such column, or the cell says nothing. */
  #text(field: ReadField): string {
    const index = this.#at.get(field);
    if (index === undefined) return '';
    const cell = this.#cells.cells[index];
    // a KvK number of eight digits went the fast way
    return cell === undefined ? String(this.#cells.number).padStart(8, '0') : cell.text;
  }

  #header(field: ReadField): string {
    return this.#cells.slots[this.#at.get(field) ?? -1]?.header ?? '';
  }
}
