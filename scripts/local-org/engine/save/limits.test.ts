import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Row } from '../../../platform/record.ts';
import { LIMITS_FOLDER, openDaysOrg, type DaysOrg } from '../__fixtures__/days-org.ts';

const open = (): DaysOrg => openDaysOrg({ metadata: LIMITS_FOLDER });

/** Messages for each campaign, whose flow reads or writes as often as it says. */
function saved({ org, session }: DaysOrg, ...rows: readonly Row[]): readonly string[] {
  const results = org.insert(session, 'Campaign', rows, { allOrNone: false });
  return results.map(({ success, errors }) => (success ? 'saved' : errors.map(({ message }) => message).join()));
}

const campaign = (Type: string, NumberSent: number): Row => ({ Name: `${Type} ${NumberSent}`, Type, NumberSent });
const stopped = (what: string): string =>
  `We can't save this record because the “Repeat” process failed. Give your Salesforce admin these details. System.LimitException: Too many ${what}`;

test('a transaction may read a hundred times and write a hundred and fifty times; once more stops it, fault path or not', () => {
  const days = open();
  assert.deepEqual(saved(days, campaign('Read', 100)), ['saved']);
  assert.deepEqual(saved(days, campaign('Read', 101)), [stopped('SOQL queries: 101')]);
  assert.deepEqual(saved(days, campaign('Write', 150)), ['saved']);
  assert.deepEqual(saved(days, campaign('Write', 151)), [stopped('DML statements: 151')]);
  assert.deepEqual(days.values('Name', 'Campaign ORDER BY Name'), ['Read 100', 'Write 150']);
  assert.equal(days.values('Id', 'Task').length, 150, 'the tasks of the stopped transaction are undone');
});

test('records of a chunk share their queries, and each chunk of two hundred has limits of its own', () => {
  const days = open();
  const rows = Array.from({ length: 450 }, (_, at) => ({ ...campaign('Read', 60), Name: `Campaign ${at}` }));
  assert.ok(saved(days, ...rows).every((message) => message === 'saved'));
});

test('writes of the records of a chunk count together: too many rows stop the chunk, not its neighbours', () => {
  const days = open();
  const many = Array.from({ length: 201 }, (_, at) => ({ ...campaign('Write', at < 200 ? 60 : 1), Name: `Campaign ${at}` }));
  const messages = saved(days, ...many);
  assert.ok(
    messages.slice(0, 200).every((message) => message === stopped('DML rows: 10001')),
    messages[0],
  );
  assert.equal(messages[200], 'saved');
});

test('saves that start one another for ever are stopped, and nothing of them is left', () => {
  const days = open();
  const [result] = days.org.insert(days.session, 'Lead', [{ LastName: 'Rabbit', Company: 'Field' }], { allOrNone: false });
  assert.match(result?.errors[0]?.message ?? '', /maximum trigger depth exceeded/);
  assert.deepEqual(days.values('Id', 'Lead'), []);
});

test('the administrator is told of flows that have failed in a save, of equal failures once', () => {
  const days = open();
  saved(days, campaign('Read', 101), campaign('Read', 101));
  const { errors, totalSize } = days.org.automation.flowErrors(0, 10);
  assert.equal(totalSize, 1);
  assert.equal(errors[0]?.flow, 'Campaign_AfterSave_Repeat');
  assert.equal(errors[0]?.message, 'System.LimitException: Too many SOQL queries: 101');
});

test('interviews at one element change a record twelve times together, and no more', () => {
  const days = open();
  const [account] = days.org.insert(days.session, 'Account', [{ Name: 'Common' }], { allOrNone: false });
  const order = { StageName: 'Prospecting', CloseDate: '2026-12-31', AccountId: account?.id ?? null };
  const orders = Array.from({ length: 13 }, (_, at) => ({ ...order, Name: `Order ${at}` }));
  const results = days.org.insert(days.session, 'Opportunity', orders, { allOrNone: false });
  const messages = results.map(({ success, errors }) => (success ? 'saved' : errors.map(({ message }) => message).join()));
  assert.deepEqual(new Set(messages.slice(0, 12)), new Set(['saved']));
  assert.match(String(messages[12]), /LIMIT_EXCEEDED: Maximum number of duplicate updates in one batch \(12 allowed\)/);
});
