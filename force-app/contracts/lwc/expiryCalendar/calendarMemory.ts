// How somebody set the calendar, kept in the browser's session: who comes back from the rows behind a number finds it as it was.
import { AXES, type Axis } from './calendarAxes';

export interface CalendarSetting {
  readonly rows: Axis;
  readonly columns: Axis;
  /** What the third axis is narrowed to; blank for all of it. */
  readonly narrowed: string;
  readonly areAllRowsShown: boolean;
  /** The cell that the keyboard comes to. */
  readonly focused: string;
}

export const AT_START: CalendarSetting = { rows: 'provider', columns: 'month', narrowed: '', areAllRowsShown: false, focused: '0,0' };

const KEY = 'expiryCalendar.setting';

/** The setting as it was left, or as it is at first where none was kept or none can be read. */
export function keptSetting(): CalendarSetting {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return AT_START;
    const { rows, columns, narrowed, areAllRowsShown, focused } = kept as Partial<Record<keyof CalendarSetting, unknown>>;
    const axes = AXES.filter((axis) => axis === rows || axis === columns);
    if (axes.length !== 2 || typeof narrowed !== 'string' || !/^\d+,\d+$/.test(String(focused))) return AT_START;
    return { rows: rows as Axis, columns: columns as Axis, narrowed, areAllRowsShown: areAllRowsShown === true, focused: String(focused) };
  } catch {
    return AT_START;
  }
}

/** A browser that keeps nothing shows the calendar as it is at first. */
export function keepSetting({ rows, columns, narrowed, areAllRowsShown, focused }: CalendarSetting): void {
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify({ rows, columns, narrowed, areAllRowsShown, focused }));
  } catch {
    // nothing depends on it
  }
}
