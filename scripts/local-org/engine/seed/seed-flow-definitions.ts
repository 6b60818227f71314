// The package's flows as records that clients can ask about: which there are, and that they are active.
import type { Row } from '../../../platform/record.ts';
import type { Flow, FlowTrigger } from '../../flow/flow.ts';
import type { SaveContext } from '../org-core.ts';

const OBJECT = 'FlowDefinitionView';
const TRIGGER_TYPES: Readonly<Record<FlowTrigger['timing'], string>> = {
  'before-save': 'RecordBeforeSave',
  'after-save': 'RecordAfterSave',
  'before-delete': 'RecordBeforeDelete',
};

/** Every flow of the package gets a record; those of flows that are gone are no longer active. */
export function seedFlowDefinitions(context: SaveContext, flows: readonly Flow[]): void {
  const known = new Map(
    context.core.queryRows(context.session, `SELECT Id, ApiName, IsActive FROM ${OBJECT}`).map((row) => [row['ApiName'], row]),
  );
  const names = new Set(flows.map(({ name }) => name));
  const isActive = (row: Row): boolean => names.has(String(row['ApiName']));
  const changed = [...known.values()]
    .filter((row) => row['IsActive'] !== isActive(row))
    .map((row) => ({ Id: row['Id'] ?? null, IsActive: isActive(row) }));
  const added = flows.filter(({ name }) => !known.has(name)).map((flow) => definition(context, flow));
  const { saves } = context.core;
  const results = [
    ...(added.length > 0 ? saves.insert(context, OBJECT, added, { allOrNone: true }) : []),
    ...(changed.length > 0 ? saves.update(context, OBJECT, changed, { allOrNone: true }) : []),
  ];
  const refused = results.find((result) => !result.success);
  if (refused && !refused.success)
    throw new Error(`the seed of ${OBJECT} is refused: ${refused.errors.map(({ message }) => message).join('; ')}`);
}

function definition(context: SaveContext, { name, label, trigger, schedule, event }: Flow): Row {
  const object = trigger?.object ?? event;
  return {
    DurableId: name,
    ApiName: name,
    Label: label,
    ProcessType: 'AutoLaunchedFlow',
    TriggerType: trigger ? TRIGGER_TYPES[trigger.timing] : schedule ? 'Scheduled' : event ? 'PlatformEvent' : null,
    TriggerObjectOrEventLabel: object === undefined ? null : (context.core.schema.object(object)?.label ?? object),
    IsActive: true,
  };
}
