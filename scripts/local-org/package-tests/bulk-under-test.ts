// Two hundred records about one parent in one request, for tests of what the flows of the package do with them.
import assert from 'node:assert/strict';
import { openOrgUnderTest, type Fields, type OrgUnderTest } from '../testing/org-under-test.ts';

export const MANY = 200;
export const TODAY = '2026-11-23';

export interface Customer {
  readonly id: string;
  readonly contact: string;
  /** In Care, for Internet. */
  readonly position: string;
}

export interface BulkUnderTest {
  readonly org: OrgUnderTest;
  /** A provider that people change from. */
  readonly provider: string;
  customer(): Promise<Customer>;
  /** Creates MANY records, or as many as asked for, in one request and gives their ids; fails with the first refusal. */
  create(object: string, fields: (at: number) => Fields, count?: number): Promise<string[]>;
  /** Changes records in one request; fails with the first refusal. */
  update(object: string, ids: readonly string[], fields: Fields): Promise<void>;
  ids(soql: string): Promise<string[]>;
  one(soql: string): Promise<Fields | undefined>;
}

export async function openBulkUnderTest(): Promise<BulkUnderTest> {
  const org = await openOrgUnderTest(TODAY);
  const provider = await org.create('Competitor__c', {
    Name: 'Noordlicht Telecom',
    External_Id__c: 'noordlicht-telecom',
    Is_Active__c: true,
  });
  let customers = 0;
  const save = async (verb: 'create' | 'update', object: string, records: Fields[]): Promise<string[]> => {
    const results = await org.connection.sobject(object)[verb](records as { Id: string }[], { allOrNone: false });
    const refusal = results.find(({ success }) => !success)?.errors[0];
    assert.equal(refusal, undefined, `${verb} ${object}: ${refusal?.message ?? ''}`);
    return results.map(({ id }) => String(id));
  };
  return {
    org,
    provider,
    async customer() {
      customers += 1;
      const id = await org.create('Account', { Name: `Customer ${customers}`, Legal_Form__c: 'Private Limited Company' });
      const contact = await org.create('Contact', { AccountId: id, LastName: 'Visser', Email: `visser${customers}@bedrijf.example` });
      return { id, contact, position: await org.position(id, 'CARE') };
    },
    create: (object, fields, count = MANY) =>
      save(
        'create',
        object,
        Array.from({ length: count }, (_, at) => fields(at)),
      ),
    async update(object, ids, fields) {
      await save(
        'update',
        object,
        ids.map((Id) => ({ Id, ...fields })),
      );
    },
    ids: async (soql) => (await org.rows(soql)).map((row) => String(row['Id'])),
    one: async (soql) => (await org.rows(soql))[0],
  };
}
