import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { executeMutation, gql, graphql } from './graphql.ts';
import { SIGNED_OUT } from '../../../request.ts';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

interface Sent {
  readonly body: { readonly query: string; readonly variables?: object };
  readonly answer: (body: unknown, status?: number) => void;
}
/** Replaces fetch by requests that the test answers when it wants. */
function requests(): Sent[] {
  const sent: Sent[] = [];
  globalThis.fetch = (_url, init) =>
    new Promise((resolve) => {
      sent.push({
        body: JSON.parse(String(init?.body)) as Sent['body'],
        answer: (body, status = 200) => resolve(new Response(JSON.stringify(body), { status })),
      });
    });
  return sent;
}
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function wired(): { readonly adapter: graphql; readonly emitted: { data?: unknown; errors?: unknown; refresh?: () => Promise<void> }[] } {
  const emitted: { data?: unknown; errors?: unknown; refresh?: () => Promise<void> }[] = [];
  return { adapter: new graphql((answer) => emitted.push(answer)), emitted };
}

test('a query is asked once connected and configured, and its data are emitted', async () => {
  const sent = requests();
  const { adapter, emitted } = wired();
  adapter.update({ query: gql`query { ${'uiapi'} }`, variables: { first: 50 } });
  adapter.connect();
  assert.deepEqual(sent[0]?.body, { query: 'query { uiapi }', variables: { first: 50 } });
  sent[0]?.answer({ data: { uiapi: 1 }, errors: [] });
  await settle();
  assert.deepEqual(emitted[0], { data: undefined, errors: undefined });
  assert.deepEqual([emitted[1]?.data, emitted[1]?.errors], [{ uiapi: 1 }, undefined]);
});

test('an answer that was overtaken by another question is dropped', async () => {
  const sent = requests();
  const { adapter, emitted } = wired();
  adapter.connect();
  adapter.update({ query: 'query { a }' });
  adapter.update({ query: 'query { b }' });
  sent[1]?.answer({ data: 'b' });
  await settle();
  sent[0]?.answer({ data: 'a' });
  await settle();
  assert.deepEqual(
    emitted.slice(1).map(({ data }) => data),
    ['b'],
  );
});

test('refusals and broken connections become errors, and a partial answer keeps its data', async () => {
  const sent = requests();
  const { adapter, emitted } = wired();
  const heard: string[] = [];
  const window = new EventTarget();
  window.addEventListener(SIGNED_OUT, ({ type }) => heard.push(type));
  Object.assign(globalThis, { window });
  adapter.connect();
  adapter.update({ query: 'query { a }' });
  sent[0]?.answer([{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }], 401);
  await settle();
  assert.deepEqual(emitted.at(-1)?.errors, [{ message: 'Session expired or invalid' }]);
  assert.deepEqual(heard, [SIGNED_OUT], 'the pages offer to sign in again');
  void emitted.at(-1)?.refresh?.();
  sent[1]?.answer({ data: { half: true }, errors: [{ message: 'no access to the other half' }] });
  await settle();
  assert.deepEqual([emitted.at(-1)?.data, emitted.at(-1)?.errors], [{ half: true }, [{ message: 'no access to the other half' }]]);
  globalThis.fetch = () => Promise.reject(new TypeError('fetch failed'));
  await emitted.at(-1)?.refresh?.();
  assert.deepEqual(emitted.at(-1)?.errors, [{ message: 'The org could not be reached.' }]);
});

test('nothing is emitted after the component has left the page', async () => {
  const sent = requests();
  const { adapter, emitted } = wired();
  adapter.connect();
  adapter.update({ query: 'query { a }' });
  adapter.disconnect();
  sent[0]?.answer({ data: 'late' });
  await settle();
  assert.equal(emitted.length, 1);
});

test('a mutation answers what was saved and what was refused, and a lost connection is an error too', async () => {
  const sent = requests();
  const saved = executeMutation({
    query: gql`
      mutation {
        uiapi
      }
    `,
    variables: { c0: {} },
  });
  sent[0]?.answer({ data: { uiapi: { c0: null } }, errors: [{ message: 'Refused.', paths: ['uiapi', 'c0'] }] });
  assert.deepEqual(await saved, { data: { uiapi: { c0: null } }, errors: [{ message: 'Refused.', paths: ['uiapi', 'c0'] }] });
  globalThis.fetch = () => Promise.reject(new TypeError('offline'));
  assert.deepEqual(
    await executeMutation({
      query: gql`
        mutation {
          uiapi
        }
      `,
    }),
    {
      data: undefined,
      errors: [{ message: 'The org could not be reached.' }],
    },
  );
});
