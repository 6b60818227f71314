// Contracts that a person typed without their number: rows of the file that can be about one of them wait until all rows are seen.
import { CsvRows } from './csv-rows.ts';
import type { Fields, Patch } from './patched-records.ts';

/** A contract that waits for its number. */
export interface TypedContract {
  readonly id: string;
  /** As people see it. */
  readonly name: string;
  readonly kvk: number;
  /** Beginning of the external ids that it may have: `KvK|provider|category|`, lower case. */
  readonly prefix: string;
  /** What the org holds, by column of the load; '' for none. */
  readonly values: Readonly<Record<string, string>>;
  /** The org knows other contracts of the same account, provider and category: nobody can tell which of them it is. */
  readonly hasSiblings: boolean;
}

/** A row that was read but not yet judged. */
export interface WaitingRow {
  /** Its CSV line. */
  readonly csv: Uint8Array;
  readonly line: number;
  readonly offset: number;
  readonly length: number;
  /** Low and high word of the hashes of key and content. */
  readonly key: readonly [number, number];
  readonly print: readonly [number, number];
}

export interface SettledRows {
  /** The row gives the contract its number and what it lacked. */
  readonly completed: readonly { readonly patch: Patch; readonly row: WaitingRow }[];
  /** The row says another end date: it stands beside the contract. */
  readonly contradicting: readonly { readonly patch: Patch; readonly row: WaitingRow }[];
  /** Several rows, or several contracts: a person has to tell. */
  readonly doubtful: readonly { readonly name: string; readonly row: WaitingRow }[];
}

const [ID, END, FINGERPRINT] = ['External_Id__c', 'End_Date__c', 'Import_Fingerprint__c'] as const;
const NUMBERS: ReadonlySet<string> = new Set(['Notice_Length__c', 'Renewal_Term_Months__c', 'Monthly_Value__c', 'Quantity__c']);
/** Fields that only mean something together; the first one decides. */
const TOGETHER: Readonly<Record<string, string>> = {
  Is_End_Date_Derived__c: END,
  Date_Precision__c: END,
  Notice_Unit__c: 'Notice_Length__c',
};
const CLEARED = '#N/A';

/** The part of an external id before connection code or contract number. */
export function prefixOf(externalId: string): string {
  return /^(?:[^|]*\|){3}/.exec(externalId)?.[0] ?? '';
}

export class TypedContracts {
  readonly #contracts = new Map<string, TypedContract[]>();
  readonly #accounts = new Set<number>();
  readonly #waiting = new Map<string, { readonly row: WaitingRow; readonly values: ReadonlyMap<string, string> }[]>();
  readonly #columns: readonly string[];

  constructor(contracts: readonly TypedContract[], columns: readonly string[]) {
    this.#columns = columns;
    for (const contract of contracts) {
      this.#contracts.set(contract.prefix, [...(this.#contracts.get(contract.prefix) ?? []), contract]);
      this.#accounts.add(contract.kvk);
    }
  }

  /** True for the accounts that have such contracts. */
  mayConcern(kvk: number): boolean {
    return this.#accounts.has(kvk);
  }

  /** True for an external id with a number that may be one of these. */
  mayBe(externalId: string): boolean {
    const prefix = prefixOf(externalId);
    return externalId !== `${prefix}-` && this.#contracts.has(prefix);
  }

  /** Takes a row whose contract the org does not know when it has a number and may be about one of these. */
  hold(row: WaitingRow): boolean {
    const values = valuesOf(row.csv, this.#columns);
    const externalId = values.get(ID) ?? '';
    if (!this.mayBe(externalId)) return false;
    const prefix = prefixOf(externalId);
    this.#waiting.set(prefix, [...(this.#waiting.get(prefix) ?? []), { row, values }]);
    return true;
  }

  settle(): SettledRows {
    const completed: { patch: Patch; row: WaitingRow }[] = [];
    const contradicting: { patch: Patch; row: WaitingRow }[] = [];
    const doubtful: { name: string; row: WaitingRow }[] = [];
    for (const [prefix, waiting] of this.#waiting) {
      const [contract, ...others] = this.#contracts.get(prefix) ?? [];
      const [first, ...more] = waiting;
      if (contract === undefined || first === undefined) continue;
      if (others.length > 0 || more.length > 0 || contract.hasSiblings) {
        doubtful.push(...waiting.map(({ row }) => ({ name: contract.name, row })));
        continue;
      }
      const [known, said] = [contract.values[END] ?? '', filled(first.values.get(END))];
      if (known !== '' && said !== '' && known !== said) {
        contradicting.push({ patch: patch(contract, { [ID]: first.values.get(ID) ?? null }), row: first.row });
      } else completed.push({ patch: patch(contract, completion(contract, first.values)), row: first.row });
    }
    return { completed, contradicting, doubtful };
  }
}

/** What the row says and the contract lacks; what a person typed stays. */
function completion({ values: known }: TypedContract, said: ReadonlyMap<string, string>): Fields {
  const after: Record<string, string | number | boolean | null> = {};
  for (const [column, text] of said) {
    const isReference = column.includes('.');
    const decisive = TOGETHER[column] ?? column;
    if (isReference || column === ID || column === FINGERPRINT || filled(text) === '' || (known[decisive] ?? '') !== '') continue;
    after[column] = NUMBERS.has(column) ? Number(text) : column.startsWith('Is_') ? text === 'true' : text;
  }
  return { ...after, [ID]: said.get(ID) ?? null, [FINGERPRINT]: said.get(FINGERPRINT) ?? null };
}

function patch({ id, values }: TypedContract, after: Fields): Patch {
  const before = Object.keys(after).map((field) => [field, asField(field, values[field] ?? '')] as const);
  return { object: 'Competitor_Contract__c', id, before: Object.fromEntries(before), after };
}

function asField(field: string, text: string): string | number | boolean | null {
  if (field.startsWith('Is_')) return text === 'true';
  if (text === '') return null;
  return NUMBERS.has(field) ? Number(text) : text;
}

function filled(text: string | undefined): string {
  return text === undefined || text === CLEARED ? '' : text;
}

function valuesOf(csv: Uint8Array, columns: readonly string[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const reader = new CsvRows((row) => {
    for (const [cell, column] of columns.entries()) values.set(column, row.text(cell));
  });
  reader.push(csv);
  reader.close();
  return values;
}
