// How the values of a type stand in a table: numbers to the right, what must not be broken on one line.

export type CellLook = 'amount' | 'whole';

const LOOKS: Readonly<Record<string, CellLook>> = {
  ...{ currency: 'amount', double: 'amount', int: 'amount', percent: 'amount' },
  ...{ date: 'whole', datetime: 'whole', phone: 'whole' },
};

/** Of a type as UI API or the Analytics API names it, which differ in their capitals. */
export function lookOf(dataType: string): CellLook | undefined {
  return LOOKS[dataType.toLowerCase()];
}
