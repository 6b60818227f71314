// The sales stages of a new org as records: those of the picklist Opportunity.StageName, in its order.
import type { Row } from '../../../platform/record.ts';
import type { SaveContext } from '../org-core.ts';
import { saves } from '../save/save-records.ts';

/** Writes the stages unless the org has them; new databases and those of before know them alike. */
export function seedOpportunityStages(context: SaveContext): void {
  const { core, session } = context;
  const known = new Set(core.queryRows(session, 'SELECT Id, ApiName FROM OpportunityStage').map((row) => row['ApiName']));
  const values = core.schema.object('Opportunity')?.field('StageName')?.picklist?.values ?? [];
  const rows = values.flatMap(({ value, label, active }, at): readonly Row[] =>
    known.has(value)
      ? []
      : [
          {
            ApiName: value,
            MasterLabel: label,
            IsActive: active,
            SortOrder: at + 1,
            IsClosed: value.startsWith('Closed'),
            IsWon: value === 'Closed Won',
          },
        ],
  );
  if (rows.length === 0) return;
  const failed = saves.insert(context, 'OpportunityStage', rows, { allOrNone: true }).find(({ success }) => !success);
  if (failed) throw new Error(`OpportunityStage is refused: ${JSON.stringify(failed)}`);
}
