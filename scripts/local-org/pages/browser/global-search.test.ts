import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundRecords, searchQueries } from './global-search.ts';

const whereOf = (typed: string, objectApiName: string): unknown =>
  (searchQueries(typed).find((query) => query.objectApiName === objectApiName)?.body.variables as { others: unknown }).others;

const answer = (others: readonly object[], first: readonly object[] = []): object => {
  const edges = (nodes: readonly object[]): object => ({ edges: nodes.map((node) => ({ node })) });
  return { data: { uiapi: { query: { first: edges(first), others: edges(others) } } } };
};

test('words are searched in names, as text and not as a pattern', () => {
  assert.deepEqual(whereOf('50%_off', 'Account'), { or: [{ Name: { like: '%50\\%\\_off%' } }] });
});

test('a telephone number is found however it was written, and a KvK number by its digits', () => {
  for (const typed of ['0851000137', '+31 85 100 0137', '085-1000137']) {
    assert.deepEqual(
      (whereOf(typed, 'Contact') as { or: readonly object[] }).or.at(-1),
      { MobilePhone: { like: '%8%5%1%0%0%0%1%3%7%' } },
      typed,
    );
  }
  const { or } = whereOf('0123 4567', 'Account') as { or: readonly object[] };
  assert.deepEqual(or.at(-1), { KvK_Number__c: { in: ['0123 4567', '01234567'] } });
});

test('a word with a few digits is no telephone number', () => {
  assert.deepEqual(whereOf('Café 1234', 'Contact'), {
    or: [{ Name: { like: '%Café 1234%' } }, { Email: { like: '%Café 1234%' } }],
  });
});

test('a record is told from others by what is known of it', () => {
  const node = { Id: '003', Name: { value: 'Cees' }, Account: { Name: { value: 'Bakkerij Jansen' } }, Phone: { value: null } };
  assert.deepEqual(foundRecords('Contact', answer([node])), [
    { id: '003', objectApiName: 'Contact', name: 'Cees', detail: 'Bakkerij Jansen' },
  ]);
});

test('an object that the user may not see gives nothing', () => {
  assert.deepEqual(foundRecords('Contact', { data: null, errors: [{ message: 'no such field' }] }), []);
});

test('names that begin with what was typed come first, and no record twice', () => {
  const [bakker, bakkerij] = [
    { Id: '1', Name: { value: 'Advies Bakker' } },
    { Id: '2', Name: { value: 'Bakkerij Jansen' } },
  ];
  const found = foundRecords('Account', answer([bakker, bakkerij], [bakkerij]));
  assert.deepEqual(
    found.map(({ name }) => name),
    ['Bakkerij Jansen', 'Advies Bakker'],
  );
});

test('contracts are looked for by their numbers alone', () => {
  const searched = (typed: string): boolean => searchQueries(typed).some(({ objectApiName }) => objectApiName === 'Competitor_Contract__c');
  assert.deepEqual(
    [searched('bakkerij'), searched('CC-0000728'), searched('871687'), searched('085 100 0137')],
    [false, true, true, false],
  );
});
