// `StringValue`, `DateValue`, …: what a field of a node gives, with the value and how a user sees it.
import { GraphQLObjectType, GraphQLString } from 'graphql';
import { displayValue } from '../ui-api/display-value.ts';
import type { FieldKind } from './field-kinds.ts';
import { ALL_KINDS } from './field-kinds.ts';
import type { RequestContext, ValueSource } from './request-context.ts';
import { SCALARS } from './scalars.ts';

/** Kinds whose values are localised have a format as well; picklists have a label. */
function valueType({ name, scalar }: FieldKind): GraphQLObjectType<ValueSource, RequestContext> {
  const display = (source: ValueSource, _arguments: unknown, context: RequestContext): string | null =>
    source.shownAs ?? displayValue(source.value, inLanguage(source, context), context.session.language);
  return new GraphQLObjectType<ValueSource, RequestContext>({
    name: `${name}Value`,
    fields: {
      value: { type: scalar, resolve: (source) => source.value },
      displayValue: { type: GraphQLString, resolve: display },
      ...(name === 'Picklist' ? { label: { type: GraphQLString, resolve: display } } : {}),
    },
  });
}

function inLanguage({ field, object }: ValueSource, context: RequestContext): ValueSource['field'] {
  return context.schema.object(object)?.field(field.name) ?? field;
}

const TYPES: ReadonlyMap<string, GraphQLObjectType<ValueSource, RequestContext>> = new Map(
  [...ALL_KINDS, { name: 'Long', scalar: SCALARS.Long, comparison: 'number', groupable: true } as const].map((kind) => [
    kind.name,
    valueType(kind),
  ]),
);

/** The value type of a kind, such as `DateValue`. */
export function valueTypeOf(kind: string): GraphQLObjectType<ValueSource, RequestContext> {
  const type = TYPES.get(kind);
  if (!type) throw new Error(`No value type for ${kind}`);
  return type;
}
