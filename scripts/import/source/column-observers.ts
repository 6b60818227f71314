// Watches the columns on which something has to be decided while the first pass reads the rows.

import { AmountEvidence, joinAmounts, type AmountTally } from './amount-evidence.ts';
import { cleanText } from './clean-text.ts';
import { DateEvidence, joinDates, type DateTally } from './date-evidence.ts';
import { DistinctValues, type DistinctValue, type TakePlain } from './distinct-values.ts';
import { foldHeader, foldValue } from './header-name.ts';
import { providerKey } from './provider-key.ts';
import { fullYear } from './resolve-date.ts';
import { fieldKind, type SourceField } from './source-field.ts';
import type { Spelling } from './inspection.ts';
import { isUnknown } from './unknown-values.ts';

/** Distinct values that a date or amount column holds at once; more are evaluated in portions. */
const DISTINCT_AT_ONCE = 20_000;
/** A provider or category column with more different values than this is no such column. */
export const MOST_SPELLINGS = 10_000;

/** What was seen of one column. Plain data. */
export type Observed =
  | { readonly kind: 'date'; readonly column: number; readonly evidence: DateTally }
  | { readonly kind: 'amount'; readonly column: number; readonly evidence: AmountTally }
  | {
      readonly kind: 'spelling';
      readonly column: number;
      readonly field: 'provider' | 'productCategory';
      /** By the bytes of the cell. */
      readonly spellings: ReadonlyMap<string, Spelling>;
    };

/** Sees the cells of one column. */
export interface Observer {
  readonly seen: Observed;
  /** `seen` is whole when these are finished. */
  readonly values: DistinctValues;
}

/** Bytes are told apart before the encoding is certain; `latin1` keeps them apart as text, and decodes dates and amounts well enough. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** Decoding of an amount: "â‚¬" and 0x80 are both the euro sign, whatever the encoding turns out to be. */
function asciiOnly(text: string): string {
  return text.replace(/\u00E2\u0082\u00AC|[\u0080\u00D5]/g, '').replace(/\u00C2?\u00A0/g, ' ');
}

/** One observer per column that needs one. `twoDigitYearsFrom` as in resolve-date.ts; `onTooMany` throws. */
export function observers(
  fields: readonly (SourceField | undefined)[],
  twoDigitYearsFrom: number,
  onTooMany: (column: number) => never,
): readonly Observer[] {
  return fields.flatMap((field, column): Observer[] => {
    if (field === undefined) return [];
    if (fieldKind(field) === 'date') {
      const evidence = new DateEvidence((year) => fullYear(year, twoDigitYearsFrom) !== undefined);
      return [{ seen: { kind: 'date', column, evidence }, values: feeding(evidence) }];
    }
    if (fieldKind(field) === 'amount') {
      const evidence = new AmountEvidence();
      const values = feeding(evidence, (bytes, start, end, line) => evidence.addPlain(bytes, start, end, line));
      return [{ seen: { kind: 'amount', column, evidence }, values }];
    }
    if (field !== 'provider' && field !== 'productCategory') return [];
    const spellings = new Map<string, Spelling>();
    const values = new DistinctValues(MOST_SPELLINGS, (found, isLast) => {
      if (!isLast) onTooMany(column);
      for (const { bytes, count, line } of found) spellings.set(latin1(bytes), { text: '', key: '', count, line });
    });
    return [{ seen: { kind: 'spelling', column, field, spellings }, values }];
  });
}

function feeding(evidence: { add(text: string, count: number, line: number): void }, takePlain?: TakePlain): DistinctValues {
  const flush = (found: Iterable<DistinctValue>): void => {
    for (const { bytes, count, line } of found) evidence.add(cleanText(asciiOnly(latin1(bytes))), count, line);
  };
  return new DistinctValues(DISTINCT_AT_ONCE, flush, takePlain);
}

/** What two parts of a file show of the same column. */
export function joinObserved(one: Observed, other: Observed): Observed {
  if (one.kind === 'date' && other.kind === 'date') return { ...one, evidence: joinDates(one.evidence, other.evidence) };
  if (one.kind === 'amount' && other.kind === 'amount') return { ...one, evidence: joinAmounts(one.evidence, other.evidence) };
  if (one.kind !== 'spelling' || other.kind !== 'spelling')
    throw new Error(`column ${one.column} was seen as ${one.kind} and ${other.kind}`);
  const spellings = new Map(one.spellings);
  for (const [raw, spelling] of other.spellings) {
    const known = spellings.get(raw);
    spellings.set(raw, known === undefined ? spelling : { ...known, count: known.count + spelling.count });
  }
  return { ...one, spellings };
}

/**
 * The spellings in the file's own encoding, merged where cleaning makes them equal, most frequent first. Without those that are no
 * value: "n.v.t.", and the header of the column where it comes again.
 */
export function decodeSpellings(
  found: ReadonlyMap<string, Spelling>,
  header: string,
  decode: (bytes: Buffer) => string,
  aliases: Readonly<Record<string, string>>,
): readonly Spelling[] {
  const merged = new Map<string, Spelling>();
  for (const [raw, { count, line }] of found) {
    const written = cleanText(decode(Buffer.from(raw, 'latin1')));
    if (isUnknown(written) || foldHeader(written) === foldHeader(header)) continue;
    const text = aliases[foldValue(written)] ?? written;
    const known = merged.get(text);
    const writtenAs = text === written ? known?.writtenAs : [...(known?.writtenAs ?? []), written];
    merged.set(text, {
      ...{ text, key: known?.key ?? providerKey(text), count: count + (known?.count ?? 0), line: Math.min(line, known?.line ?? line) },
      ...(writtenAs && { writtenAs }),
    });
  }
  return [...merged.values()].sort((one, two) => two.count - one.count || one.line - two.line);
}
