// Gives each item the address of its record.
import type { Item, LinkedItem } from 'c/timelineItem';

/** Stands for the id in an address that is kept. */
const PLACE = '{id}';

/** Asks for the address of a record's page. */
type AddressOf = (recordId: string, objectApiName: string) => Promise<string>;

/**
 * The addresses of records of one object differ in the id alone, so one is asked for each object and not one for each item.
 * `known` keeps what was asked before, by object.
 */
export async function linkedItems(
  items: readonly Item[],
  addressOf: AddressOf,
  known: Map<string, string>,
): Promise<readonly LinkedItem[]> {
  const samples = new Map(items.map(({ objectApiName, recordId }) => [objectApiName, recordId]));
  const unknown = [...samples].filter(([objectApiName]) => !known.has(objectApiName));
  const addresses = await Promise.all(unknown.map(([objectApiName, recordId]) => addressOf(recordId, objectApiName)));
  for (const [at, [objectApiName, recordId]] of unknown.entries()) known.set(objectApiName, addresses[at]?.replace(recordId, PLACE) ?? '');
  return items.map((item) => ({ ...item, href: (known.get(item.objectApiName) ?? '').replace(PLACE, item.recordId) }));
}
