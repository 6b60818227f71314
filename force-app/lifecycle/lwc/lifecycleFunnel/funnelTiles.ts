// The numbers above the funnel: positions, over target, stuck, and what nobody knows.
import { countedLabel } from 'c/labelText';
import type { Coverage } from './funnelCounts';
import type { FunnelRow } from './funnelRows';

export interface FunnelTile {
  /** Which number it opens. */
  readonly number: string;
  readonly text: string;
  readonly name: string;
  readonly className: string;
}

export interface TileLabels {
  readonly tilePositions: string;
  readonly tileOverTarget: string;
  readonly tileStuck: string;
  readonly tileUnplacedOne: string;
  readonly tileUnplacedOther: string;
  readonly tileUndatedOne: string;
  readonly tileUndatedOther: string;
}

/** What is still being counted, or may not be seen, is left out. */
export function funnelTiles(
  rows: readonly FunnelRow[],
  coverage: Coverage | undefined,
  contracts: { readonly contracts: number; readonly undated: number } | undefined,
  locale: string,
  labels: TileLabels,
): readonly FunnelTile[] {
  const total = (count: (row: FunnelRow) => number): number => rows.reduce((sum, row) => sum + count(row), 0);
  const tile = (number: string, value: number, name: string, look: string): FunnelTile => ({
    number,
    text: new Intl.NumberFormat(locale).format(value),
    name,
    className: `tile tile_${value > 0 ? look : 'none'}`,
  });
  /** The words after the number; the number itself stands above them. */
  const unknown = (one: string, other: string, count: number, of: number): string =>
    countedLabel({ one, other }, count, locale, share(count, of, locale));
  const tiles = [
    tile(
      'now',
      total((row) => row.count),
      labels.tilePositions,
      'brand',
    ),
    tile(
      'overTarget',
      total((row) => row.overTarget),
      labels.tileOverTarget,
      'soon',
    ),
    tile(
      'stuck',
      total((row) => row.stuck),
      labels.tileStuck,
      'urgent',
    ),
  ];
  const unknowns = [
    coverage &&
      tile(
        'unplaced',
        coverage.unplaced,
        unknown(labels.tileUnplacedOne, labels.tileUnplacedOther, coverage.unplaced, coverage.accounts),
        'unknown',
      ),
    contracts &&
      tile(
        'undated',
        contracts.undated,
        unknown(labels.tileUndatedOne, labels.tileUndatedOther, contracts.undated, contracts.contracts),
        'unknown',
      ),
  ];
  return [...tiles, ...unknowns.filter((one) => one !== undefined)];
}

/** A share that is not quite all or nothing never reads as that. */
function share(part: number, whole: number, locale: string): string {
  const percent = whole === 0 ? 0 : (100 * part) / whole;
  const shown = percent > 0 && percent < 1 ? 1 : percent > 99 && percent < 100 ? 99 : Math.round(percent);
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(shown / 100);
}
