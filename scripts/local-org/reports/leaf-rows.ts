// The rows that a report is reckoned from: one per innermost group, grouped and summed up by SOQL.
import type { Value } from '../../platform/record.ts';
import { selectGroup, type GroupValue } from './group-values.ts';
import type { Aggregate, Grouping, Report, ReportColumn } from './report-definition.ts';
import { whereClause } from './report-conditions.ts';
import { compileSummaryFormula, type CompiledSummaryFormula } from './summary-formula.ts';

export type ResultRow = Readonly<Record<string, Value>>;

/** What can be added up over groups: of a column, the number of its values, their sum, the lowest and the highest, as far as they are asked for. */
export interface Tally {
  readonly rows: number;
  /** By code of the column. */
  readonly columns: ReadonlyMap<string, ColumnTally>;
}
export interface ColumnTally {
  readonly count: number;
  readonly sum: number;
  readonly lowest: number | null;
  readonly highest: number | null;
}

export interface LeafRow {
  /** Of the groupings down, then those across. */
  readonly groups: readonly GroupValue[];
  readonly tally: Tally;
}

/** A report with its formulas compiled, and the columns that any aggregate or order of groups asks for. */
export interface PreparedReport {
  readonly report: Report;
  readonly groupings: readonly Grouping[];
  readonly formulas: ReadonlyMap<string, CompiledSummaryFormula>;
  readonly summed: readonly SummedColumn[];
}

/** A column that is reckoned with, and the functions of SOQL that give what is asked of it: each of them costs time on many rows. */
export interface SummedColumn {
  readonly column: ReportColumn;
  readonly functions: readonly SumFunction[];
}

type Summary = 'Sum' | 'Average' | 'Minimum' | 'Maximum';
type SumFunction = 'COUNT' | 'SUM' | 'MIN' | 'MAX';

const FUNCTIONS: Readonly<Record<Summary, readonly SumFunction[]>> = {
  Sum: ['SUM'],
  Average: ['COUNT', 'SUM'],
  Minimum: ['MIN'],
  Maximum: ['MAX'],
};

export function prepareReport(report: Report): PreparedReport {
  const groupings = [...report.groupingsDown, ...report.groupingsAcross];
  const aggregates = [...report.aggregates, ...groupings.flatMap(({ sortedBy }) => sortedBy ?? [])];
  const formulas = new Map(
    aggregates.flatMap((one): [string, CompiledSummaryFormula][] =>
      one.kind === 'formula' ? [[one.formula.name, compileSummaryFormula(one.formula, report.type)]] : [],
    ),
  );
  const asked = [
    ...aggregates.flatMap((one: Aggregate) => (one.kind === 'summary' ? [one] : [])),
    ...[...formulas.values()].flatMap(({ inputs }) => inputs),
  ];
  const summed = new Map<string, SummedColumn>();
  for (const { column, summary } of asked) {
    const functions = summed.get(column.code)?.functions ?? [];
    summed.set(column.code, { column, functions: [...new Set([...functions, ...FUNCTIONS[summary]])] });
  }
  return { report, groupings, formulas, summed: [...summed.values()] };
}

/** SOQL cannot add up checkboxes: they become groups, of which the ticked rows are counted. */
const isCheckbox = ({ type }: ReportColumn): boolean => type === 'boolean';

/** Runs the report's query. `query` gives all rows of a SOQL statement. */
export function leafRows(prepared: PreparedReport, userId: string, query: (soql: string) => readonly ResultRow[]): readonly LeafRow[] {
  const { report, groupings, summed } = prepared;
  const groups = groupings.map(selectGroup);
  const selected = [...groups.flatMap((group) => group.selected), ...summed.flatMap(selectedSum), 'COUNT(Id) n'];
  const checkboxes = summed.flatMap(({ column }) => (isCheckbox(column) ? [column.path] : []));
  const grouped = [...groups.flatMap((group) => group.grouped), ...checkboxes];
  const groupBy = grouped.length === 0 ? '' : ` GROUP BY ${[...new Set(grouped)].join(', ')}`;
  const rows = query(`SELECT ${selected.join(', ')} FROM ${report.type.object}${whereClause(report, userId)}${groupBy}`);
  return rows.map((row) => ({ groups: groups.map(({ read }) => read(row)), tally: tallyOf(row, summed) }));
}

function selectedSum({ column, functions }: SummedColumn, at: number): readonly string[] {
  if (isCheckbox(column)) return [`${column.path} c${at}`];
  return functions.map((name) => `${name}(${column.path}) ${name.toLowerCase()}${at}`);
}

function tallyOf(row: ResultRow, summed: readonly SummedColumn[]): Tally {
  const rows = Number(row['n']);
  const number = (name: string): number | null => (typeof row[name] === 'number' ? row[name] : null);
  return {
    rows,
    columns: new Map(
      summed.map(({ column }, at): [string, ColumnTally] => {
        if (!isCheckbox(column))
          return [
            column.code,
            { count: number(`count${at}`) ?? 0, sum: number(`sum${at}`) ?? 0, lowest: number(`min${at}`), highest: number(`max${at}`) },
          ];
        const value = row[`c${at}`] === true ? 1 : 0;
        return [column.code, { count: rows, sum: value * rows, lowest: value, highest: value }];
      }),
    ),
  };
}

export const EMPTY: Tally = { rows: 0, columns: new Map() };

export function addTallies(one: Tally, other: Tally): Tally {
  const columns = new Map(one.columns);
  for (const [code, tally] of other.columns) {
    const known = columns.get(code);
    columns.set(code, known ? addColumns(known, tally) : tally);
  }
  return { rows: one.rows + other.rows, columns };
}

function addColumns(one: ColumnTally, other: ColumnTally): ColumnTally {
  const pick = (choose: (...numbers: number[]) => number, a: number | null, b: number | null): number | null =>
    a === null ? b : b === null ? a : choose(a, b);
  return {
    count: one.count + other.count,
    sum: one.sum + other.sum,
    lowest: pick(Math.min, one.lowest, other.lowest),
    highest: pick(Math.max, one.highest, other.highest),
  };
}

/** The value of an aggregate; blank where there is nothing to reckon with. */
export function aggregateValue(aggregate: Aggregate, tally: Tally, formulas: PreparedReport['formulas']): number | null {
  if (aggregate.kind === 'count') return tally.rows;
  if (aggregate.kind === 'formula') {
    const formula = formulas.get(aggregate.formula.name);
    const inputs = formula?.inputs.map(({ column, summary }) => summaryValue(tally.columns.get(column.code), summary)) ?? [];
    return formula?.evaluate(inputs, tally.rows) ?? null;
  }
  return summaryValue(tally.columns.get(aggregate.column.code), aggregate.summary);
}

function summaryValue(tally: ColumnTally | undefined, summary: 'Sum' | 'Average' | 'Minimum' | 'Maximum'): number | null {
  if (!tally) return summary === 'Sum' ? 0 : null;
  if (summary === 'Sum') return tally.sum;
  if (summary === 'Average') return tally.count === 0 ? null : tally.sum / tally.count;
  return summary === 'Minimum' ? tally.lowest : tally.highest;
}
