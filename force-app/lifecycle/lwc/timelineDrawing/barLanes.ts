// Lays contracts that run at the same time in lanes below one another.

export interface Span {
  /** Undefined: since always. */
  readonly from: number | undefined;
  /** Inclusive; undefined: for good. */
  readonly until: number | undefined;
}

/**
 * As few lanes as possible, each in order of time. Lanes go by days, not by pixels, so that zooming never moves a bar to another
 * lane; the span that begins first lies in the first lane.
 */
export function barLanes<Item extends Span>(spans: readonly Item[]): readonly (readonly Item[])[] {
  const begin = ({ from }: Span): number => from ?? -Infinity;
  const sorted = [...spans].sort((one, other) => compare(begin(one), begin(other)) || compare(endOf(one), endOf(other)));
  const lanes: Item[][] = [];
  for (const span of sorted) {
    const free = lanes.find((lane) => {
      const last = lane.at(-1);
      return last === undefined || endOf(last) < begin(span);
    });
    if (free) free.push(span);
    else lanes.push([span]);
  }
  return lanes;
}

function endOf({ until }: Span): number {
  return until ?? Infinity;
}

/** Subtraction would make NaN of two infinite days. */
function compare(one: number, other: number): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
