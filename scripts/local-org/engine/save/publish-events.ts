// Publishing platform events: checked like records, handed on instead of stored.
import { recordId } from '../../../platform/record-id.ts';
import type { Row } from '../../../platform/record.ts';
import type { SaveResult } from '../../../platform/save-result.ts';
import type { SObjectType } from '../../metadata/schema.ts';
import type { SaveContext } from '../org-core.ts';
import { bindRows } from './bind-rows.ts';
import { checkRecords } from './check-records.ts';
import { isSound, NO_ERRORS, type Draft } from './draft.ts';
import { defaultRecord } from './fill-defaults.ts';

/** The platform gives events ids that no record has. */
const EVENT_PREFIX = 'e00';

/** Publishes what passes the checks; results are in the order of the rows. Throws ApiError INVALID_FIELD for unknown names. */
export function publishEvents(context: SaveContext, event: SObjectType, rows: readonly Row[]): readonly SaveResult[] {
  const plan = context.core.plan(event);
  const fresh = { ...defaultRecord(context, plan), CreatedDate: context.instant, CreatedById: context.session.userId };
  const drafts = rows.map((input, place): Draft => ({ place, input, prior: undefined, record: { ...fresh }, errors: NO_ERRORS }));
  bindRows(context, plan, drafts);
  checkRecords(context, plan, drafts, undefined);
  return drafts.map((draft) => {
    if (!isSound(draft)) return { success: false, id: null, created: false, errors: draft.errors };
    const replayId = context.core.events.publish(event, draft.record);
    return { success: true, id: recordId(EVENT_PREFIX, replayId), created: true, errors: [] };
  });
}
