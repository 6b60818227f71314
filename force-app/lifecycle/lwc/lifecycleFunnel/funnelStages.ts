// The stages of the funnel in the words of a vocabulary: stages that it calls the same become one row.

export interface Stage {
  readonly id: string;
  /** In the language of the user. */
  readonly name: string;
  readonly order: number;
  /** Blank when the stage has none. */
  readonly targetDays: number | null;
  readonly maximumDays: number | null;
}

/** What a vocabulary calls a stage. */
export interface StageName {
  readonly vocabularyId: string;
  readonly stageId: string;
  readonly name: string;
  readonly order: number;
}

/** One row of the funnel. */
export interface StageGroup {
  readonly key: string;
  readonly name: string;
  /** Our own names of the stages behind it; blank when it is one stage by its own name. */
  readonly detail: string;
  readonly stages: readonly Stage[];
}

/**
 * Rows in the order of the vocabulary; without one, our own stages. A stage that the vocabulary does not name keeps its own
 * name at the end, so that no position is left out of the totals.
 */
export function stageGroups(stages: readonly Stage[], names: readonly StageName[], vocabularyId: string): readonly StageGroup[] {
  const own = [...stages].sort((one, other) => one.order - other.order);
  if (!vocabularyId) return own.map((stage) => groupOf(stage.name, [stage]));
  const named = names.filter((name) => name.vocabularyId === vocabularyId);
  const rows = new Map<string, { order: number; stages: Stage[] }>();
  for (const stage of own) {
    const found = named.find(({ stageId }) => stageId === stage.id);
    const name = found?.name ?? stage.name;
    const order = found?.order ?? Number.MAX_SAFE_INTEGER;
    const row = rows.get(name) ?? { order, stages: [] };
    row.order = Math.min(row.order, order);
    row.stages.push(stage);
    rows.set(name, row);
  }
  return [...rows].sort(([, one], [, other]) => one.order - other.order).map(([name, row]) => groupOf(name, row.stages));
}

function groupOf(name: string, stages: readonly Stage[]): StageGroup {
  const own = stages.map((stage) => stage.name).join(', ');
  return { key: stages.map(({ id }) => id).join('-'), name, detail: own === name ? '' : own, stages };
}
