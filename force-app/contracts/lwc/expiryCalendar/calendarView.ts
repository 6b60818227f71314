// The grid as it is drawn: words for keys, addresses for numbers, and the cell that the keyboard stands on.
import { fillLabel, numberText } from 'c/labelText';
import type { Axis } from './calendarAxes';
import type { Grid, GridCell } from './calendarGrid';
import { LABELS } from './calendarLabels';

export interface DrawnCell {
  readonly key: string;
  /** Row and column, header and total included, as `2,5`. */
  readonly at: string;
  readonly tab: string;
  readonly css: string;
  readonly text: string;
  readonly href: string;
  readonly hasCount: boolean;
  /** The whole sentence, for a reader who hears one cell at a time. */
  readonly words: string;
  /** Name of the column, shown where the grid is a list. */
  readonly column: string;
}
export interface DrawnLine {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly DrawnCell[];
}
export interface DrawnGrid {
  readonly columns: readonly { readonly key: string; readonly name: string }[];
  readonly lines: readonly DrawnLine[];
  readonly totals: DrawnLine;
}

export interface DrawSetting {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly nameOf: (axis: Axis, key: string) => string;
  readonly hrefOf: (cell: GridCell) => string;
  /** Rows that are drawn, totals not counted. */
  readonly most: number;
  readonly focused: string;
}

export function drawGrid(grid: Grid, setting: DrawSetting): DrawnGrid {
  const { rows, columns, nameOf, hrefOf } = setting;
  const columnNames = [...grid.columns.map((key) => nameOf(columns, key)), LABELS.total];
  const shown = grid.lines.slice(0, setting.most);
  const [focusedRow = 0, focusedColumn = 0] = setting.focused.split(',').map(Number);
  // a cell that is not there would keep the keyboard out of the grid
  const focused = focusedRow <= shown.length && focusedColumn < columnNames.length ? setting.focused : '0,0';
  const cell = (one: GridCell, rowName: string, row: number, column: number): DrawnCell => {
    const at = `${row},${column}`;
    const text = numberText(one.count);
    const name = columnNames[column] ?? '';
    return {
      key: one.key,
      at,
      tab: at === focused ? '0' : '-1',
      css: `cell cell_${column === grid.columns.length ? 'total' : one.weight}${one.count === 0 ? ' cell_none' : ''}`,
      text: one.count === 0 ? LABELS.none : text,
      href: one.count === 0 ? '' : hrefOf(one),
      hasCount: one.count > 0,
      words: fillLabel(LABELS.cell, text, rowName, name),
      column: name,
    };
  };
  const line = (key: string, name: string, cells: readonly GridCell[], row: number): DrawnLine => ({
    key,
    name,
    cells: cells.map((one, column) => cell(one, name, row, column)),
  });
  return {
    columns: columnNames.map((name, index) => ({ key: grid.columns[index] ?? '*', name })),
    lines: shown.map(({ key, cells, total }, row) => line(key, nameOf(rows, key), [...cells, total], row)),
    totals: line('*', LABELS.total, [...grid.totals, grid.total], shown.length),
  };
}

/** Where a key leads from a cell; undefined for keys that the grid leaves alone. */
export function cellAfterKey(key: string, at: string, lines: number, columns: number): string | undefined {
  const [row = 0, column = 0] = at.split(',').map(Number);
  const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowDown: [row + 1, column],
    ArrowUp: [row - 1, column],
    ArrowRight: [row, column + 1],
    ArrowLeft: [row, column - 1],
    Home: [row, 0],
    End: [row, columns - 1],
    PageUp: [0, column],
    PageDown: [lines, column],
  };
  const to = steps[key];
  return to && `${within(to[0], lines)},${within(to[1], columns - 1)}`;
}
