// Flow tests (FlowTest metadata): what goes into a flow, and what must hold when it starts and when it has finished.
import { basename } from 'node:path';
import type { Row, Value } from '../../platform/record.ts';
import { readMetadataXml, type XmlElement } from '../metadata/metadata-xml.ts';
import { packageFiles } from '../metadata/package-files.ts';
import type { Schema, SObjectType } from '../metadata/schema.ts';
import type { Flow, Interview, ScheduledPath } from './flow.ts';
import { UnsupportedFlowElement } from './unsupported-flow-element.ts';

export interface FlowTest {
  readonly name: string;
  readonly flow: Flow;
  /** The record that starts the flow, as it is made; undefined for flows that no record starts. */
  readonly initial: Row | undefined;
  /** The fields that an update changes; undefined for a test of a new record. */
  readonly updated: Row | undefined;
  /** The scheduled path that is tested; the flow's immediate path when undefined. */
  readonly path: ScheduledPath | undefined;
  readonly inputs: readonly { readonly name: string; readonly value: Value }[];
  readonly atStart: readonly FlowAssertion[];
  readonly atFinish: readonly FlowAssertion[];
}

export interface FlowAssertion {
  readonly holds: (interview: Interview) => boolean;
  /** What to tell when it does not hold. */
  readonly message: string;
  /** It asks whether something has failed, so that a failure is what the test expects. */
  readonly asksForError: boolean;
}

const ENDING = '.flowtest-meta.xml';
const ELEMENTS = ['description', 'flowApiName', 'label', 'testPoints', 'testType'];
const TRACED: Readonly<Record<string, (interview: Interview, name: string) => boolean>> = {
  WasVisited: ({ trace }, name) => trace?.visited.has(name) === true,
  HasError: ({ trace, errors }, name) => (name.toLowerCase() === '$record' ? errors.length > 0 : trace?.failed.has(name) === true),
};

/**
 * Reads every flow test below the folders. Throws UnsupportedFlowElement, naming file and element, for what the local org would not test
 * faithfully and for tests of flows that do not exist or are not active.
 */
export function loadFlowTests(folders: readonly string[], flows: readonly Flow[], schema: Schema): readonly FlowTest[] {
  const byName = new Map(flows.map((flow) => [flow.name, flow]));
  return packageFiles(folders, ENDING).map((file) => flowTest(basename(file, ENDING), readMetadataXml(file, 'FlowTest'), byName, schema));
}

function flowTest(name: string, root: XmlElement, flows: ReadonlyMap<string, Flow>, schema: Schema): FlowTest {
  const { file } = root;
  const refuse = (place: string, reason: string): UnsupportedFlowElement => new UnsupportedFlowElement(file, place, reason);
  const unknown = root.names.find((element) => !ELEMENTS.includes(element));
  if (unknown !== undefined) throw refuse(`<${unknown}>`, 'is not implemented by the local org');
  const flow = flows.get(root.required('flowApiName'));
  if (!flow) throw refuse('the test', `is of the flow ${root.required('flowApiName')}, which does not exist or is not active`);
  const object = flow.trigger && schema.object(flow.trigger.object);
  const points = root.all('testPoints');
  const at = (place: string): readonly XmlElement[] => points.filter((point) => point.required('elementApiName') === place);
  if (points.some((point) => !['Start', 'Finish'].includes(point.required('elementApiName'))))
    throw refuse('a test point', 'stands neither at Start nor at Finish');
  const parameters = at('Start').flatMap((point) => point.all('parameters'));
  const assertions = (place: string) => at(place).flatMap((point) => point.all('assertions').flatMap((one) => assertion(one, flow, place)));
  const record = (type: string): Row | undefined => {
    const [found] = parameters.filter((parameter) => parameter.required('type') === type);
    const json = found?.all('value')[0]?.text('sobjectValue');
    if (found && (!object || json === undefined))
      throw refuse('Start', `gives ${type} without a record, or to a flow that no record starts`);
    return object && json !== undefined ? recordOf(json, object, refuse) : undefined;
  };
  if (flow.schedule) throw refuse('the test', `is of ${flow.name}, a scheduled flow, which flow tests do not reach`);
  const known = ['InputTriggeringRecordInitial', 'InputTriggeringRecordUpdated', 'InputVariable', 'ScheduledPath'];
  const strange = parameters.find((parameter) => !known.includes(parameter.required('type')));
  if (strange) throw refuse('Start', `gives a parameter of type ${strange.required('type')}, which the local org does not implement`);
  const initial = record('InputTriggeringRecordInitial');
  if (object && !initial) throw refuse('Start', 'gives no InputTriggeringRecordInitial');
  const pathName = parameters
    .find((parameter) => parameter.required('type') === 'ScheduledPath')
    ?.all('value')[0]
    ?.text('stringValue');
  const path = flow.paths.find((one) => one.name === pathName);
  if (pathName !== undefined && !path) throw refuse('Start', `asks for the path ${pathName}, which ${flow.name} does not have`);
  const atFinish = assertions('Finish');
  if (atFinish.length === 0) throw refuse('Finish', 'asserts nothing: such a test could not fail');
  return {
    name,
    flow,
    initial,
    updated: record('InputTriggeringRecordUpdated'),
    path,
    inputs: parameters.flatMap((parameter) => (parameter.required('type') === 'InputVariable' ? [inputOf(parameter, flow, refuse)] : [])),
    atStart: assertions('Start'),
    atFinish,
  };
}

type Refuse = (place: string, reason: string) => UnsupportedFlowElement;

function recordOf(json: string, object: SObjectType, refuse: Refuse): Row {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    throw refuse('Start', `has a record that is no JSON: ${json.slice(0, 80)}`);
  }
  const row: Row = {};
  for (const [name, value] of Object.entries(parsed as Record<string, Value>)) {
    if (name === 'attributes') continue;
    const field = object.field(name);
    if (!field) throw refuse('Start', `names the field ${object.name}.${name}, which does not exist`);
    row[field.name] = typeof value === 'string' && field.type === 'datetime' ? new Date(value).toISOString() : value === '' ? null : value;
  }
  return row;
}

function inputOf(parameter: XmlElement, flow: Flow, refuse: Refuse): { readonly name: string; readonly value: Value } {
  const name = parameter.required('leftValueReference');
  if (!flow.program.inputs.has(name.toLowerCase())) throw refuse('Start', `hands ${name} to ${flow.name}, which has no such input`);
  const [value] = parameter.all('value');
  const [kind] = value?.names ?? [];
  const text = kind === undefined ? undefined : value?.text(kind);
  if (kind === 'numberValue') return { name, value: Number(text) };
  if (kind === 'booleanValue') return { name, value: text === 'true' };
  if (kind === 'stringValue' || kind === 'dateValue') return { name, value: text ?? null };
  throw refuse('Start', `hands ${name} a <${kind ?? 'nothing'}>, which the local org does not implement`);
}

function assertion(xml: XmlElement, flow: Flow, place: string): readonly FlowAssertion[] {
  const said = xml.text('errorMessage');
  return xml.all('conditions').map((condition) => {
    const [name, operator] = [condition.required('leftValueReference'), condition.required('operator')];
    const traced = Object.hasOwn(TRACED, operator) ? TRACED[operator] : undefined;
    const wanted = condition.all('rightValue')[0]?.flag('booleanValue') !== false;
    const test = traced ? undefined : flow.conditions(oneCondition(xml, condition), place);
    return {
      holds: traced ? (interview) => traced(interview, name) === wanted : (interview) => test?.(interview) === true,
      message: said ?? `${name} ${operator} does not hold at ${place}`,
      asksForError: operator === 'HasError' && wanted,
    };
  });
}

/** An element with that one condition, so that each is told for itself when it does not hold. */
function oneCondition(xml: XmlElement, condition: XmlElement): XmlElement {
  return { ...xml, names: ['conditions'], text: () => undefined, all: (name) => (name === 'conditions' ? [condition] : []) };
}
