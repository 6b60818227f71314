// Compiles one flow file to an executable graph, refusing every element and setting that would not be executed.
import { readFileSync } from 'node:fs';
import type { XmlElement } from '../metadata/metadata-xml.ts';
import type { Schema, SObjectType } from '../metadata/schema.ts';
import { actionCall } from './elements/action-call.ts';
import { assignment } from './elements/assignment.ts';
import { collectionProcessor } from './elements/collection-processor.ts';
import { createRecords } from './elements/create-records.ts';
import { customError } from './elements/custom-error.ts';
import { decision } from './elements/decision.ts';
import { deleteRecords } from './elements/delete-records.ts';
import type { ElementCompiler } from './elements/element.ts';
import { getRecords } from './elements/get-records.ts';
import { loop } from './elements/loop.ts';
import { subflow } from './elements/subflow.ts';
import { updateRecords } from './elements/update-records.ts';
import { entryConditions } from './entry-conditions.ts';
import { conditions } from './conditions.ts';
import type { Flow, FlowTiming, FlowTrigger, FlowValue, Node, Program, Resource, Test } from './flow.ts';
import { FlowBuilder } from './flow-builder.ts';
import { FlowNames } from './flow-names.ts';
import { flowSchedule } from './flow-schedule.ts';
import { compileRest, declareOutputs, declareResources } from './flow-resources.ts';
import { scheduledPaths } from './scheduled-paths.ts';
import { UnsupportedFlowElement } from './unsupported-flow-element.ts';

const ELEMENTS: Readonly<Record<string, ElementCompiler>> = {
  actionCalls: actionCall,
  assignments: assignment,
  collectionProcessors: collectionProcessor,
  customErrors: customError,
  decisions: decision,
  loops: loop,
  recordCreates: createRecords,
  recordDeletes: deleteRecords,
  recordLookups: getRecords,
  recordUpdates: updateRecords,
  subflows: subflow,
};
const RESOURCES = ['variables', 'constants', 'formulas', 'textTemplates'];
const SETTINGS = [
  'apiVersion',
  'areMetricsLoggedToDataCloud',
  'description',
  'environments',
  'interviewLabel',
  'label',
  'processMetadataValues',
  'processType',
  'runInMode',
  'start',
  'startElementReference',
  'status',
  'triggerOrder',
];
const START = [
  'connector',
  'doesRequireRecordChangedToMeetCriteria',
  'filterFormula',
  'filterLogic',
  'filters',
  'locationX',
  'locationY',
  'object',
  'recordTriggerType',
  'schedule',
  'scheduledPaths',
  'triggerType',
];

const TIMINGS: Readonly<Record<string, FlowTrigger['timing']>> = {
  RecordBeforeSave: 'before-save',
  RecordAfterSave: 'after-save',
  RecordBeforeDelete: 'before-delete',
};
const OCCASIONS: Readonly<Record<string, FlowTrigger['on']>> = {
  Create: 'create',
  Update: 'update',
  CreateAndUpdate: 'create-and-update',
  Delete: 'delete',
};

function refuseUnknown(file: string, root: XmlElement): void {
  const processType = root.text('processType') ?? 'AutoLaunchedFlow';
  if (processType !== 'AutoLaunchedFlow')
    throw new UnsupportedFlowElement(file, 'the flow', `is of type ${processType}, which the local org does not implement`);
  const unknown = root.names.find((name) => !SETTINGS.includes(name) && !RESOURCES.includes(name) && !(name in ELEMENTS));
  if (unknown === undefined) return;
  const named = root.all(unknown)[0]?.text('name');
  throw new UnsupportedFlowElement(
    file,
    named ?? `<${unknown}>`,
    named === undefined ? 'is not implemented by the local org' : `is one of <${unknown}>, which the local org does not implement`,
  );
}

function triggerOf(file: string, schema: Schema, root: XmlElement, start: XmlElement | undefined): FlowTrigger | undefined {
  const type = start?.text('triggerType');
  if (!start || type === undefined || type === 'None' || type === 'Scheduled' || type === 'PlatformEvent') return undefined;
  if (start.names.includes('schedule')) throw new UnsupportedFlowElement(file, 'start', `has a <schedule> but the trigger ${type}`);
  const timing = TIMINGS[type];
  const on = OCCASIONS[start.text('recordTriggerType') ?? ''];
  const object = schema.object(start.text('object') ?? '');
  if (timing === undefined)
    throw new UnsupportedFlowElement(file, 'start', `has the trigger ${type}, which the local org does not implement`);
  if (!object)
    throw new UnsupportedFlowElement(file, 'start', `names the object ${start.text('object') ?? '(none)'}, which does not exist`);
  if (on === undefined || (on === 'delete') !== (timing === 'before-delete'))
    throw new UnsupportedFlowElement(
      file,
      'start',
      `has the record trigger ${start.text('recordTriggerType') ?? '(none)'}, which does not fit`,
    );
  return { object: object.name, timing, on, order: root.number('triggerOrder') };
}

/** Every element of the file as an empty node, by name. */
function emptyNodes(root: XmlElement): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  for (const kind of Object.keys(ELEMENTS)) {
    for (const xml of root.all(kind)) nodes.set(xml.required('name'), { name: xml.required('name'), order: 0 });
  }
  return nodes;
}

function changesData(builder: FlowBuilder, root: XmlElement): boolean {
  if (['recordCreates', 'recordUpdates', 'recordDeletes'].some((kind) => root.names.includes(kind))) return true;
  return root.all('subflows').some((xml) => builder.flow(xml.required('flowName'), xml.required('name')).program.changesData);
}

/** Variables of one direction by name in lower case. */
function variables(builder: FlowBuilder, root: XmlElement, direction: 'isInput' | 'isOutput'): ReadonlyMap<string, Resource> {
  const named = root.all('variables').filter((xml) => xml.flag(direction) === true);
  return new Map(named.map((xml) => [xml.required('name').toLowerCase(), builder.resource(xml.required('name'), xml.required('name'))]));
}

/**
 * Compiles the root element of a flow file. `flows` gives the flows that it calls, compiled.
 * Throws UnsupportedFlowElement, which names the file and the element.
 */
export function compileFlow(name: string, root: XmlElement, schema: Schema, flows: (name: string) => Flow | undefined): Flow {
  const { file } = root;
  refuseUnknown(file, root);
  const [start] = root.all('start');
  const trigger = triggerOf(file, schema, root, start);
  const scheduled = start?.text('triggerType') === 'Scheduled';
  const event = eventOf(file, schema, start);
  const triggering: SObjectType | undefined = trigger || scheduled ? schema.object(start?.text('object') ?? '') : event;
  const initial: FlowValue[] = [];
  const names = new FlowNames(schema, triggering, initial, trigger !== undefined);
  const nodes = emptyNodes(root);
  const timing = timingOf(trigger, scheduled || event !== undefined);
  const builder = new FlowBuilder({ file, schema, timing, names, nodes, flows });
  if (start) builder.onlyKnown(start, 'start', START);
  const later = declareResources(builder, root);
  declareOutputs(builder, root);
  for (const [kind, compile] of Object.entries(ELEMENTS)) {
    for (const xml of root.all(kind)) {
      const node = nodes.get(xml.required('name'));
      if (node) compile(builder, xml, node);
    }
  }
  compileRest(builder, later);
  const entry = start && !scheduled ? entryConditions(builder, start) : undefined;
  const label = root.text('label') ?? name;
  const first = firstNode(builder, root, start);
  const paths = start && trigger && triggering ? scheduledPaths(builder, start, trigger, triggering) : [];
  builder.orderNodes([first, ...paths.map((path) => path.start)]);
  const program: Program = {
    name,
    label,
    initial,
    start: first,
    ...(entry ? { entry } : {}),
    entryNeedsChange: start?.flag('doesRequireRecordChangedToMeetCriteria') === true,
    changesData: changesData(builder, root),
    inputs: variables(builder, root, 'isInput'),
    outputs: variables(builder, root, 'isOutput'),
  };
  const schedule = start && scheduled ? flowSchedule(builder, start, program) : undefined;
  const standingOutside = (xml: XmlElement, place: string): Test => conditions(builder, xml, place);
  return {
    name,
    label,
    file,
    source: readFileSync(file, 'utf8'),
    trigger,
    schedule,
    event: event?.name,
    paths,
    conditions: standingOutside,
    program,
  };
}

/** The platform event that a flow listens to. */
function eventOf(file: string, schema: Schema, start: XmlElement | undefined): SObjectType | undefined {
  if (start?.text('triggerType') !== 'PlatformEvent') return undefined;
  const event = schema.event(start.text('object') ?? '');
  if (!event) throw new UnsupportedFlowElement(file, 'start', `names the event ${start.text('object') ?? '(none)'}, which does not exist`);
  const strange = start.names.find((name) => !['connector', 'locationX', 'locationY', 'object', 'triggerType'].includes(name));
  if (strange !== undefined)
    throw new UnsupportedFlowElement(file, 'start', `has <${strange}>, which the local org does not implement for events`);
  return event;
}

function timingOf(trigger: FlowTrigger | undefined, byItself: boolean): FlowTiming {
  if (byItself) return 'scheduled';
  return trigger?.timing ?? 'none';
}

function firstNode(builder: FlowBuilder, root: XmlElement, start: XmlElement | undefined): Node | undefined {
  const first = root.text('startElementReference');
  if (first === undefined) return start && builder.next(start, 'connector', 'start');
  const node = builder.nodes.get(first);
  if (!node) throw builder.refusal('start', `leads to ${first}, which does not exist`);
  return node;
}
