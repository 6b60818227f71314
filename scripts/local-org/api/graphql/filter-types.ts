// Inputs of `where`: operators by kind of field, and one filter per object.
import type { GraphQLInputFieldConfigMap, GraphQLInputType, GraphQLScalarType } from 'graphql';
import { GraphQLInputObjectType, GraphQLList, GraphQLString } from 'graphql';
import type { Field, Schema, SObjectType } from '../../metadata/schema.ts';
import { DATE_LITERAL, DATE_RANGE } from './date-literals.ts';
import type { FieldKind } from './field-kinds.ts';
import { kindOf } from './field-kinds.ts';
import { SCALARS } from './scalars.ts';

const SINGLE: Readonly<Record<FieldKind['comparison'], readonly string[]>> = {
  text: ['eq', 'ne', 'like', 'lt', 'gt', 'lte', 'gte'],
  number: ['eq', 'ne', 'lt', 'gt', 'lte', 'gte'],
  date: ['eq', 'ne', 'lt', 'gt', 'lte', 'gte'],
  boolean: ['eq', 'ne'],
  id: ['eq', 'ne'],
  multipicklist: ['eq', 'ne'],
  none: [],
};
const LISTS: Readonly<Record<FieldKind['comparison'], readonly string[]>> = {
  text: ['in', 'nin'],
  number: ['in', 'nin'],
  date: ['in', 'nin'],
  boolean: [],
  id: ['in', 'nin'],
  multipicklist: ['includes', 'excludes'],
  none: [],
};

/** Builds each input once; filters refer to one another lazily, since objects do. */
export class FilterTypes {
  readonly #schema: Schema;
  readonly #filters = new Map<string, GraphQLInputObjectType>();
  readonly #operators = new Map<string, GraphQLInputObjectType>();
  readonly #join: GraphQLInputObjectType;

  constructor(schema: Schema) {
    this.#schema = schema;
    this.#join = new GraphQLInputObjectType({
      name: 'JoinInput',
      fields: () => ({
        ApiName: { type: GraphQLString },
        ...Object.fromEntries(schema.objects.map((object) => [object.name, { type: this.filter(object) }])),
      }),
    });
  }

  /** `<Object>_Filter`: its fields, its parents, and/or/not. */
  filter(object: SObjectType): GraphQLInputObjectType {
    let type = this.#filters.get(object.name);
    if (!type) {
      type = new GraphQLInputObjectType({ name: `${object.name}_Filter`, fields: () => this.#members(object) });
      this.#filters.set(object.name, type);
    }
    return type;
  }

  #members(object: SObjectType): GraphQLInputFieldConfigMap {
    const own = new GraphQLList(this.filter(object));
    const members: GraphQLInputFieldConfigMap = { and: { type: own }, or: { type: own }, not: { type: this.filter(object) } };
    for (const field of object.fields) {
      const kind = kindOf(field);
      if (kind && kind.comparison !== 'none') members[field.name] = { type: this.#operator(kind) };
      const parent = this.#parent(object, field);
      if (parent && field.relationshipName !== undefined) members[field.relationshipName] = { type: parent };
    }
    return members;
  }

  /** A reference to several objects is filtered by the name of one of them first: `Owner: {User: {…}}`. */
  #parent(object: SObjectType, field: Field): GraphQLInputObjectType | undefined {
    const parents = field.referenceTo.flatMap((name) => this.#schema.object(name) ?? []);
    const [only] = parents;
    if (field.relationshipName === undefined || !only) return undefined;
    if (field.referenceTo.length === 1) return this.filter(only);
    const name = `${object.name}_${field.relationshipName}_Filters`;
    let type = this.#filters.get(name);
    if (!type) {
      type = new GraphQLInputObjectType({
        name,
        fields: () => Object.fromEntries(parents.map((parent) => [parent.name, { type: this.filter(parent) }])),
      });
      this.#filters.set(name, type);
    }
    return type;
  }

  #operator(kind: FieldKind): GraphQLInputObjectType {
    const name = `${kind.name === 'ID' ? 'Id' : kind.name}Operators`;
    let type = this.#operators.get(name);
    if (!type) {
      const operand = kind.comparison === 'date' ? dateInput(kind) : kind.scalar;
      const list = new GraphQLList(operand);
      const members: [string, { type: GraphQLInputType }][] = [
        ...SINGLE[kind.comparison].map((operator): [string, { type: GraphQLInputType }] => [operator, { type: operand }]),
        ...LISTS[kind.comparison].map((operator): [string, { type: GraphQLInputType }] => [operator, { type: list }]),
        ...(kind.comparison === 'id' ? ['inq', 'ninq'] : []).map((operator): [string, { type: GraphQLInputType }] => [
          operator,
          { type: this.#join },
        ]),
      ];
      type = new GraphQLInputObjectType({ name, fields: Object.fromEntries(members) });
      this.#operators.set(name, type);
    }
    return type;
  }
}

function dateInput(kind: FieldKind): GraphQLInputObjectType {
  const value: GraphQLScalarType = kind.name === 'Date' ? SCALARS.Date : SCALARS.DateTime;
  return new GraphQLInputObjectType({
    name: `${kind.name}Input`,
    fields: { value: { type: value }, literal: { type: DATE_LITERAL }, range: { type: DATE_RANGE } },
  });
}
