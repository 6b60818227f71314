// What `npm run rules` prints: a line per object, and every record that the admin changed beside the starter's value.
import type { RuleOutcome } from './load-rules.ts';

export function tellRules(outcomes: readonly RuleOutcome[], isCheck: boolean): string {
  return outcomes.flatMap((outcome) => [tellObject(outcome, isCheck), ...tellKept(outcome)]).join('\n');
}

function tellObject({ object, isAbsent, created, unchanged, renamed, kept, taken }: RuleOutcome, isCheck: boolean): string {
  if (isAbsent) return `${object}: left out, this org has no such object or you may not see it (npm run doctor says which).`;
  const parts = [
    [created.length, isCheck ? 'would be created' : 'created'],
    [taken.length, isCheck ? 'would be set to the starter record' : 'set to the starter record'],
    [renamed.length, isCheck ? 'would be put into the other language' : 'put into the other language'],
    [unchanged.length, 'unchanged'],
    [kept.length, 'kept as they are in the org'],
  ] as const;
  return `${object}: ${parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ')}`;
}

function tellKept({ kept }: RuleOutcome): readonly string[] {
  return kept.flatMap(({ key, differences }) => [
    ...differences.map(
      ({ field, inOrg, starter }) => `  ${key}: ${field} is ${JSON.stringify(inOrg)}, the starter record says ${JSON.stringify(starter)}`,
    ),
    `  to take the starter record: --take ${JSON.stringify(key)}`,
  ]);
}
