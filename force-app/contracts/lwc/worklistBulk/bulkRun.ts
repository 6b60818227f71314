// Carries a plan out and tells of each row what became of it.
import type { RecordChange, RecordOutcome } from 'c/recordBatch';
import type { BulkPlan, RowPlan, RowWords } from './bulkPlan';

export interface BulkResult {
  /** Records that were saved. */
  readonly done: number;
  /** Rows that could not be done: refused by the org, or left out beforehand. */
  readonly failures: readonly RowWords[];
  /** Rows that were done, but whose follow-up was refused. */
  readonly notes: readonly RowWords[];
  /** Takes back what was done. */
  readonly undo: readonly RecordChange[];
}

type Save = (changes: readonly RecordChange[]) => Promise<readonly RecordOutcome[]>;

/** The first change of every row, then what follows from those that were saved. `save` is saveEach of c/recordBatch. */
export async function carryOut({ plans, leftOut }: BulkPlan, save: Save): Promise<BulkResult> {
  const outcomes = await save(plans.map(({ change }) => change));
  const refused: RowWords[] = [];
  const done: { readonly plan: RowPlan; readonly id: string }[] = [];
  plans.forEach((plan, index) => {
    const outcome = outcomes[index];
    if (outcome?.saved) done.push({ plan, id: outcome.id });
    else refused.push({ ...wordsFor(plan), words: outcome?.words ?? '' });
  });
  return {
    done: done.length,
    failures: [...refused, ...leftOut],
    notes: await follow(
      done.map(({ plan }) => plan),
      save,
    ),
    undo: done.flatMap(({ plan, id }) => plan.undo(id)),
  };
}

async function follow(plans: readonly RowPlan[], save: Save): Promise<readonly RowWords[]> {
  const steps = plans.flatMap((plan) => plan.follow.map((change) => ({ plan, change })));
  const outcomes = await save(steps.map(({ change }) => change));
  return steps.flatMap(({ plan }, index) => {
    const outcome = outcomes[index];
    return outcome?.saved ? [] : [{ ...wordsFor(plan), words: outcome?.words ?? '' }];
  });
}

function wordsFor({ rowIds, name }: RowPlan): Pick<RowWords, 'rowIds' | 'name'> {
  return { rowIds, name };
}
