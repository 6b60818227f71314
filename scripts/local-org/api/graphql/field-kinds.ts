// How field types of the org appear in GraphQL: the kind names the scalar, the value type and the operators.
import type { GraphQLScalarType } from 'graphql';
import { GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLString } from 'graphql';
import type { Field, FieldType } from '../../metadata/schema.ts';
import { SCALARS } from './scalars.ts';

/** What a field can be filtered by. */
export type Comparison = 'text' | 'number' | 'date' | 'boolean' | 'id' | 'multipicklist' | 'none';

export interface FieldKind {
  /** `String` gives `StringValue`, `StringOperators`, `StringAggregate`. */
  readonly name: string;
  readonly scalar: GraphQLScalarType;
  readonly comparison: Comparison;
  readonly groupable: boolean;
}

const kind = (name: string, scalar: GraphQLScalarType, comparison: Comparison, groupable: boolean): FieldKind => ({
  name,
  scalar,
  comparison,
  groupable,
});

const LONG_TEXT = kind('LongTextArea', SCALARS.LongTextArea, 'none', false);
const KINDS: Readonly<Partial<Record<FieldType, FieldKind>>> = {
  id: kind('ID', GraphQLID, 'id', true),
  reference: kind('ID', GraphQLID, 'id', true),
  string: kind('String', GraphQLString, 'text', true),
  textarea: kind('TextArea', SCALARS.TextArea, 'text', false),
  picklist: kind('Picklist', SCALARS.Picklist, 'text', true),
  multipicklist: kind('MultiPicklist', SCALARS.MultiPicklist, 'multipicklist', false),
  boolean: kind('Boolean', GraphQLBoolean, 'boolean', true),
  int: kind('Int', GraphQLInt, 'number', true),
  double: kind('Double', SCALARS.Double, 'number', false),
  currency: kind('Currency', SCALARS.Currency, 'number', false),
  percent: kind('Percent', SCALARS.Percent, 'number', false),
  date: kind('Date', SCALARS.Date, 'date', true),
  datetime: kind('DateTime', SCALARS.DateTime, 'date', true),
  time: kind('Time', SCALARS.Time, 'text', false),
  email: kind('Email', SCALARS.Email, 'text', true),
  phone: kind('PhoneNumber', SCALARS.PhoneNumber, 'text', true),
  url: kind('Url', SCALARS.Url, 'text', true),
  encryptedstring: kind('EncryptedString', SCALARS.EncryptedString, 'text', false),
  base64: kind('Base64', SCALARS.Base64, 'none', false),
};

/** Undefined for compound fields, which the local org's GraphQL leaves out. Long text can be read but not filtered. */
export function kindOf(field: Field): FieldKind | undefined {
  return field.type === 'textarea' && field.length > 255 ? LONG_TEXT : KINDS[field.type];
}

/** All kinds, for building the types that depend on them once. */
export const ALL_KINDS: readonly FieldKind[] = [...new Map([...Object.values(KINDS), LONG_TEXT].map((one) => [one.name, one])).values()];
