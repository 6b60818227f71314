// The options with which a file of rejects, whose few rows prove little, is read as the whole file was.
import type { ImportPlan } from '../plan/import-plan.ts';
import type { SourceInspection } from '../source/inspection.ts';

/** Options for the command line; '' when none is needed. Formats that differ by column belong into a mapping and are left out. */
export function sameReading({ kind, reading, accounts }: ImportPlan, { columns }: Pick<SourceInspection, 'columns'>): string {
  const formats = distinct(columns.map(({ dateFormat }) => dateFormat));
  const decimals = distinct(columns.map(({ decimal }) => decimal));
  return [
    ...(kind === 'contracts' ? [] : [`--kind ${kind}`]),
    ...(reading.mapping === undefined ? [] : [`--mapping "${reading.mapping}"`]),
    ...(formats.length === 1 ? [`--date-format ${formats[0]}`] : []),
    ...(decimals.length === 1 ? [`--decimal ${decimals[0] === ',' ? 'comma' : 'dot'}`] : []),
    ...(accounts === 'create' ? ['--accounts create'] : []),
  ].join(' ');
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
