// Statements that do not become the contract's own: rows in the shape of Contract_Claim__c, with an external id that stays the same.
import { hash64, hashHex } from '../plan/content-hash.ts';
import { CsvRows } from './csv-rows.ts';
import type { CsvRow } from './csv-rows.ts';

/** Columns of the claims that are sent, by the column of the contract row that says it. */
const FROM: Readonly<Record<string, string>> = {
  'Competitor_Contract__r.External_Id__c': 'External_Id__c',
  Source__c: 'Source__c',
  Said_On_Date__c: 'Obtained_On_Date__c',
  Said_End_Date__c: 'End_Date__c',
  Said_Notice_Length__c: 'Notice_Length__c',
  Said_Notice_Unit__c: 'Notice_Unit__c',
  Confidence__c: 'Confidence__c',
  'Import_Run__r.External_Id__c': 'Import_Run__r.External_Id__c',
};
const CLEARED = Buffer.from('#N/A');

/** Makes claims of contract rows under one header. */
export class ClaimRows {
  /** Header of the claims. */
  readonly columns: readonly string[];
  /** Low and high word of the hash of the last claim's external id. */
  readonly hash = new Uint32Array(2);
  readonly #cells: readonly number[];
  /** One reader for all lines: it keeps room for thousands of cells. */
  readonly #reader = new CsvRows((row) => {
    for (const cell of this.#cells) this.#parts.push(cellOf(row, cell), COMMA);
  });
  readonly #parts: Uint8Array[] = [];
  readonly #sourceHex: string;
  #id = '';

  constructor(contractColumns: readonly string[], sourceName: string) {
    const used = Object.entries(FROM)
      .map(([column, from]) => [column, contractColumns.indexOf(from)] as const)
      .filter(([, cell]) => cell >= 0);
    this.columns = [...used.map(([column]) => column), 'External_Id__c'];
    this.#cells = used.map(([, cell]) => cell);
    const words = new Uint32Array(2);
    const source = Buffer.from(sourceName.toLowerCase());
    hash64(source, 0, source.length, words, 0);
    this.#sourceHex = hashHex(words[0] ?? 0, words[1] ?? 0);
  }

  /** Turns to the claim that a source says this about that contract; its external id follows from the three, so a re-run finds it. */
  turnTo(keyLow: number, keyHigh: number, printLow: number, printHigh: number): void {
    this.#id = `${hashHex(keyLow, keyHigh)}-${hashHex(printLow, printHigh)}-${this.#sourceHex}`;
    const bytes = Buffer.from(this.#id);
    hash64(bytes, 0, bytes.length, this.hash, 0);
  }

  /** The line of the claim that was turned to last, from the CSV line of its contract row. */
  line(contractLine: Uint8Array): Uint8Array {
    this.#parts.length = 0;
    this.#reader.push(contractLine);
    this.#reader.close();
    return Buffer.concat([...this.#parts, Buffer.from(`${this.#id}\n`)]);
  }
}

const COMMA = Buffer.from(',');
const QUOTE = 34;

/** The cell as it stands, quotes included; a cell that clears a field says nothing. */
function cellOf(row: CsvRow, cell: number): Uint8Array {
  const [start, end] = [row.start(cell), row.end(cell)];
  const isQuoted = row.bytes[start - 1] === QUOTE && row.bytes[end] === QUOTE;
  const bytes = row.bytes.slice(isQuoted ? start - 1 : start, isQuoted ? end + 1 : end);
  return CLEARED.equals(bytes) ? bytes.subarray(0, 0) : bytes;
}
