// Decides the date format of a column from the evidence of all its rows, or refuses to.

import type { DateFamily, DateTally, Example, OrderEvidence } from './date-evidence.ts';
import { more } from './date-evidence.ts';
import type { DateFormat } from './date-format.ts';

/** At most this share of a column may be written differently; those rows are rejected one by one. More refuses the file. */
export const MINORITY_SHARE = 0.02;

export type DateDecision =
  /** `minority`: values that the format does not fit. */
  | { readonly kind: 'decided'; readonly format: DateFormat; readonly example: Example; readonly minority: Example | undefined }
  | { readonly kind: 'ambiguous'; readonly example: Example; readonly formats: readonly DateFormat[] }
  | { readonly kind: 'mixed'; readonly examples: readonly (Example & { readonly format: string })[] }
  /** Values, but none that is a date. */
  | { readonly kind: 'none'; readonly example: Example }
  /** No values, or only dates that no format can change. */
  | { readonly kind: 'any' };

const FORMAT_OF: Readonly<Record<Exclude<DateFamily, 'ppy' | 'two'>, DateFormat>> = {
  ypp: 'yyyy-mm-dd',
  yyyymmdd: 'yyyymmdd',
  ddmmyyyy: 'ddmmyyyy',
  serial: 'serial',
};
const FAMILY_NAMES: Readonly<Record<DateFamily, string>> = {
  ppy: 'dd-mm-yyyy / mm-dd-yyyy',
  two: 'dd-mm-yy / mm-dd-yy',
  ypp: 'yyyy-mm-dd',
  yyyymmdd: 'yyyymmdd',
  ddmmyyyy: 'ddmmyyyy',
  serial: 'Excel day number',
};

/** The decision for one column. Dates with month names and quarters never count against a format. */
export function decideDateFormat(evidence: DateTally): DateDecision {
  const families = [...evidence.families].sort((one, two) => two[1].count - one[1].count);
  const [largest] = families;
  if (largest === undefined) {
    return evidence.other !== undefined && evidence.named === undefined ? { kind: 'none', example: evidence.other } : { kind: 'any' };
  }
  const total = families.reduce((sum, [, { count }]) => sum + count, 0);
  if (evidence.other !== undefined && evidence.other.count > total) return { kind: 'none', example: evidence.other };
  const [family, example] = largest;
  if (total - example.count > total * MINORITY_SHARE) {
    return { kind: 'mixed', examples: families.map(([name, found]) => ({ ...found, format: FAMILY_NAMES[name] })) };
  }
  const minority = families.slice(1).reduce<Example | undefined>((sum, [, found]) => more(sum, found), undefined);
  if (family !== 'ppy' && family !== 'two') return { kind: 'decided', format: FORMAT_OF[family], example, minority };
  const orders = [...evidence.orders].filter(([key]) => key.startsWith(family)).map(([, order]) => order);
  return decideOrder(orders, family === 'ppy' ? 'yyyy' : 'yy', example, minority);
}

function decideOrder(orders: readonly OrderEvidence[], year: 'yyyy' | 'yy', example: Example, minority: Example | undefined): DateDecision {
  const total = orders.reduce((sum, { count }) => sum + count, 0);
  const sum = (pick: (order: OrderEvidence) => Example | undefined): Example | undefined =>
    orders.reduce<Example | undefined>((found, order) => {
      const added = pick(order);
      return added === undefined ? found : more(found, added);
    }, undefined);
  const dayFirst = sum((order) => order.dayFirst);
  const monthFirst = sum((order) => order.monthFirst);
  const either = sum((order) => order.either);
  const oddYears = sum((order) => order.oddYears);
  const formats: readonly DateFormat[] = year === 'yyyy' ? ['dd-mm-yyyy', 'mm-dd-yyyy'] : ['dd-mm-yy', 'mm-dd-yy', 'yy-mm-dd'];
  if (oddYears !== undefined && oddYears.count > total * MINORITY_SHARE) return { kind: 'ambiguous', example: oddYears, formats };
  if (dayFirst === undefined && monthFirst === undefined) {
    return either === undefined
      ? { kind: 'decided', format: `dd-mm-${year}`, example, minority }
      : { kind: 'ambiguous', example: either, formats };
  }
  const [days, months] = [dayFirst?.count ?? 0, monthFirst?.count ?? 0];
  const format: DateFormat = days >= months ? `dd-mm-${year}` : `mm-dd-${year}`;
  const [clear, contrary] = days >= months ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  const examples = [
    { ...(clear ?? example), format },
    { ...(contrary ?? example), format: days >= months ? `mm-dd-${year}` : `dd-mm-${year}` },
  ];
  if (contrary !== undefined && contrary.count > (days + months) * MINORITY_SHARE) return { kind: 'mixed', examples };
  const undecided = orders.find(
    (order) =>
      order.dayFirst === undefined && order.monthFirst === undefined && order.either !== undefined && order.count > total * MINORITY_SHARE,
  );
  if (undecided?.either !== undefined) return { kind: 'ambiguous', example: undecided.either, formats };
  const outside = contrary === undefined ? minority : more(minority, contrary);
  return { kind: 'decided', format, example: clear ?? example, minority: outside };
}
