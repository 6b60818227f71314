// `@optional`: fields that the user may not see are left out instead of failing the query (GraphQL API, "Optional Fields").
import type { DocumentNode } from 'graphql';
import { getNamedType, isInterfaceType, isObjectType, TypeInfo, visit, visitWithTypeInfo, type GraphQLSchema } from 'graphql';

/** The document without those optional fields that the schema, which is the user's, does not have. */
export function withoutClosedFields(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        if (!node.directives?.some((directive) => directive.name.value === 'optional')) return undefined;
        const parent = types.getParentType();
        const type = parent && getNamedType(parent);
        const isKnown = (isObjectType(type) || isInterfaceType(type)) && type.getFields()[node.name.value] !== undefined;
        return isKnown || node.name.value.startsWith('__') ? undefined : null;
      },
    }),
  );
}
