// Joins points that would lie on top of one another into clusters.

export interface Cluster<Item> {
  /** Middle of the cluster. */
  readonly x: number;
  /** In order of x; one item is a point by itself. */
  readonly items: readonly Item[];
}

interface Growing<Item> {
  readonly first: number;
  readonly last: number;
  readonly items: Item[];
}

/** Clusters stand at least `distance` pixels apart. `xOf` may be called more than once for an item. */
export function clusterPoints<Item>(points: readonly Item[], xOf: (point: Item) => number, distance: number): readonly Cluster<Item>[] {
  const sorted = [...points].sort((one, other) => xOf(one) - xOf(other));
  const grown: Growing<Item>[] = [];
  for (const point of sorted) {
    let current: Growing<Item> = { first: xOf(point), last: xOf(point), items: [point] };
    for (let before = grown.at(-1); before && middle(current) - middle(before) < distance; before = grown.at(-1)) {
      grown.pop();
      current = { first: before.first, last: current.last, items: joined(before.items, current.items) };
    }
    grown.push(current);
  }
  return grown.map((cluster) => ({ x: middle(cluster), items: cluster.items }));
}

function middle({ first, last }: Growing<unknown>): number {
  return (first + last) / 2;
}

/** Appends to the longer list in place, so that one large cluster does not copy itself for each of its points. */
function joined<Item>(one: Item[], other: readonly Item[]): Item[] {
  for (const item of other) one.push(item);
  return one;
}
