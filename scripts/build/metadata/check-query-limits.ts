// GraphQL in Lightning components, held against what the platform answers in one query (GraphQL API Developer Guide, "Query Limitations").
import { visit, type ASTNode, type FieldNode, type OperationDefinitionNode } from 'graphql';
import type { Check } from './check.ts';
import { queriesIn } from './check-component-queries.ts';
import type { XmlNode } from './xml-document.ts';

const MOST_LISTS = 10;
/** Rows and groups of one list. */
const MOST_ROWS = 2000;

export const checkQueryLimits: Check = (model, report) => {
  for (const { source, line, document, text } of queriesIn(model)) {
    const bundle = model.tree.of('js').find((file) => file.name === source.component);
    if (!bundle || !document || document instanceof Error) continue;
    const at = ({ loc }: ASTNode): XmlNode => ({
      ...bundle.root,
      line: line + text.slice(0, loc?.start ?? 0).split('\n').length - 1,
    });
    const file = { ...bundle, path: source.path };
    for (const operation of document.definitions.filter((one) => one.kind === 'OperationDefinition')) {
      const lists = listsOf(operation);
      if (lists.length > MOST_LISTS)
        report(
          file,
          at(operation),
          operation.name?.value ?? 'query',
          `It asks for ${lists.length} lists; the platform answers ${MOST_LISTS} in one query.`,
          'Make two queries of it.',
        );
      for (const list of lists) {
        const rows = argument(list, 'first');
        if (rows?.kind === 'IntValue' && Number(rows.value) > MOST_ROWS)
          report(
            file,
            at(list),
            list.name.value,
            `It asks for ${rows.value} rows at once; the platform gives ${MOST_ROWS}.`,
            'Read page by page.',
          );
        const what = argument(list, 'groupBy') ? 'groups' : 'records';
        if (!rows && (what === 'groups' || givesRecords(list)))
          report.advise(
            file,
            at(list),
            list.name.value,
            `It does not say how many ${what} it wants; the platform gives ten.`,
            `Add first: at most ${MOST_ROWS}.`,
          );
      }
    }
  }
};

function argument(field: FieldNode, name: string): NonNullable<FieldNode['arguments']>[number]['value'] | undefined {
  return field.arguments?.find((one) => one.name.value === name)?.value;
}

/** An aggregate without groups is one row. */
function givesRecords(list: FieldNode): boolean {
  const below = (field: FieldNode, name: string): FieldNode | undefined =>
    field.selectionSet?.selections.find((one): one is FieldNode => one.kind === 'Field' && one.name.value === name);
  const edges = below(list, 'edges');
  const node = edges && below(edges, 'node');
  return node !== undefined && !below(node, 'aggregate');
}

/** What has rows or groups: objects below `query` and `aggregate`, and children of records. */
function listsOf(operation: OperationDefinitionNode): readonly FieldNode[] {
  const lists: FieldNode[] = [];
  visit(operation, {
    Field: (field) => {
      const asked = field.selectionSet?.selections.flatMap((one) => (one.kind === 'Field' ? [one.name.value] : [])) ?? [];
      if (asked.some((name) => name === 'edges' || name === 'totalCount' || name === 'pageResultCount')) lists.push(field);
    },
  });
  return lists;
}
