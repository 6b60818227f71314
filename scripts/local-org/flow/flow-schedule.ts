// The `<schedule>` of a flow's start: when it runs by itself, and for which records.
import { isCivilDate } from '../../platform/civil-date.ts';
import type { XmlElement } from '../metadata/metadata-xml.ts';
import type { FlowSchedule, Program } from './flow.ts';
import type { FlowBuilder } from './flow-builder.ts';
import { boundFilter, filterLogic, filterSource } from './elements/selection.ts';
import { newBatch, newInterview } from './interview.ts';

const FREQUENCIES: readonly string[] = ['Once', 'Daily', 'Weekly'] satisfies readonly FlowSchedule['frequency'][];
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}$/;

/** The schedule of a start whose trigger is Scheduled; `program` is the flow's own, for filters that name its formulas. */
export function flowSchedule(builder: FlowBuilder, start: XmlElement, program: Program): FlowSchedule {
  const [schedule] = start.all('schedule');
  if (!schedule) throw builder.refusal('start', 'is scheduled but has no <schedule>');
  builder.onlyKnown(schedule, 'start', ['frequency', 'startDate', 'startTime']);
  const frequency = schedule.required('frequency');
  if (!FREQUENCIES.includes(frequency))
    throw builder.refusal('start', `has the frequency ${frequency}, which the local org does not implement`);
  const startDate = schedule.required('startDate');
  const startTime = schedule.required('startTime').replace(/Z$/, '');
  if (!isCivilDate(startDate)) throw builder.refusal('start', `has the start date ${startDate}, which is no day`);
  if (!TIME.test(startTime)) throw builder.refusal('start', `has the start time ${startTime}, which is no time of day`);
  for (const name of ['filterFormula', 'recordTriggerType', 'doesRequireRecordChangedToMeetCriteria', 'scheduledPaths']) {
    if (start.names.includes(name)) throw builder.refusal('start', `has <${name}>, which scheduled flows do not have`);
  }
  return { frequency: frequency as FlowSchedule['frequency'], startDate, startTime, records: recordsOf(builder, start, program) };
}

function recordsOf(builder: FlowBuilder, start: XmlElement, program: Program): FlowSchedule['records'] {
  const name = start.text('object');
  const filters = start.all('filters');
  if (name === undefined) {
    if (filters.length > 0) throw builder.refusal('start', 'has filters but no object');
    return undefined;
  }
  const object = builder.object(name, 'start');
  for (const filter of filters) {
    const reference = filter.all('value')[0]?.text('elementReference');
    if (reference?.toLowerCase().startsWith('$record'))
      throw builder.refusal('start', `filters by ${reference}, which has no record before the flow starts`);
  }
  const sources = filters.map((filter) => filterSource(builder, filter, object, 'start'));
  const logic = filterLogic(builder, start, sources.length, 'start');
  return (host) => {
    const interview = newInterview(newBatch(host, 'scheduled'), program, { record: {}, prior: undefined, isNew: false });
    return { object: object.name, filters: sources.map((source) => boundFilter(source, interview)), filterLogic: logic };
  };
}
