// The filters of Get, Update and Delete Records, bound per interview; equal selections of a batch are read once.
import type { StoredRow, Value } from '../../../platform/record.ts';
import type { XmlElement } from '../../metadata/metadata-xml.ts';
import type { SObjectType } from '../../metadata/schema.ts';
import type { Batch, FlowValue, Interview } from '../flow.ts';
import { joined } from '../conditions.ts';
import type { FlowBuilder, Source } from '../flow-builder.ts';
import { single } from '../flow-builder.ts';
import type { RecordFilter, RecordSelection } from '../flow-host.ts';

/** A filter whose value is not bound yet. */
export interface FilterSource {
  readonly field: string;
  readonly operator: string;
  readonly source: Source;
}

const OPERATORS = [
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'GreaterThanOrEqualTo',
  'LessThan',
  'LessThanOrEqualTo',
  'StartsWith',
  'EndsWith',
  'Contains',
  'IsNull',
  'In',
  'NotIn',
];

/** Compiles one `<filters>` element. */
export function filterSource(builder: FlowBuilder, filter: XmlElement, object: SObjectType, element: string): FilterSource {
  builder.onlyKnown(filter, element, ['field', 'operator', 'value']);
  const field = builder.field(object, filter.required('field'), element);
  const operator = filter.required('operator');
  if (!OPERATORS.includes(operator)) throw builder.refusal(element, `filters with ${operator}, which the local org does not implement`);
  const source = builder.value(filter.all('value')[0], element);
  const list = operator === 'In' || operator === 'NotIn';
  builder.checkFits({ type: operator === 'IsNull' ? 'boolean' : builder.fieldType(field, element), collection: list }, source, element);
  return { field: field.name, operator, source };
}

/** The filter with the value that it has for an interview. */
export function boundFilter({ field, operator, source }: FilterSource, interview: Interview): RecordFilter {
  const value = source.read(interview);
  return Array.isArray(value)
    ? { field, operator, value: null, values: value as readonly Value[] }
    : { field, operator, value: single(value) };
}

/** The logic that joins the filters of an element; the host does the joining, here it is only refused when it cannot be read. */
export function filterLogic(builder: FlowBuilder, xml: XmlElement, filters: number, element: string): string {
  const logic = (xml.text('filterLogic') ?? 'and').replace(/^no_conditions$/i, 'and');
  const tests = Array.from({ length: filters }, () => () => true);
  joined(builder, logic, tests, element);
  return logic;
}

const keyOf = (value: FlowValue): string =>
  Array.isArray(value) ? JSON.stringify(value) : typeof value === 'string' ? `"${value}` : String(value);

/** Where a batch, or the host, remembers what selections on an object gave. */
function memory(batch: Batch, object: string): Map<string, readonly StoredRow[]> {
  const kept = batch.host.remembered?.(object) ?? batch.selections.get(object);
  if (kept) return kept;
  const fresh = new Map<string, readonly StoredRow[]>();
  batch.selections.set(object, fresh);
  return fresh;
}

/** Numbers the selectors, since a host remembers results of all flows together; a number makes a shorter key than names. */
let selectors = 0;

/** Compiles the filters of an element to a function that gives an interview's records. `shape` says what else is asked. */
export function selectionReader(
  builder: FlowBuilder,
  xml: XmlElement,
  object: SObjectType,
  element: string,
  shape: Omit<RecordSelection, 'object' | 'filters' | 'filterLogic'>,
): (interview: Interview) => readonly StoredRow[] {
  const sources = xml.all('filters').map((filter) => filterSource(builder, filter, object, element));
  const logic = filterLogic(builder, xml, sources.length, element);
  selectors += 1;
  const place = `${selectors}`;
  const varying = sources.filter(({ source }) => source.literal === undefined);
  return (interview) => {
    // labels, which formulas may tell, are those of the user's language
    let key = `${place}${interview.batch.host.language}`;
    for (const { source } of varying) key += `|${keyOf(source.read(interview))}`;
    const known = memory(interview.batch, object.name);
    const found = known.get(key);
    if (found) {
      interview.batch.read.add(found);
      return found;
    }
    const filters = sources.map((source) => boundFilter(source, interview));
    const rows = interview.batch.host.select({ object: object.name, filters, filterLogic: logic, ...shape });
    known.set(key, rows);
    interview.batch.read.add(rows);
    return rows;
  };
}
