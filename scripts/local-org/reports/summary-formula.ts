// Summary formulas: what they ask of the rows of a group, and their value from it.
import { notImplemented } from '../../platform/api-error.ts';
import { compileFormula } from '../formula/compile-formula.ts';
import type { FormulaMoment } from '../formula/compiled-formula.ts';
import type { ReportColumn, ReportType, Summary, SummaryFormula } from './report-definition.ts';

export interface CompiledSummaryFormula {
  /** Column summaries that it reads, in the order of its references; undefined stands for the row count. */
  readonly inputs: readonly { readonly column: ReportColumn; readonly summary: Summary }[];
  /** Blank where it divides by nothing, as on the platform. */
  evaluate(inputs: readonly (number | null)[], rowCount: number): number | null;
}

const SUMMARIES: Readonly<Record<string, Summary>> = { SUM: 'Sum', AVG: 'Average', MIN: 'Minimum', MAX: 'Maximum' };
const REFERENCE = /([A-Za-z_][\w.]*):([A-Z]+)/g;
const GROUP_FUNCTION = /\b(PARENTGROUPVAL|PREVGROUPVAL)\b/;
const MOMENT: FormulaMoment = { today: '2000-01-01', now: new Date(0), isNew: false };

/** Throws ApiError NOT_IMPLEMENTED or what the formula compiler says. Columns stand with a dot, `Object__c.Field__c:SUM`. */
export function compileSummaryFormula({ source, label }: SummaryFormula, type: ReportType): CompiledSummaryFormula {
  const across = GROUP_FUNCTION.exec(source)?.[1];
  if (across) throw notImplemented(`${across} in the summary formula ${label}`);
  const inputs: { column: ReportColumn; summary: Summary }[] = [];
  const plain = source.replaceAll(REFERENCE, (_whole, name: string, kind: string) => {
    const column = type.column(name) ?? type.column(name.replace('.', '$'));
    const summary = SUMMARIES[kind];
    if (!column || !summary) throw notImplemented(`${name}:${kind} in the summary formula ${label}`);
    inputs.push({ column, summary });
    return `Input_${inputs.length - 1}`;
  });
  const compiled = compileFormula(
    plain,
    { resolve: (name) => (name === 'RowCount' || /^Input_\d+$/.test(name) ? { type: 'number', blankAs: 'zero' } : undefined) },
    { blankAs: 'zero' },
  );
  return {
    inputs,
    evaluate(values, rowCount) {
      try {
        const value = compiled.evaluate((reference) => {
          const name = compiled.references[reference] ?? '';
          return name === 'RowCount' ? rowCount : (values[Number(name.slice('Input_'.length))] ?? null);
        }, MOMENT);
        return typeof value === 'number' ? value : null;
      } catch {
        return null;
      }
    },
  };
}
