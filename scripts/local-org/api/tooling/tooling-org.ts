// The org as the Tooling API tells it: metadata as records, made from the schema and the flows when it is first asked for.
import { join } from 'node:path';
import { recordId } from '../../../platform/record-id.ts';
import type { Row, StoredRow } from '../../../platform/record.ts';
import type { Org, Session } from '../../engine/org.ts';
import { queryColumns } from '../../engine/query-columns.ts';
import { buildSchema } from '../../metadata/build-schema.ts';
import { LabelCatalogue } from '../../metadata/custom-labels.ts';
import type { Field, Schema, SObjectType } from '../../metadata/schema.ts';
import { objectsIn } from '../../metadata/standard-object.ts';
import { compileQuery } from '../../soql/compile-query.ts';
import type { CompiledQuery } from '../../soql/compiled-query.ts';
import { runQuery } from '../../soql/run-query.ts';
import { openStore } from '../../store/open-store.ts';
import { dataTypeOf } from './data-type.ts';

const TOOLING = buildSchema(objectsIn(join(import.meta.dirname, 'objects')), new LabelCatalogue(), new Map());

const known = new WeakMap<Schema, Org>();

/**
 * An org of the same session whose records are metadata. What a user does not see in the org is not there either. Kept as long as the schema,
 * which changes with whatever is deployed and with what a user may do.
 */
export function toolingOrg(org: Org): Org {
  const made = known.get(org.schema) ?? open(org);
  known.set(org.schema, made);
  return made;
}

function open(org: Org): Org {
  const store = openStore(TOOLING, ':memory:');
  for (const [object, rows] of Object.entries({ ...objectRows(org.schema), ...flowRows(org) })) store.insert(object, rows);
  const compiled = (session: Session, soql: string): CompiledQuery =>
    compileQuery(soql, {
      schema: TOOLING,
      store,
      userId: session.userId,
      language: session.language,
      moment: () => ({ today: org.today(), now: org.now(), timeZone: 'Europe/Amsterdam', isNew: false }),
      formula: (object, field) => {
        throw new Error(`${object}.${field} is no formula`);
      },
    });
  return {
    ...org,
    schema: TOOLING,
    query: (session, soql, window) => runQuery(compiled(session, soql), store, window),
    queryColumns: (session, soql) => queryColumns(TOOLING, compiled(session, soql)),
  };
}

const UNMANAGED = { NamespacePrefix: null, ManageableState: 'unmanaged' } as const;

function developerName(name: string): string {
  return name.replace(/__\w$/, '');
}

/** Rows of every object with its fields and rules. Ids count within a kind, in the order of the schema. */
function objectRows(schema: Schema): Readonly<Record<string, readonly StoredRow[]>> {
  const rows = { EntityDefinition: [], FieldDefinition: [], CustomObject: [], CustomField: [], ValidationRule: [] } as Record<
    string,
    StoredRow[]
  >;
  const add = (object: string, row: Row): string => {
    const list = (rows[object] ??= []);
    const Id = recordId(TOOLING.object(object)?.keyPrefix ?? '', list.length + 1);
    list.push({ ...row, Id });
    return Id;
  };
  for (const object of [...schema.objects, ...schema.events]) {
    const description = object.description ?? null;
    const table = object.custom
      ? add('CustomObject', { ...UNMANAGED, DeveloperName: developerName(object.name), Description: description })
      : object.name;
    const EntityDefinitionId = add('EntityDefinition', entityRow(object, table));
    for (const field of object.fields) {
      const own = { DeveloperName: developerName(field.name), NamespacePrefix: null, EntityDefinitionId, ...sizeOf(field) };
      const durable = field.custom
        ? add('CustomField', {
            ...own,
            ManageableState: 'unmanaged',
            TableEnumOrId: table,
            Description: field.description ?? null,
            InlineHelpText: field.inlineHelpText ?? null,
          })
        : field.name;
      add('FieldDefinition', {
        ...own,
        DurableId: `${table}.${durable}`,
        QualifiedApiName: field.name,
        Label: field.label,
        MasterLabel: field.label,
        DataType: dataTypeOf(field),
        Description: field.description ?? null,
        IsCalculated: field.formula !== undefined || field.summary !== undefined,
        IsNillable: !field.required && !field.masterDetail,
        IsNameField: field.nameField,
      });
    }
    for (const { name, active, errorMessage, errorDisplayField } of object.validationRules)
      add('ValidationRule', {
        ...UNMANAGED,
        ValidationName: name,
        Active: active,
        ErrorMessage: errorMessage,
        ErrorDisplayField: errorDisplayField ?? null,
        EntityDefinitionId,
      });
  }
  return rows;
}

function entityRow(object: SObjectType, table: string): Row {
  return {
    DurableId: table,
    QualifiedApiName: object.name,
    DeveloperName: developerName(object.name),
    NamespacePrefix: null,
    Label: object.label,
    MasterLabel: object.label,
    PluralLabel: object.labelPlural,
    KeyPrefix: object.keyPrefix,
    IsCustomSetting: false,
    IsQueryable: object.publish === undefined,
    IsRetrieveable: object.publish === undefined,
    IsIdEnabled: true,
    IsDeprecatedAndHidden: false,
  };
}

function sizeOf({ length, precision, scale }: Field): Row {
  return { Length: length, Precision: precision, Scale: scale };
}

/** The local org knows one version of each flow, which is active. */
function flowRows(org: Org): Readonly<Record<string, readonly StoredRow[]>> {
  const session = org.session(org.defaultUserId);
  const views = session ? org.query(session, 'SELECT ApiName, Label, ProcessType FROM FlowDefinitionView ORDER BY ApiName').records : [];
  const told = views.map((view, at) => ({ view, definition: recordId('300', at + 1), version: recordId('301', at + 1) }));
  return {
    FlowDefinition: told.map(({ view, definition, version }) => ({
      ...UNMANAGED,
      Id: definition,
      DeveloperName: String(view['ApiName']),
      MasterLabel: String(view['Label']),
      ActiveVersionId: version,
      LatestVersionId: version,
    })),
    Flow: told.map(({ view, definition, version }) => ({
      Id: version,
      MasterLabel: String(view['Label']),
      VersionNumber: 1,
      Status: 'Active',
      ProcessType: String(view['ProcessType']),
      ManageableState: 'unmanaged',
      DefinitionId: definition,
    })),
  };
}
