// Owner.Name, What.Type and the like: a field of a parent that may be of several objects.
import { notImplemented } from '../../platform/api-error.ts';
import type { Field } from '../metadata/schema.ts';
import type { QueryContext } from './query-context.ts';
import type { SelectPlan, Source } from './select-plan.ts';
import type { Term } from './term.ts';

/**
 * Of a polymorphic parent the local org knows what all its objects share: Id, Name and Type. Other fields, which on the platform come from
 * the Name object or need TYPEOF, are refused with 501.
 */
export function polymorphicTerm(name: string, source: Source, reference: Field, plan: SelectPlan, context: QueryContext): Term {
  const id = `${source.alias}."${reference.name}"`;
  const parents = reference.referenceTo.flatMap((parent) => context.schema.object(parent) ?? []);
  switch (name.toLowerCase()) {
    case 'id':
      return { sql: id, type: 'reference', name: 'Id', field: reference };
    case 'type': {
      const cases = parents.map((parent) => `WHEN ${plan.parameters.add(parent.keyPrefix)} THEN ${plan.parameters.add(parent.name)}`);
      return { sql: `(CASE substr(${id}, 1, 3) ${cases.join(' ')} END) COLLATE NOCASE`, type: 'string', name: 'Type' };
    }
    case 'name': {
      const names = parents.flatMap((parent) => {
        const nameField = parent.fields.find((field) => field.nameField);
        return nameField ? [`${plan.join(source, reference, parent).alias}."${nameField.name}"`] : [];
      });
      return { sql: `coalesce(${names.join(', ')}, NULL) COLLATE NOCASE`, type: 'string', name: 'Name' };
    }
    default:
      throw notImplemented(
        `the field ${name} of the polymorphic relationship ${reference.relationshipName ?? reference.name} in SOQL (Id, Name and Type are)`,
      );
  }
}
