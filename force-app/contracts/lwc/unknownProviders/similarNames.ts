// Which known names look like an unknown one: by the pairs of letters that they share (Dice's coefficient).

function pairsOf(text: string): readonly string[] {
  const letters = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '');
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2));
}

/** From 0, nothing in common, to 1, the same letters. */
export function likeness(one: string, other: string): number {
  const [first, second] = [pairsOf(one), [...pairsOf(other)]];
  if (first.length + second.length === 0) return 0;
  let shared = 0;
  const left = [...second];
  for (const pair of first) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (first.length + second.length);
}

/** The most alike first; names that have nothing in common keep their order. */
export function mostAlikeFirst<Item extends { readonly label: string }>(name: string, items: readonly Item[]): readonly Item[] {
  const scores = new Map(items.map((item) => [item, likeness(name, item.label)]));
  return items.toSorted((one, other) => (scores.get(other) ?? 0) - (scores.get(one) ?? 0));
}
