// Owner.Name, What.Type and the like: a field of a parent that may be of several objects.
import { notImplemented } from '../../platform/api-error.ts';
import type { Field, SObjectType } from '../metadata/schema.ts';
import type { QueryContext } from './query-context.ts';
import type { SelectPlan, Source } from './select-plan.ts';
import { isText } from './term.ts';
import type { Term } from './term.ts';

/** Fields of the platform's Name object, which stands for whatever a polymorphic relationship points at. Name and Type are computed. */
const NAME_OBJECT = [
  'Alias',
  'Email',
  'FirstName',
  'IsActive',
  'LastName',
  'Phone',
  'ProfileId',
  'Title',
  'Username',
  'UserRoleId',
] as const;

/**
 * A field of a polymorphic parent, as the platform's Name object has them: Id, Name, Type and what users, contacts and leads know of a person,
 * blank where the parent has no such field. Others, which need TYPEOF, are refused with 501.
 */
export function polymorphicTerm(name: string, source: Source, reference: Field, plan: SelectPlan, context: QueryContext): Term {
  const id = `${source.alias}."${reference.name}"`;
  const parents = reference.referenceTo.flatMap((parent) => context.schema.object(parent) ?? []);
  const firstOf = (fieldOf: (parent: SObjectType) => Field | undefined): string => {
    const columns = parents.flatMap((parent) => {
      const field = fieldOf(parent);
      return field && !field.formula ? [`${plan.join(source, reference, parent).alias}."${field.name}"`] : [];
    });
    return `coalesce(${columns.join(', ')}, NULL)`;
  };
  switch (name.toLowerCase()) {
    case 'id':
      return { sql: id, type: 'reference', name: 'Id', field: reference };
    case 'type': {
      const cases = parents.map((parent) => `WHEN ${plan.parameters.add(parent.keyPrefix)} THEN ${plan.parameters.add(parent.name)}`);
      return { sql: `(CASE substr(${id}, 1, 3) ${cases.join(' ')} END) COLLATE NOCASE`, type: 'string', name: 'Type' };
    }
    case 'name':
      return { sql: `${firstOf((parent) => parent.fields.find((field) => field.nameField))} COLLATE NOCASE`, type: 'string', name: 'Name' };
    default: {
      const known = NAME_OBJECT.find((field) => field.toLowerCase() === name.toLowerCase());
      const example = known && parents.flatMap((parent) => parent.field(known) ?? [])[0];
      if (!known || !example) {
        throw notImplemented(`the field ${name} of the polymorphic relationship ${reference.relationshipName ?? reference.name} in SOQL`);
      }
      const sql = firstOf((parent) => parent.field(known));
      return { sql: isText(example.type) ? `${sql} COLLATE NOCASE` : sql, type: example.type, name: known };
    }
  }
}
