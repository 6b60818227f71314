// The values of a picklist as a combobox offers them.
import type { PicklistValuesWire } from 'lightning/uiObjectInfoApi';

/** Record type of objects that have none, as UI API names it. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** `first` stands before them, as long as they have not come too. */
export function choicesOf({ data }: PicklistValuesWire, ...first: readonly Choice[]): Choice[] {
  return [...first, ...(data?.values ?? []).map(({ label, value }) => ({ label, value }))];
}
