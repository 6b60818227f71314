// Labels of a picklist's values in the language of the query.
import { invalidField } from './query-error.ts';
import type { QueryContext } from './query-context.ts';
import type { Term } from './term.ts';

/** Label by value. Throws ApiError INVALID_FIELD when the term is no picklist. */
export function picklistLabels(term: Term, context: QueryContext): ReadonlyMap<string, string> {
  const { field } = term;
  if (!field?.picklist) throw invalidField(`toLabel() takes a picklist field, which ${term.name} is not`);
  const schema = context.schema.inLanguage(context.language ?? 'en_US');
  const owner = context.schema.objects.find((object) => object.fields.includes(field));
  const values = schema.object(owner?.name ?? '')?.field(field.name)?.picklist?.values ?? field.picklist.values;
  return new Map(values.map((value) => [value.value, value.label]));
}
