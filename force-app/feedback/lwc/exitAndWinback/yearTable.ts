// A table of the departures of a year: how many of each, with their share of all as number and as bar.
import LOCALE from '@salesforce/i18n/locale';
import { numberText } from 'c/labelText';

export interface YearRow {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly badTerms?: number;
}

/** `total`: all departures of the year. */
export function yearTable(heading: string, first: string, columns: readonly string[], total: number, rows: readonly YearRow[]): object {
  const share = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });
  return {
    ...{ heading, first, columns },
    rows: rows.map(({ key, name, count, badTerms = 0 }) => {
      const part = total === 0 ? 0 : count / total;
      const texts = [numberText(count), share.format(part), numberText(badTerms)];
      return {
        ...{ key, name, barStyle: `width: ${(100 * part).toFixed(1)}%` },
        cells: columns.map((column, at) => ({ column, text: texts[at] })),
      };
    }),
  };
}
