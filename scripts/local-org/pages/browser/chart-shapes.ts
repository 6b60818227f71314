// Lengths, heights and arcs of charts, out of their numbers.
import type { ChartData, ChartGroup } from './report-result.ts';

/** As a share of the largest value, in percent; 0 for what is not above nothing. */
export function shareOf(value: number, most: number): number {
  return most > 0 && value > 0 ? Math.round((1000 * value) / most) / 10 : 0;
}

export function largestOf({ groups }: ChartData): number {
  return Math.max(0, ...groups.map(({ value }) => value));
}

/** Width of a digit and room around a number, and height of a number, in pixels of a chart as narrow and as low as charts become. */
const LEAST = { digit: 7, around: 6, height: 16, width: 260, tall: 144 };

/** Whether the number of a part fits into it: its length lies along a bar, its height along a column. */
export function fitsIn(text: string, value: number, most: number, along: 'wide' | 'high'): boolean {
  const share = shareOf(value, most) / 100;
  return along === 'high' ? share * LEAST.tall >= LEAST.height : share * LEAST.width >= text.length * LEAST.digit + LEAST.around;
}

export interface Arc {
  readonly key: string;
  /** For `stroke-dasharray` and `stroke-dashoffset` of a circle whose circumference is 100. */
  readonly dash: string;
  readonly offset: number;
}

/** The arcs of a ring, clockwise from the top. */
export function arcsOf(groups: readonly ChartGroup[]): readonly Arc[] {
  const total = groups.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  let passed = 0;
  return groups.map(({ key, value }) => {
    const length = total === 0 ? 0 : (100 * Math.max(0, value)) / total;
    const arc = { key, dash: `${round(length)} ${round(100 - length)}`, offset: round(25 - passed) };
    passed += length;
    return arc;
  });
}

/** Points of a line in a field of 100 by 100 with nothing below `least`, each in the middle of its column. */
export function linePoints({ groups }: ChartData): {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly zero: number;
} {
  const values = groups.map(({ value }) => value);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const height = (value: number): number => (most === least ? 100 : round(100 - (100 * (value - least)) / (most - least)));
  return { points: values.map((value, at) => [round((100 * (at + 0.5)) / values.length), height(value)]), zero: height(0) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
