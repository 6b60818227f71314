// Which list of an object comes first and what lists are sorted by: what users of an org set for themselves, since no metadata holds it.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ListView } from '../local-org/pages/site.ts';

type ListOrder = Readonly<Record<string, { readonly first?: string; readonly sorted?: Readonly<Record<string, string>> }>>;
type Lists = Readonly<Record<string, readonly ListView[]>>;

const FILE = 'config/list-order.json';

/** The lists with their order from `config/list-order.json`; throws when that names a list which the package has not got. */
export function orderedLists(root: string, lists: Lists): Lists {
  const file = path.join(root, FILE);
  if (!existsSync(file)) return lists;
  const order = JSON.parse(readFileSync(file, 'utf8')) as ListOrder;
  for (const [object, { first, sorted = {} }] of Object.entries(order)) {
    const unknown = [...(first === undefined ? [] : [first]), ...Object.keys(sorted)].find(
      (name) => !lists[object]?.some((list) => list.name === name),
    );
    if (unknown !== undefined) throw new Error(`${FILE} names the list ${unknown} of ${object}, which the package has not got.`);
  }
  return Object.fromEntries(
    Object.entries(lists).map(([object, ofObject]) => [object, ofObject.map((list) => inOrder(list, order[object]))]),
  );
}

function inOrder(list: ListView, order: ListOrder[string] | undefined): ListView {
  const sort = order?.sorted?.[list.name];
  return { ...list, ...(order?.first === list.name ? { isFirst: true as const } : {}), ...(sort === undefined ? {} : { sort }) };
}
