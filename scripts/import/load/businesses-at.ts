// The businesses of single rows of the file, read again at their places.
import { closeSync, openSync, readSync } from 'node:fs';
import { cleanText } from '../source/clean-text.ts';
import type { RowPlace, SourceInspection } from '../source/inspection.ts';
import { splitRow } from '../source/split-row.ts';
import { cellDecoder } from '../source/text-decoder.ts';
import { businessOf } from '../transform/business.ts';
import type { Business } from '../transform/business.ts';

/** One business for every place, in their order. */
export function businessesAt<Place extends RowPlace>(
  { columns, dataPath, dataEncoding, delimiter }: SourceInspection,
  places: readonly Place[],
): readonly { readonly business: Business; readonly place: Place }[] {
  const decode = cellDecoder(dataEncoding);
  const file = openSync(dataPath, 'r');
  try {
    return places.map((place) => {
      const bytes = Buffer.allocUnsafe(place.length);
      const read = readSync(file, bytes, 0, place.length, place.offset);
      const cells = splitRow(decode(bytes, 0, read), delimiter);
      const business = businessOf((field) => cleanText(cells[columns.find((column) => column.field === field)?.index ?? -1] ?? ''));
      return { business, place };
    });
  } finally {
    closeSync(file);
  }
}
