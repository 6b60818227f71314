// What a deployment came to, in a few lines: counts, or each problem once with the files that have it.
import type { DeployAnswer, Refusal } from './deploy-places.ts';

const PROBLEMS_TOLD = 15;

/** Lines for the terminal; `seconds` is what the org took. */
export function tellAnswer({ isTaken, created, changed, unchanged, refusals }: DeployAnswer, seconds: number): string {
  if (isTaken) return `   taken in ${seconds.toFixed(0)} s: ${created} new, ${changed} changed, ${unchanged} as they were`;
  const byProblem = [...Map.groupBy(refusals, ({ problem }) => problem)];
  const told = byProblem.slice(0, PROBLEMS_TOLD).map(([problem, places]) => `   ${placeOf(places)}: ${problem}`);
  const rest = byProblem.length - told.length;
  return [
    `   refused, ${refusals.length} ${refusals.length === 1 ? 'problem' : 'problems'}:`,
    ...told,
    ...(rest > 0 ? [`   and ${rest} more`] : []),
  ].join('\n');
}

function placeOf(places: readonly Refusal[]): string {
  const [first] = places;
  const where = first?.line === undefined ? (first?.place ?? '') : `${first.place}:${first.line}`;
  return places.length > 1 ? `${where} and ${places.length - 1} more` : where;
}
