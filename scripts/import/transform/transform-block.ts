// Turns one block of the file into one batch: accepted rows as CSV, the others with the reason why.

import type { SourceBlock } from '../source/inspection.ts';
import { cellTexts } from '../source/find-header.ts';
import { foldHeader } from '../source/header-name.ts';
import { RecordScanner } from '../source/record-scanner.ts';
import { cellDecoder } from '../source/text-decoder.ts';
import { AccountRow } from './account-row.ts';
import { BatchBuffers } from './batch-buffers.ts';
import type { Reject } from '../plan/import-outcome.ts';
import type { SkipCause, TransformedBatch } from './batch.ts';
import { FILE_ROWS, type FileRow } from './file-row.ts';
import type { WarningCode } from './messages.ts';
import { skipCause } from './odd-rows.ts';
import { describeFaults, type RowFault } from './row-fault.ts';
import type { SlotContext } from './slots.ts';

/** Lines that are remembered per warning and batch. */
const WARNING_LINES = 5;

interface Warning {
  code: string;
  count: number;
  readonly lines: number[];
}

export class BlockTransformer {
  readonly #context: SlotContext;
  readonly #scanner: RecordScanner;
  readonly #row: FileRow;
  readonly #account: AccountRow | undefined;
  readonly #decode;
  readonly #columns: number;
  /** Folded. */
  readonly #headers: ReadonlySet<string>;

  constructor(context: SlotContext) {
    const { inspection, settings } = context;
    this.#context = context;
    this.#scanner = new RecordScanner(inspection.delimiter);
    this.#row = new FILE_ROWS[inspection.kind](context);
    this.#account = settings.accountsMode === 'create' ? new AccountRow(context) : undefined;
    this.#decode = cellDecoder(inspection.dataEncoding);
    this.#columns = inspection.columns.length;
    this.#headers = new Set(inspection.columns.map(({ header }) => foldHeader(header)));
  }

  /** `bytes` are the block's, nothing of them is kept; the batch lives in `buffers`. */
  transform(bytes: Buffer, block: SourceBlock, buffers: BatchBuffers): TransformedBatch {
    const scanner = this.#scanner;
    const columns = this.#columns;
    const rejected: Reject[] = [];
    const skipped: Record<SkipCause, number> = { blank: 0, 'repeated-header': 0, totals: 0, duplicate: 0 };
    const warnings = new Map<WarningCode, Warning>();
    let read = 0;
    let line = block.line;
    const warn = (code: WarningCode): void => {
      const warning = warnings.get(code) ?? { code, count: 0, lines: [] };
      warnings.set(code, warning);
      warning.count += 1;
      if (warning.lines.length < WARNING_LINES) warning.lines.push(line);
    };
    scanner.begin(bytes, bytes.length, true);
    for (let at = 0; at < bytes.length; at = scanner.next) {
      const result = scanner.scan(at);
      if (result === 'unbalanced' || result === 'incomplete') throw new Error(`block at ${block.offset} does not hold whole records`);
      read += 1;
      const faults = this.#read(bytes, columns, result);
      if (faults === undefined) {
        this.#row.write(buffers.contracts);
        this.#account?.write(buffers.accounts);
        this.#row.warnings(warn);
        this.#account?.warnings(warn);
        if (scanner.count > columns) warn('EXTRA_CELLS');
        buffers.endRow(line, block.offset + at, scanner.end - at, this.#row.account, this.#row.hashes, this.#row.obtained);
      } else {
        const cause = skipCause(cellTexts(scanner, bytes, this.#decode), this.#headers, this.#context.inspection.kind);
        if (cause !== undefined) skipped[cause] += 1;
        else {
          const described = describeFaults(faults, this.#context.settings.language);
          rejected.push({ line, offset: block.offset + at, length: scanner.end - at, ...described });
        }
      }
      line += scanner.breaks;
    }
    return { ...buffers.arrays(), rejected, skipped, read, warnings: [...warnings.values()] };
  }

  /** The faults of the record that was scanned last. */
  #read(bytes: Buffer, columns: number, result: 'record' | 'malformed'): readonly RowFault[] | undefined {
    const { count } = this.#scanner;
    if (result === 'malformed') return [{ header: '', code: 'MALFORMED_QUOTE', detail: {} }];
    if (count < columns || (count > columns && !this.#isBlankFrom(bytes, columns))) {
      return [{ header: '', code: 'RAGGED_ROW', detail: { expected: String(columns), got: String(count) } }];
    }
    const row = this.#row.read(bytes, this.#scanner);
    const account = this.#account?.read(bytes, this.#scanner);
    // a row that found its account without a KvK number needs none to make one
    const faults = [...(row ?? []), ...(account ?? [])];
    return faults.length > 0 ? faults : undefined;
  }

  #isBlankFrom(bytes: Buffer, from: number): boolean {
    const { starts, ends, count } = this.#scanner;
    for (let cell = from; cell < Math.min(count, starts.length); cell += 1) {
      if (this.#decode(bytes, starts[cell] as number, ends[cell] as number).trim() !== '') return false;
    }
    return true;
  }
}
