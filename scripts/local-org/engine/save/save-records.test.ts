import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordId } from '../../../platform/record-id.ts';
import type { SaveResult } from '../../../platform/save-result.ts';
import { openWorkshop, type Workshop } from '../workshop-org.ts';

/** `CODE:message` of the first error of each result, or ok. */
function outcomes(results: readonly SaveResult[]): readonly string[] {
  return results.map(({ errors: [error] }) => (error ? `${error.statusCode}:${error.message}` : 'ok'));
}

function garage(workshop: Workshop, name = 'Noord', key = 'N'): string {
  return workshop.made('Garage__c', { Name: name, Key__c: key });
}

test('a new record gets id, auto number, defaults, owner and audit fields', () => {
  const workshop = openWorkshop();
  const Garage__c = garage(workshop);
  const id = workshop.made('Repair__c', { Garage__c, Plate__c: ' AB-12 ', Price__c: '10.005' });
  const [row] = workshop.rows(
    `SELECT Name, Plate__c, Price__c, Date__c, Status__c, Is_Urgent__c, CreatedById, CreatedDate, Garage__r.OwnerId FROM Repair__c WHERE Id = '${id}'`,
  );
  assert.equal(row?.['Name'], 'R-0001');
  assert.deepEqual(
    [row['Plate__c'], row['Price__c'], row['Date__c'], row['Status__c'], row['Is_Urgent__c'], row['CreatedById'], row['CreatedDate']],
    ['AB-12', 10.01, '2026-11-22', 'Open', false, workshop.session.userId, '2026-11-22T10:00:00.000Z'],
  );
});

test('who made a record when is told by an administrator who loads history, once, and stays from then on', () => {
  const workshop = openWorkshop();
  const Garage__c = garage(workshop);
  const made = { CreatedDate: '2025-03-01T08:00:00.000Z', LastModifiedDate: '2025-04-01T08:00:00.000Z' };
  const id = workshop.made('Repair__c', { Garage__c, Plate__c: 'AB-12', ...made });
  const read = (): unknown => workshop.rows(`SELECT CreatedDate, LastModifiedDate FROM Repair__c WHERE Id = '${id}'`)[0];
  assert.deepEqual(read(), made);
  assert.match(
    outcomes(workshop.update('Repair__c', { Id: id, CreatedDate: '2024-01-01T08:00:00.000Z' }))[0] ?? '',
    /^INVALID_FIELD_FOR_INSERT_UPDATE/,
  );
  assert.deepEqual(read(), made);
});

test('values that the field cannot hold are refused in the words of the platform', () => {
  const workshop = openWorkshop();
  const Garage__c = garage(workshop);
  const repair = { Garage__c, Plate__c: 'X' };
  const results = workshop.insert(
    'Repair__c',
    { Garage__c },
    { ...repair, Plate__c: 'TOO-LONG-1' },
    { ...repair, Price__c: 'abc' },
    { ...repair, Hours__c: 1234.5 },
    { ...repair, Status__c: 'Lost' },
    { ...repair, Parts__c: 'Tyre;Wing' },
    { ...repair, Email__c: 'jan@nowhere' },
    { ...repair, Date__c: '2026-02-30' },
    { ...repair, Is_Urgent__c: null },
    { ...repair, Helper__c: recordId('003', 1) },
    { ...repair, Helper__c: 'x' },
    { ...repair, Name: 'R-9' },
    repair,
  );
  assert.deepEqual(outcomes(results), [
    'REQUIRED_FIELD_MISSING:Required fields are missing: [Plate__c]',
    'STRING_TOO_LONG:Plate: data value too large: TOO-LONG-1 (max length=8)',
    'INVALID_TYPE_ON_FIELD_IN_RECORD:Price: value not of required type: abc',
    'NUMBER_OUTSIDE_VALID_RANGE:Hours: value outside of valid range on numeric field: 1234.5',
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:Status: bad value for restricted picklist field: Lost',
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:Parts: bad value for restricted picklist field: Wing',
    'INVALID_EMAIL_ADDRESS:Email: invalid email address: jan@nowhere',
    'INVALID_TYPE_ON_FIELD_IN_RECORD:Date: value not of required type: 2026-02-30',
    'INVALID_TYPE_ON_FIELD_IN_RECORD:Urgent: value not of required type: ',
    `FIELD_INTEGRITY_EXCEPTION:Helper: id value of incorrect type: ${recordId('003', 1)}`,
    'MALFORMED_ID:Helper: id value of incorrect type: x',
    'INVALID_FIELD_FOR_INSERT_UPDATE:Unable to create/update fields: Name. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
    'ok',
  ]);
});

test('unknown fields refuse the whole request', () => {
  const workshop = openWorkshop();
  assert.throws(() => workshop.insert('Garage__c', { Name: 'A', Colour__c: 'red' }), {
    errorCode: 'INVALID_FIELD',
    message: "No such column 'Colour__c' on sobject of type Garage__c",
  });
});

test('parents are found by external id, one that is missing or ambiguous fails its row', () => {
  const workshop = openWorkshop();
  garage(workshop);
  workshop.insert('Garage__c', { Name: 'B', Town__c: 'Zwolle' }, { Name: 'C', Town__c: 'Zwolle' });
  const results = workshop.insert(
    'Repair__c',
    { 'Garage__r.Key__c': 'n', Plate__c: 'A' },
    { 'Garage__r.Key__c': 'nowhere', Plate__c: 'B' },
    { 'Garage__r.Town__c': 'Zwolle', Plate__c: 'C' },
    { 'Garage__r.Key__c': '', Plate__c: 'D' },
  );
  assert.equal(results[0]?.success, true);
  assert.match(
    outcomes(results)[1] ?? '',
    /^INVALID_FIELD:Foreign key external ID: nowhere not found for field Key__c in entity Garage__c$/,
  );
  assert.match(outcomes(results)[2] ?? '', /^DUPLICATE_EXTERNAL_ID:/);
  assert.equal(outcomes(results)[3], 'REQUIRED_FIELD_MISSING:Required fields are missing: [Garage__c]');
});

test('before-save flows change the record before it is validated, and may refuse it', () => {
  const workshop = openWorkshop();
  const Garage__c = garage(workshop);
  const id = workshop.made('Repair__c', { Garage__c, Plate__c: 'A', Price__c: 2000 });
  assert.equal(workshop.rows(`SELECT Note__c FROM Repair__c WHERE Id = '${id}'`)[0]?.['Note__c'], 'Big repair');
  assert.deepEqual(workshop.insert('Repair__c', { Garage__c, Plate__c: 'A', Price__c: 99000 })[0]?.errors, [
    { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Too big for us.', fields: ['Price__c'] },
  ]);
});

test('validation rules see new and old values and those of parents', () => {
  const workshop = openWorkshop();
  const Garage__c = garage(workshop);
  const other = garage(workshop, 'Zuid', 'Z');
  assert.deepEqual(workshop.insert('Repair__c', { Garage__c, Plate__c: 'A', Status__c: 'Closed' })[0]?.errors, [
    { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'A closed repair needs a price.', fields: ['Price__c'] },
  ]);
  assert.deepEqual(
    outcomes(
      workshop.insert('Repair__c', { Garage__c, Plate__c: 'A', Helper__c: Garage__c }, { Garage__c, Plate__c: 'B', Helper__c: other }),
    ),
    ['FIELD_CUSTOM_VALIDATION_EXCEPTION:The helper must be another garage.', 'ok'],
  );
  const id = workshop.made('Repair__c', { Garage__c, Plate__c: 'A', Status__c: 'Closed', Price__c: 5 });
  assert.deepEqual(outcomes(workshop.update('Repair__c', { Id: id, Status__c: 'Open' })), [
    'FIELD_CUSTOM_VALIDATION_EXCEPTION:A closed repair stays closed.',
  ]);
  assert.deepEqual(outcomes(workshop.update('Repair__c', { Id: id, Price__c: 6 })), ['ok']);
});

test('unique values are compared without case, in the org and within a chunk', () => {
  const workshop = openWorkshop();
  const id = garage(workshop, 'Noord', 'Abc');
  const results = workshop.insert('Garage__c', { Name: 'A', Key__c: 'ABC' }, { Name: 'B', Key__c: 'new' }, { Name: 'C', Key__c: 'NEW' });
  assert.equal(outcomes(results)[0], `DUPLICATE_VALUE:duplicate value found: Key__c duplicates value on record with id: ${id}`);
  assert.equal(outcomes(results)[1], 'ok');
  assert.equal(outcomes(results)[2], `DUPLICATE_VALUE:duplicate value found: Key__c duplicates value on record with id: ${results[1]?.id}`);
  assert.deepEqual(outcomes(workshop.update('Garage__c', { Id: id, Key__c: 'aBC' })), ['ok'], 'its own value in another case');
});

test('an upsert creates and updates; the same key twice in a chunk fails every such row, in other chunks the last wins', () => {
  const workshop = openWorkshop();
  const id = garage(workshop, 'Noord', 'N');
  const { org, session } = workshop;
  const results = org.upsert(
    session,
    'Garage__c',
    'Key__c',
    [
      { Key__c: 'n', Name: 'Renamed' },
      { Key__c: 'O', Name: 'Oost' },
      { Key__c: 'Z', Name: 'Z1' },
      { Key__c: 'z', Name: 'Z2' },
      { Name: 'Keyless' },
    ],
    { allOrNone: false },
  );
  assert.deepEqual(outcomes(results), [
    'ok',
    'ok',
    'DUPLICATE_VALUE:Duplicate external id specified: Z',
    'DUPLICATE_VALUE:Duplicate external id specified: z',
    'MISSING_ARGUMENT:Key__c not specified',
  ]);
  assert.deepEqual(
    results.slice(0, 2).map((result) => [result.success && result.created, result.id === id]),
    [
      [false, true],
      [true, false],
    ],
  );
  const many = Array.from({ length: 201 }, (_, index) => ({ Key__c: `k${index % 200}`, Name: `G${index}` }));
  assert.ok(org.upsert(session, 'Garage__c', 'Key__c', many, { allOrNone: false }).every(({ success }) => success));
  assert.equal(workshop.rows("SELECT Name FROM Garage__c WHERE Key__c = 'k0'")[0]?.['Name'], 'G200');
});

test('a master that is not reparentable is refused on update; a reparentable one moves', () => {
  const workshop = openWorkshop();
  const [from, to] = [garage(workshop), garage(workshop, 'Zuid', 'Z')];
  const id = workshop.made('Repair__c', { Garage__c: from, Plate__c: 'A' });
  assert.deepEqual(outcomes(workshop.update('Repair__c', { Id: id, 'Garage__r.Key__c': 'Z' })), ['ok']);
  assert.equal(workshop.rows(`SELECT Garage__c FROM Repair__c WHERE Id = '${id}'`)[0]?.['Garage__c'], to);
});

test('updates name records that are there, once each', () => {
  const workshop = openWorkshop();
  const id = garage(workshop);
  const gone = garage(workshop, 'Gone', 'G');
  workshop.org.remove(workshop.session, 'Garage__c', [gone], { allOrNone: true });
  assert.deepEqual(
    outcomes(
      workshop.update(
        'Garage__c',
        { Id: id, Name: 'A' },
        { Id: id, Name: 'B' },
        { Id: gone, Name: 'C' },
        { Id: 'x', Name: 'D' },
        { Name: 'E' },
      ),
    ),
    [
      'ok',
      `DUPLICATE_VALUE:Duplicate id specified: ${id}`,
      'ENTITY_IS_DELETED:entity is deleted',
      'MALFORMED_ID:bad id x',
      'MISSING_ARGUMENT:Id not specified in an update call',
    ],
  );
});

test('with allOrNone nothing stays, and the sound rows are told why', () => {
  const workshop = openWorkshop();
  const results = workshop.org.insert(workshop.session, 'Garage__c', [{ Name: 'A' }, { Name: 'B', Key__c: 'a key longer than twenty' }], {
    allOrNone: true,
  });
  assert.deepEqual(outcomes(results), [
    'ALL_OR_NONE_OPERATION_ROLLED_BACK:Record rolled back because not all records were valid and the request was using AllOrNone header',
    'STRING_TOO_LONG:Key: data value too large: a key longer than twenty (max length=20)',
  ]);
  assert.equal(workshop.org.query(workshop.session, 'SELECT COUNT() FROM Garage__c').totalSize, 0);
});

test('after-save flows see the written record; what they write is part of the save', () => {
  const workshop = openWorkshop();
  const Garage__c = garage(workshop);
  workshop.made('Repair__c', { Garage__c, Plate__c: 'A', Note__c: 'Check brakes' });
  assert.equal(workshop.rows('SELECT Last_Note__c FROM Garage__c')[0]?.['Last_Note__c'], 'Check brakes');
});

test('a flow that updates its own record is not called back by that update', () => {
  const workshop = openWorkshop();
  const id = garage(workshop);
  workshop.update('Garage__c', { Id: id, Town__c: 'Meppel' });
  assert.equal(workshop.rows('SELECT Saves__c FROM Garage__c')[0]?.['Saves__c'], 1);
  workshop.update('Garage__c', { Id: id, Town__c: 'Zwolle' });
  assert.equal(workshop.rows('SELECT Saves__c FROM Garage__c')[0]?.['Saves__c'], 2);
});

test('a record of a custom object without a name takes its id for it', () => {
  const workshop = openWorkshop();
  const id = workshop.made('Garage__c', {});
  assert.deepEqual(workshop.rows('SELECT Name FROM Garage__c'), [{ Name: id }]);
});

test('the defaults of the clock are those of Amsterdam', () => {
  const workshop = openWorkshop(() => new Date('2026-12-31T23:30:00Z'));
  const Garage__c = garage(workshop);
  workshop.made('Repair__c', { Garage__c, Plate__c: 'A' });
  assert.equal(workshop.rows('SELECT Date__c FROM Repair__c')[0]?.['Date__c'], '2027-01-01');
});
