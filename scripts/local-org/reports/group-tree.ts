// The groups of a report as trees, in their order, with the keys by which facts are found: `0`, `0_1`, `T` for all.
import { addTallies, aggregateValue, EMPTY, type LeafRow, type PreparedReport, type Tally } from './leaf-rows.ts';
import type { GroupValue } from './group-values.ts';
import type { Grouping } from './report-definition.ts';

export interface Group {
  readonly key: string;
  readonly value: string | null;
  readonly label: string;
  readonly groups: readonly Group[];
}

/** How a group is called, and its place among the others of its grouping. */
export interface GroupNames {
  label(value: GroupValue, grouping: Grouping): string;
  /** Smaller than 0 when the first stands before the second. */
  compare(one: GroupValue, other: GroupValue, grouping: Grouping): number;
}

/** `path` holds the values of the groupings above. */
export function groupTree(
  rows: readonly (readonly [groups: readonly GroupValue[], tally: Tally])[],
  groupings: readonly Grouping[],
  names: GroupNames,
  formulas: PreparedReport['formulas'],
  above = '',
): readonly Group[] {
  const [grouping, ...inner] = groupings;
  if (!grouping) return [];
  const found = [...Map.groupBy(rows, ([[value]]) => value?.value ?? null).values()].map((members) => ({
    value: members[0]?.[0][0] ?? { value: null },
    members,
    tally: members.map(([, tally]) => tally).reduce(addTallies, EMPTY),
  }));
  const { sortedBy, order } = grouping;
  const direction = order === 'Desc' ? -1 : 1;
  found.sort((one, other) => {
    const byAggregate = sortedBy
      ? (aggregateValue(sortedBy, one.tally, formulas) ?? 0) - (aggregateValue(sortedBy, other.tally, formulas) ?? 0)
      : 0;
    return direction * byAggregate || (sortedBy ? 1 : direction) * names.compare(one.value, other.value, grouping);
  });
  return found.map(({ value, members }, index) => {
    const key = above === '' ? String(index) : `${above}_${index}`;
    const rest = members.map(([values, tally]): [readonly GroupValue[], Tally] => [values.slice(1), tally]);
    return { key, value: value.value, label: names.label(value, grouping), groups: groupTree(rest, inner, names, formulas, key) };
  });
}

/** The keys of the groups that a row belongs to, from all of them (`T`) to the innermost. */
export function keysOf(groups: readonly Group[], values: readonly GroupValue[]): readonly string[] {
  const keys = ['T'];
  let level = groups;
  for (const { value } of values) {
    const group = level.find((one) => one.value === value);
    if (!group) break;
    keys.push(group.key);
    level = group.groups;
  }
  return keys;
}

/** Every key of a tree, `T` last. */
export function allKeys(groups: readonly Group[]): readonly string[] {
  const below = (level: readonly Group[]): readonly string[] => level.flatMap((group) => [group.key, ...below(group.groups)]);
  return [...below(groups), 'T'];
}

/** The groups of rows down and across, each from its own part of a row's values. */
export function bothTrees(
  rows: readonly LeafRow[],
  { report, formulas }: PreparedReport,
  names: GroupNames,
): { readonly down: readonly Group[]; readonly across: readonly Group[] } {
  const count = report.groupingsDown.length;
  const tree = (groupings: readonly Grouping[], part: (values: readonly GroupValue[]) => readonly GroupValue[]): readonly Group[] =>
    groupTree(
      rows.map(({ groups, tally }) => [part(groups), tally]),
      groupings,
      names,
      formulas,
    );
  return {
    down: tree(report.groupingsDown, (values) => values.slice(0, count)),
    across: tree(report.groupingsAcross, (values) => values.slice(count)),
  };
}
