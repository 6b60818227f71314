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
  readonly sortable?: boolean;
  readonly filterable?: boolean;
  readonly updateable?: boolean;
  /** What a formula makes of HYPERLINK. */
  readonly htmlFormatted?: boolean;
  readonly relationshipName: string | null;
  readonly referenceToInfos: readonly { readonly apiName: string; readonly nameFields: readonly string[] }[];
}

interface Leaf {
  readonly value: unknown;
  readonly displayValue?: string | null;
}
type Parent = { readonly Id: string; readonly ApiName?: string } & Readonly<Record<string, unknown>>;
export type ListedNode = { readonly Id: string } & Readonly<Record<string, unknown>>;

/** An owner is a user or a group, a person on a task a contact or a lead; what a task is about can be nearly anything. */
const MOST_KINDS = 3;
/** A field that GraphQL offers with both its value and the text of it; other types have no displayValue worth asking. */
const WITH_TEXT = new Set(['Picklist', 'MultiPicklist']);

/** The columns that the object really has; others are left out, as fields that a user may not see are not told. */
export function knownColumns(object: ListedObject, columns: readonly string[]): readonly ListedField[] {
  return columns.flatMap((name) => object.fields[name] ?? []);
}

/** What a reference may point at, whose names can then be asked as well: one kind of record, or a few that are all called by Name. */
function parentsOf(
  field: ListedField,
): { readonly relationship: string; readonly kinds: readonly string[]; readonly nameField: string } | undefined {
  const kinds = field.referenceToInfos.map(({ apiName }) => apiName);
  const [nameField, ...otherNames] = new Set(field.referenceToInfos.map(({ nameFields }) => nameFields[0]));
  if (!field.relationshipName || !nameField || otherNames.length > 0 || kinds.length > MOST_KINDS) return undefined;
  return { relationship: field.relationshipName, kinds, nameField };
}

/** Relationship of a reference to one kind of object, by whose name lists can be searched and sorted. */
export function parentOf(field: ListedField): { readonly relationship: string; readonly nameField: string } | undefined {
  const parents = parentsOf(field);
  return parents?.kinds.length === 1 ? parents : undefined;
}

/** Of each kind its own selection; a reference to one kind needs no more than that. */
function parentSelection({ relationship, kinds, nameField }: NonNullable<ReturnType<typeof parentsOf>>): string {
  const selection = `Id ApiName ${nameField} { value }`;
  return `${relationship} { ${kinds.length === 1 ? selection : kinds.map((kind) => `... on ${kind} { ${selection} }`).join(' ')} }`;
}

/** A query with the variables `$where`, `$orderBy` and `$first`. Names come from the org's own object-info. */
export function listQuery(object: ListedObject, columns: readonly ListedField[]): string {
  const selections = columns.map((field) => {
    const parent = parentsOf(field);
    if (parent) return parentSelection(parent);
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
  const parent = parentsOf(field);
  if (parent) {
    const record = node[parent.relationship] as Parent | null | undefined;
    const name = (record?.[parent.nameField] as Leaf | null | undefined)?.value;
    const objectApiName = record?.ApiName ?? parent.kinds[0] ?? '';
    const reference = record ? { id: record.Id, objectApiName, name: String(name ?? record.Id) } : undefined;
    return { dataType: 'Reference', value: record?.Id ?? null, reference };
  }
  const leaf = node[field.apiName] as Leaf | null | undefined;
  const value = leaf?.value ?? null;
  if (object.nameFields[0] === field.apiName) {
    return { dataType: 'Reference', value, reference: { id: node.Id, objectApiName: object.apiName, name: String(value ?? node.Id) } };
  }
  return { dataType: field.dataType, isMarkup: field.htmlFormatted ?? false, value, displayValue: leaf?.displayValue };
}
