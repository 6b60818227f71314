// An Org for tests of the bulk routes: records in a map, every call written down, refusals on demand.
import { notImplemented } from '../../../platform/api-error.ts';
import { recordId } from '../../../platform/record-id.ts';
import type { Row, Value } from '../../../platform/record.ts';
import type { SaveResult } from '../../../platform/save-result.ts';
import type { Org } from '../../engine/org.ts';
import type { Field, Schema, SObjectType } from '../../metadata/schema.ts';
import { NO_ANALYTICS } from '../../reports/report-definition.ts';

export interface RecordingOrg extends Org {
  readonly calls: { readonly operation: string; readonly object: string; readonly rows: readonly Row[] }[];
}

/** Contacts with a name, a unique code and a parent account; a row whose LastName is `refuse` is refused. */
export function recordingOrg(table: readonly (readonly Value[])[] = []): RecordingOrg {
  const calls: RecordingOrg['calls'] = [];
  const idsByCode = new Map<Value, string>();
  let serial = 0;
  const save = (operation: string, object: string, rows: readonly Row[]): readonly SaveResult[] => {
    calls.push({ operation, object, rows });
    return rows.map((row) => {
      if (row['LastName'] === 'refuse') {
        return {
          success: false,
          id: null,
          created: false,
          errors: [{ statusCode: 'CODE', message: 'because "so"', fields: ['LastName'] }],
        };
      }
      const known = idsByCode.get(row['Code__c'] ?? null);
      const id = known ?? recordId('003', (serial += 1));
      idsByCode.set(row['Code__c'] ?? String(serial), id);
      return { success: true, id, created: known === undefined && operation !== 'update', errors: [] };
    });
  };
  const org: RecordingOrg = {
    calls,
    id: '00D000000000001AAA',
    schema: testSchema(),
    analytics: NO_ANALYTICS,
    as: () => org,
    now: () => new Date('2026-11-22T10:00:00Z'),
    today: () => '2026-11-22',
    defaultUserId: '0050L0000000001AAA',
    session: () => undefined,
    access: () => {
      throw notImplemented('access in this test');
    },
    transaction: (work) => work(),
    unsettled: (work) => work(),
    settle: () => undefined,
    query: () => {
      throw notImplemented('query in this test');
    },
    queryColumns: () => {
      throw notImplemented('queryColumns in this test');
    },
    queryTable: () => ({ object: 'Contact', columns: ['Id', 'LastName', 'Score__c'], rows: table }),
    insert: (_session, object, rows) => save('insert', object, rows),
    update: (_session, object, rows) => save('update', object, rows),
    upsert: (_session, object, _field, rows) => save('upsert', object, rows),
    remove: (_session, object, ids) =>
      save(
        'delete',
        object,
        ids.map((Id) => ({ Id })),
      ),
    get automation(): never {
      throw notImplemented('automation in this test');
    },
    close: () => undefined,
  };
  return org;
}

function testSchema(): Schema {
  const account = testObject('Account', [testField('Id', {}), testField('KvK_Number__c', { externalId: true }), testField('Phone', {})]);
  const contact = testObject('Contact', [
    testField('Id', {}),
    testField('LastName', {}),
    testField('Code__c', { externalId: true, idLookup: true }),
    testField('Score__c', { type: 'double' }),
    testField('AccountId', { referenceTo: ['Account'], relationshipName: 'Account' }),
  ]);
  const objects = [account, contact];
  return {
    objects,
    object: (name) => objects.find((object) => object.name.toLowerCase() === name.toLowerCase()),
    events: [],
    event: () => undefined,
    objectOfId: (id) => objects.find((object) => id.startsWith(object.keyPrefix)),
    label: () => undefined,
    inLanguage: testSchema,
  };
}

function testField(name: string, members: Partial<Field>): Field {
  return { name, label: name, type: 'string', externalId: false, idLookup: false, referenceTo: [], ...members } as Field;
}

function testObject(name: string, fields: readonly Field[]): SObjectType {
  const same = (left: string | undefined, right: string): boolean => left?.toLowerCase() === right.toLowerCase();
  return {
    name,
    keyPrefix: name === 'Account' ? '001' : '003',
    fields,
    field: (asked: string) => fields.find((field) => same(field.name, asked)),
    parentRelationship: (asked: string) => fields.find((field) => same(field.relationshipName, asked)),
  } as unknown as SObjectType;
}
