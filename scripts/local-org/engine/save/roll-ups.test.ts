import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Row } from '../../../platform/record.ts';
import { openWorkshop, type Workshop } from '../workshop-org.ts';

const SUMMARIES = ['Repair_Count__c', 'Open_Count__c', 'Turnover__c', 'First_Date__c', 'Last_Date__c'] as const;

function summaries(workshop: Workshop, id: string): readonly unknown[] {
  const [row] = workshop.rows(`SELECT ${SUMMARIES.join(', ')} FROM Garage__c WHERE Id = '${id}'`);
  return SUMMARIES.map((name) => row?.[name]);
}

/** The same numbers, worked out from the children here. */
function expected(workshop: Workshop, id: string): readonly unknown[] {
  const repairs = workshop.rows(`SELECT Price__c, Date__c, Status__c FROM Repair__c WHERE Garage__c = '${id}'`);
  const open = repairs.filter((repair) => repair['Status__c'] === 'Open');
  const dates = (rows: typeof repairs): string[] =>
    rows
      .map((row) => row['Date__c'])
      .filter((date) => date !== null)
      .map(String)
      .sort();
  const turnover = repairs.reduce((sum, repair) => sum + Number(repair['Price__c'] ?? 0), 0);
  return [repairs.length, open.length, Math.round(turnover * 100) / 100, dates(repairs)[0] ?? null, dates(open).at(-1) ?? null];
}

test('a master without children counts 0 and has no dates', () => {
  const workshop = openWorkshop();
  assert.deepEqual(summaries(workshop, workshop.made('Garage__c', { Name: 'A' })), [0, 0, 0, null, null]);
});

test('creating, changing, moving and removing children keeps the masters right', () => {
  const workshop = openWorkshop();
  const garages = ['A', 'B', 'C'].map((Name) => workshop.made('Garage__c', { Name }));
  const ids: string[] = [];
  let state = 7;
  const random = (limit: number): number => (state = (state * 48_271) % 2_147_483_647) % limit;
  const change = (): Row => ({
    Garage__c: garages[random(3)] ?? null,
    Plate__c: 'P',
    Price__c: random(4) === 0 ? null : random(90_000) / 100,
    Date__c: random(5) === 0 ? null : `2026-0${1 + random(9)}-1${random(9)}`,
  });
  for (let step = 0; step < 150; step += 1) {
    const id = ids[random(Math.max(ids.length, 1))];
    const action = random(3);
    if (action === 0 || id === undefined) {
      for (const result of workshop.insert('Repair__c', change(), change())) if (result.success) ids.push(result.id);
    } else if (action === 1) {
      workshop.update('Repair__c', { Id: id, ...change(), ...(random(2) === 0 ? { Status__c: 'Closed', Price__c: 1.1 } : {}) });
    } else {
      workshop.org.remove(workshop.session, 'Repair__c', [id], { allOrNone: true });
      ids.splice(ids.indexOf(id), 1);
    }
    for (const garage of garages) assert.deepEqual(summaries(workshop, garage), expected(workshop, garage), `step ${step}`);
  }
  assert.ok(ids.length > 0);
});

test('a rule of the master refuses the children that break it, and only those', () => {
  const workshop = openWorkshop();
  const [full, free] = [workshop.made('Garage__c', { Name: 'Full' }), workshop.made('Garage__c', { Name: 'Free' })];
  for (let index = 0; index < 5; index += 1) workshop.made('Repair__c', { Garage__c: full, Plate__c: 'P' });
  const results = workshop.insert('Repair__c', { Garage__c: full, Plate__c: 'P' }, { Garage__c: free, Plate__c: 'P' });
  assert.deepEqual(results[0]?.errors, [
    { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'A garage takes at most five repairs.', fields: [] },
  ]);
  assert.equal(results[1]?.success, true);
  assert.deepEqual([summaries(workshop, full)[0], summaries(workshop, free)[0]], [5, 1]);
});

test('formula fields over roll-ups follow', () => {
  const workshop = openWorkshop();
  const Garage__c = workshop.made('Garage__c', { Name: 'A' });
  for (let index = 0; index < 3; index += 1) workshop.made('Repair__c', { Garage__c, Plate__c: 'P' });
  assert.equal(workshop.rows('SELECT Is_Busy__c FROM Garage__c')[0]?.['Is_Busy__c'], true);
});
