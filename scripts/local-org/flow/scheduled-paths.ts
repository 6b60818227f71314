// The `<scheduledPaths>` of a flow's start.
import type { XmlElement } from '../metadata/metadata-xml.ts';
import type { SObjectType } from '../metadata/schema.ts';
import type { FlowTrigger, ScheduledPath } from './flow.ts';
import type { FlowBuilder } from './flow-builder.ts';

const UNITS: readonly string[] = ['Minutes', 'Hours', 'Days'] satisfies readonly ScheduledPath['unit'][];
const LARGEST_BATCH = 200;

/** Refuses paths that run asynchronously right after the save, and what else is not executed. */
export function scheduledPaths(
  builder: FlowBuilder,
  start: XmlElement,
  trigger: FlowTrigger,
  object: SObjectType,
): readonly ScheduledPath[] {
  const paths = start.all('scheduledPaths');
  if (paths.length > 0 && trigger.timing !== 'after-save')
    throw builder.refusal('start', 'has scheduled paths, which only flows after the save can have');
  const again = trigger.on !== 'create' && start.flag('doesRequireRecordChangedToMeetCriteria') !== true;
  if (paths.length > 0 && again)
    throw builder.refusal(
      'start',
      'has scheduled paths but starts at every update: the platform wants doesRequireRecordChangedToMeetCriteria',
    );
  return paths.map((xml) => scheduledPath(builder, xml, object));
}

function scheduledPath(builder: FlowBuilder, xml: XmlElement, object: SObjectType): ScheduledPath {
  const type = xml.text('pathType');
  if (type !== undefined) throw builder.refusal('start', `has a path of type ${type}, which the local org does not implement`);
  const name = xml.required('name');
  const place = `start.${name}`;
  builder.onlyKnown(xml, place, ['connector', 'maxBatchSize', 'offsetNumber', 'offsetUnit', 'recordField', 'timeSource']);
  const unit = xml.text('offsetUnit') ?? 'Days';
  if (!UNITS.includes(unit)) throw builder.refusal(place, `has an offset in ${unit}, which the local org does not implement`);
  const offset = Number(xml.text('offsetNumber') ?? 0);
  if (!Number.isInteger(offset)) throw builder.refusal(place, 'has an offset that is no whole number');
  const source = xml.required('timeSource');
  const field = source === 'RecordField' ? builder.field(object, xml.text('recordField'), place) : undefined;
  if (field && field.type !== 'date' && field.type !== 'datetime')
    throw builder.refusal(place, `counts from ${field.name}, which is no date`);
  if (!field && (source !== 'RecordTriggerEvent' || offset < 0)) throw builder.refusal(place, `counts ${offset} ${unit} from ${source}`);
  return {
    name,
    start: builder.next(xml, 'connector', place),
    offset,
    unit: unit as ScheduledPath['unit'],
    field: field?.name,
    batchSize: Math.min(xml.number('maxBatchSize') ?? LARGEST_BATCH, LARGEST_BATCH),
  };
}
