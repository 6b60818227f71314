// What is wrong with a formula, where in its text.

/**
 * Thrown while a formula is compiled (it cannot be read, its types do not fit, or it uses what the local org does not imitate) and
 * while it is evaluated (DATE(2026, 2, 30), division by zero). `position` counts characters from 0; -1 when evaluating.
 */
export class FormulaError extends Error {
  readonly position: number;

  constructor(message: string, position = -1) {
    super(position < 0 ? message : `${message} (at character ${position + 1})`);
    this.name = 'FormulaError';
    this.position = position;
  }
}
