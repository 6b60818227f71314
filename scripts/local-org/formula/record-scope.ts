// The names that a formula of an object may use: its fields, those of its parents, and the global variables.
import type { Field, FieldType, Schema, SObjectType } from '../metadata/schema.ts';
import type { FormulaReference, FormulaScope, FormulaType } from './compiled-formula.ts';
import { FormulaError } from './formula-error.ts';

const TYPES: Readonly<Record<FieldType, FormulaType | undefined>> = {
  id: 'text',
  reference: 'text',
  string: 'text',
  textarea: 'text',
  picklist: 'text',
  multipicklist: 'text',
  boolean: 'boolean',
  int: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  email: 'text',
  phone: 'text',
  url: 'text',
  address: undefined,
  encryptedstring: undefined,
  base64: undefined,
  anyType: undefined,
};

const REFUSED_GLOBALS = [
  '$Setup',
  '$CustomMetadata',
  '$Api',
  '$Organization',
  '$Profile',
  '$UserRole',
  '$System',
  '$ObjectType',
  '$Action',
  '$Client',
];

/** The formula type of a field type; undefined for what formulas cannot read. */
export function formulaType(type: FieldType): FormulaType | undefined {
  return TYPES[type];
}

function reference(field: Field, name: string): FormulaReference {
  const type = formulaType(field.type);
  if (type === undefined) throw new FormulaError(`Formulas cannot read ${name}, a field of type ${field.type}`);
  return {
    type,
    name,
    ...(field.type === 'picklist' || field.type === 'multipicklist' ? { picklist: true } : {}),
    ...(field.type === 'percent' ? { percent: true } : {}),
  };
}

/** Follows `Account__r.Owner.Name` from an object; undefined when a step does not exist. */
export function resolvePath(
  schema: Schema,
  object: SObjectType,
  path: string,
): { readonly field: Field; readonly name: string } | undefined {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let at: SObjectType | undefined = object;
  const names: string[] = [];
  for (const step of steps) {
    const [relationship = '', target] = step.split(':');
    const parent: Field | undefined = at?.parentRelationship(relationship);
    const named = target ?? parent?.referenceTo[0];
    if (!parent?.relationshipName || named === undefined || !parent.referenceTo.some((name) => name.toLowerCase() === named.toLowerCase()))
      return undefined;
    if (target === undefined && parent.referenceTo.length > 1)
      throw new FormulaError(`${step} may be of several objects; write ${step}:Object`);
    names.push(target === undefined ? parent.relationshipName : `${parent.relationshipName}:${target}`);
    at = schema.object(named);
  }
  const field = at?.field(last);
  return field ? { field, name: [...names, field.name].join('.') } : undefined;
}

/** `$User.X`, `$Label.X` and `$Permission.X`; undefined when the name is none of them, FormulaError for globals that are refused. */
export function resolveGlobal(schema: Schema, name: string): FormulaReference | undefined {
  const [global = '', ...rest] = name.split('.');
  const path = rest.join('.');
  switch (global.toLowerCase()) {
    case '$user': {
      const user = schema.object('User');
      const found = user && resolvePath(schema, user, path);
      return found && reference(found.field, `$User.${found.name}`);
    }
    case '$label':
      return schema.label(path, 'en_US') === undefined ? undefined : { type: 'text', name: `$Label.${path}` };
    case '$permission':
      return { type: 'boolean', name: `$Permission.${path}` };
    default:
      if (REFUSED_GLOBALS.some((refused) => refused.toLowerCase() === global.toLowerCase())) {
        throw new FormulaError(`The local org does not implement ${global} in formulas`);
      }
      return undefined;
  }
}

/** The scope of a formula field, validation rule or default value of an object. References carry the names that the schema spells. */
export function recordScope(schema: Schema, object: SObjectType): FormulaScope {
  return {
    resolve(name) {
      if (name.startsWith('$')) return resolveGlobal(schema, name);
      const found = resolvePath(schema, object, name);
      return found && reference(found.field, found.name);
    },
  };
}
