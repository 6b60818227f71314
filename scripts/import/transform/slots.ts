// Binds fields to the columns of a file: a slot per field that the file or its mapping feeds.

import { columnOf, type SourceInspection } from '../source/inspection.ts';
import type { SourceField } from '../source/source-field.ts';
import { cellDecoder } from '../source/text-decoder.ts';
import { CellReader, type Cell, type CellSettings } from './cell.ts';
import { clearedCell, FIELD_CELLS } from './field-cells.ts';
import type { Limits } from './plausibility.ts';
import { FAST_WAYS, type FastWay, type Slot } from './row-cells.ts';
import type { TransformSettings } from './settings.ts';

/** A field that is understood by itself. */
export type PlainField = keyof typeof FIELD_CELLS;

export interface SlotContext {
  readonly inspection: SourceInspection;
  readonly settings: TransformSettings;
  readonly limits: Limits;
}

/** Fields with a fast way, and the longest text of it. */
const FAST: Readonly<Partial<Record<SourceField, { readonly way: FastWay; readonly most: number }>>> = {
  kvkNumber: { way: FAST_WAYS.kvk, most: 8 },
  connectionCode: { way: FAST_WAYS.connectionCode, most: 18 },
  branchNumber: { way: FAST_WAYS.branchNumber, most: 12 },
  companyName: { way: FAST_WAYS.text, most: 255 },
  postcode: { way: FAST_WAYS.postcode, most: 7 },
  contractNumber: { way: FAST_WAYS.text, most: 80 },
  monthlyValue: { way: FAST_WAYS.amount, most: 0 },
};

/** How the cells of a field are decoded and cleaned. */
export function cellSettings({ inspection }: SlotContext, field: SourceField): CellSettings {
  return {
    decode: cellDecoder(inspection.dataEncoding),
    aliases: inspection.aliases[field],
    clearMarkers: inspection.clearMarkers,
    repairsMojibake: inspection.repairsMojibake,
  };
}

/** A marker that no fast way takes for a value: they begin with another sign, or have digits. */
function isNeverFast(marker: string): boolean {
  return marker.startsWith('#') || /^\D{1,20}$/.test(marker);
}

/** A slot that understands its cells as `understand` says; undefined when nothing feeds the field. */
export function slotWith(context: SlotContext, field: SourceField, understand: (text: string) => Cell): Slot | undefined {
  const column = columnOf(context.inspection, field);
  const fixed = context.inspection.fixed[field];
  if (column === undefined && fixed === undefined) return undefined;
  const settings = cellSettings(context, field);
  const reader = new CellReader(settings, understand, clearedCell(field));
  if (column === undefined)
    return { column: -1, reader, fast: FAST_WAYS.none, parameter: 0, always: reader.readText(fixed ?? ''), header: field };
  const fast = settings.aliases === undefined && settings.clearMarkers.every(isNeverFast) ? FAST[field] : undefined;
  const parameter = fast?.way === FAST_WAYS.amount ? (column.decimal ?? '.').charCodeAt(0) : (fast?.most ?? 0);
  return { column: column.index, reader, fast: fast?.way ?? FAST_WAYS.none, parameter, always: undefined, header: column.header };
}

/** The slot of a field that is understood by itself. */
export function slotFor(context: SlotContext, field: PlainField): Slot | undefined {
  const column = columnOf(context.inspection, field);
  return slotWith(context, field, FIELD_CELLS[field]({ ...context, column }));
}

/** A slot with the same cell in every row. */
export function constantSlot(context: SlotContext, field: PlainField, cell: Cell): Slot {
  const reader = new CellReader(cellSettings(context, field), () => cell, undefined);
  return { column: -1, reader, fast: FAST_WAYS.none, parameter: 0, always: cell, header: '' };
}
