// Gives each item the address of its record.
import type { Item, LinkedItem } from 'c/timelineItem';

/** Asks for the address of a record's page. */
type AddressOf = (recordId: string, objectApiName: string) => Promise<string>;

/**
 * The addresses of records of one object differ in the id alone, so one is asked for each object and not one for each item.
 * `known` keeps what was asked before, by object.
 */
export async function linkedItems(items: readonly Item[], addressOf: AddressOf, known: Map<string, string>): Promise<readonly LinkedItem[]> {
  const samples = new Map(items.map(({ objectApiName, recordId }) => [objectApiName, recordId]));
  for (const [objectApiName, recordId] of samples) {
    if (!known.has(objectApiName)) known.set(objectApiName, (await addressOf(recordId, objectApiName)).replace(recordId, PLACE));
  }
  return items.map((item) => ({ ...item, href: (known.get(item.objectApiName) ?? '').replace(PLACE, item.recordId) }));
}

const PLACE = '{id}';
