// When a record-triggered flow starts for a record: its filters or its filter formula.
import type { XmlElement } from '../metadata/metadata-xml.ts';
import type { Test } from './flow.ts';
import type { FlowBuilder } from './flow-builder.ts';
import { condition, joined } from './conditions.ts';

/** The test of a `<start>`; undefined when the flow starts for every record. */
export function entryConditions(builder: FlowBuilder, start: XmlElement): Test | undefined {
  const formula = start.text('filterFormula');
  if (formula !== undefined) {
    const bound = builder.guarded('start', () => builder.names.formula(formula));
    if (bound.type !== 'boolean') throw builder.refusal('start', `has a filter formula that gives a ${bound.type}`);
    return (interview) => bound.read(interview) === true;
  }
  const filters = start.all('filters');
  if (filters.length === 0) return undefined;
  const tests = filters.map((filter) => {
    builder.onlyKnown(filter, 'start', ['field', 'operator', 'value']);
    const field = builder.resource(`$Record.${filter.required('field')}`, 'start');
    return condition(builder, field, filter.required('operator'), builder.value(filter.all('value')[0], 'start'), 'start');
  });
  return joined(builder, start.text('filterLogic'), tests, 'start');
}
