// The columns of custom report types by the codes that reports use, `Table$Field`, and what kind of field stands behind each.
import type { PackageField, PackageModel, PackageObject } from './package-model.ts';
import { childrenOf, textOf } from './xml-document.ts';

/** What a column is good for; `other` is a standard field, of which the model does not know the type. */
export type ColumnKind = 'number' | 'checkbox' | 'date' | 'text' | 'long' | 'lookup' | 'other';

export interface ReportTypeColumn {
  readonly kind: ColumnKind;
  /** API names of a picklist's values. */
  readonly values: readonly string[] | undefined;
}

export type Columns = ReadonlyMap<string, ReportTypeColumn>;

const KINDS: Readonly<Record<string, ColumnKind>> = {
  Number: 'number',
  Currency: 'number',
  Percent: 'number',
  Summary: 'number',
  Checkbox: 'checkbox',
  Date: 'date',
  DateTime: 'date',
  LongTextArea: 'long',
  Html: 'long',
  Lookup: 'lookup',
  MasterDetail: 'lookup',
};

/** Lookups of standard fields are named without `Id`, those of custom fields by the field; both lead on with a dot. Undefined for what is no field. */
export function columnAt(path: string, object: PackageObject, model: PackageModel): ReportTypeColumn | undefined {
  const [first = '', ...rest] = path.split('.');
  const field = object.fields.get(first);
  const isStandardLookup = !field && object.fields.has(`${first}Id`);
  if (rest.length === 0) {
    if (isStandardLookup) return { kind: 'lookup', values: undefined };
    return field && !(first.endsWith('Id') && first !== 'Id') ? { kind: kindOf(field), values: field.values } : undefined;
  }
  // what a standard lookup points at is not in the model
  if (isStandardLookup) return { kind: 'other', values: undefined };
  const parent = field?.file && model.objects.get(textOf(field.file.root, 'referenceTo') ?? '');
  return parent ? columnAt(rest.join('.'), parent, model) : undefined;
}

function kindOf({ type }: PackageField): ColumnKind {
  return type === undefined ? 'other' : (KINDS[type] ?? 'text');
}

/** The object that a table of a report type stands for: the base object, or a relationship to its children and theirs. */
export function tableObject(table: string, base: string, model: PackageModel): PackageObject | undefined {
  const [first, ...relationships] = table.split('.');
  let object = first === base ? model.objects.get(base) : undefined;
  for (const relationship of relationships) object = object && childObject(object, relationship, model);
  return object;
}

function childObject(parent: PackageObject, relationship: string, model: PackageModel): PackageObject | undefined {
  const name = relationship.replace(/__r$/, '');
  const field = model.tree
    .of('field')
    .find(({ root }) => textOf(root, 'referenceTo') === parent.name && textOf(root, 'relationshipName') === name);
  return field && model.objects.get(field.object);
}

/** Columns by the name that reports give the type, `Name__c`; a type with tables that are nowhere is left out. */
export function reportTypeColumns(model: PackageModel): ReadonlyMap<string, Columns> {
  return new Map(
    model.tree.of('reportType').map((file) => {
      const base = textOf(file.root, 'baseObject') ?? '';
      const columns = childrenOf(file.root, 'sections').flatMap((section) => childrenOf(section, 'columns'));
      const found = columns.flatMap((node): [string, ReportTypeColumn][] => {
        const [table, field] = [textOf(node, 'table') ?? '', textOf(node, 'field') ?? ''];
        const object = tableObject(table, base, model);
        const column = object && columnAt(field, object, model);
        return column ? [[`${table}$${field}`, column]] : [];
      });
      return [`${file.name}__c`, new Map(found)];
    }),
  );
}
