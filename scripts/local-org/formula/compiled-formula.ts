// What the formula compiler gives and asks: a formula knows its references, its type and how to evaluate itself.
import type { CivilDate } from '../../platform/civil-date.ts';
import type { Value } from '../../platform/record.ts';

export type FormulaType = 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'null';

/** What a name in a formula stands for; `picklist` marks text that only ISPICKVAL, CASE, TEXT and the like may take. */
export interface FormulaReference {
  readonly type: FormulaType;
  readonly picklist?: boolean;
  readonly blankAs?: 'zero' | 'blank';
  /** The name as the schema spells it, when the formula may spell it otherwise. */
  readonly name?: string;
  /** A percentage, stored as 50 and read by formulas as 0.5. */
  readonly percent?: boolean;
}

/** Names at compile time: `End_Date__c`, `Account__r.Name`, `$Record.End_Date__c`, `$Label.X`, `varDays`. */
export interface FormulaScope {
  resolve(name: string): FormulaReference | undefined;
}

/** The moment and situation of an evaluation. */
export interface FormulaMoment {
  /** The org's present day in its own time zone. */
  readonly today: CivilDate;
  readonly now: Date;
  /** IANA zone in which DATEVALUE reads a date-time; UTC when absent. */
  readonly timeZone?: string;
  readonly isNew: boolean;
  /** Value of a reference before the save, for ISCHANGED and PRIORVALUE; absent outside a save. */
  readonly prior?: (reference: number) => Value;
}

export interface CompiledFormula {
  readonly source: string;
  readonly type: FormulaType;
  /** Every name that the formula mentions, in the order of their numbers. */
  readonly references: readonly string[];
  /** True when the value depends on the clock or on the save (TODAY, NOW, ISNEW, ISCHANGED, PRIORVALUE). */
  readonly volatile: boolean;
  /** `read` gives the value of a reference by its number; it is only asked for branches that are taken. */
  evaluate(read: (reference: number) => Value, moment: FormulaMoment): Value;
}
