// Any list of records: the GraphQL query for its columns, and the cells of each record that comes back.
import type { ShownField } from './field-text.ts';

/** What object-info tells, as far as lists need it. */
export interface ListedObject {
  readonly apiName: string;
  readonly nameFields: readonly string[];
  readonly fields: Readonly<Record<string, ListedField>>;
}
export interface ListedField {
  readonly apiName: string;
  readonly label: string;
  readonly dataType: string;
  /** What a formula makes of HYPERLINK. */
  readonly htmlFormatted?: boolean;
  readonly relationshipName: string | null;
  readonly referenceToInfos: readonly { readonly apiName: string; readonly nameFields: readonly string[] }[];
}

interface Leaf {
  readonly value: unknown;
  readonly displayValue?: string | null;
}
export type ListedNode = { readonly Id: string } & Readonly<Record<string, unknown>>;

/** A field that GraphQL offers with both its value and the text of it; other types have no displayValue worth asking. */
const WITH_TEXT = new Set(['Picklist', 'MultiPicklist']);

/** The columns that the object really has; others are left out, as fields that a user may not see are not told. */
export function knownColumns(object: ListedObject, columns: readonly string[]): readonly ListedField[] {
  return columns.flatMap((name) => object.fields[name] ?? []);
}

/** Relationship of a reference to one kind of object, whose name can then be asked as well. */
function parentOf(
  field: ListedField,
): { readonly relationship: string; readonly objectApiName: string; readonly nameField: string } | undefined {
  const [target, ...others] = field.referenceToInfos;
  const nameField = target?.nameFields[0];
  if (!field.relationshipName || !target || !nameField || others.length > 0) return undefined;
  return { relationship: field.relationshipName, objectApiName: target.apiName, nameField };
}

/** A query with the variables `$where`, `$orderBy` and `$first`. Names come from the org's own object-info. */
export function listQuery(object: ListedObject, columns: readonly ListedField[]): string {
  const selections = columns.map((field) => {
    const parent = parentOf(field);
    if (parent) return `${parent.relationship} { Id ${parent.nameField} { value } }`;
    return `${field.apiName} { value${WITH_TEXT.has(field.dataType) ? ' displayValue' : ''} }`;
  });
  return `query list($where: ${object.apiName}_Filter, $orderBy: ${object.apiName}_OrderBy, $first: Int) {
  uiapi { query { ${object.apiName}(where: $where, orderBy: $orderBy, first: $first) {
    totalCount pageInfo { hasNextPage } edges { node { Id ${[...new Set(selections)].filter((text) => text !== 'Id').join(' ')} } }
  } } }
}`;
}

/** The value of a column; the name of the record itself leads to the record. */
export function cellOf(node: ListedNode, object: ListedObject, field: ListedField): ShownField {
  const parent = parentOf(field);
  if (parent) {
    const record = node[parent.relationship] as ({ readonly Id: string } & Readonly<Record<string, Leaf | null>>) | null | undefined;
    const name = record?.[parent.nameField]?.value;
    const reference = record ? { id: record.Id, objectApiName: parent.objectApiName, name: String(name ?? record.Id) } : undefined;
    return { dataType: 'Reference', value: record?.Id ?? null, reference };
  }
  const leaf = node[field.apiName] as Leaf | null | undefined;
  const value = leaf?.value ?? null;
  if (object.nameFields[0] === field.apiName) {
    return { dataType: 'Reference', value, reference: { id: node.Id, objectApiName: object.apiName, name: String(value ?? node.Id) } };
  }
  return { dataType: field.dataType, isMarkup: field.htmlFormatted ?? false, value, displayValue: leaf?.displayValue };
}
