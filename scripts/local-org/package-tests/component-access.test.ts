// Every persona may ask what the components on the pages of their app ask.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parse, validate, type GraphQLSchema } from 'graphql';
import { buildGraphqlSchema } from '../api/graphql/build-schema.ts';
import { withoutClosedFields } from '../api/graphql/optional-fields.ts';
import { userInterfaceSchema } from '../api/ui-api/supported-objects.ts';
import { componentsOf, documentsOf, withParts } from './component-documents.ts';
import { defaultSeed } from '../engine/seed/seed-org.ts';
import { startLocalOrg, type LocalOrg } from '../start.ts';

let running: LocalOrg;
before(async () => {
  running = await startLocalOrg({ now: () => new Date('2026-11-22T10:00:00Z') });
});
after(() => running.close());

const personas = defaultSeed().users.filter(({ permissionSets = [] }) => permissionSets.length > 0);

test('every persona has an app', () => assert.ok(personas.length >= 9));

for (const { fields } of personas) {
  const username = String(fields['Username']);
  test(`${username} may see what the components of their apps show`, () => {
    const { org } = running;
    const admin = org.session(org.defaultUserId);
    assert.ok(admin);
    const [user] = org.query(admin, `SELECT Id FROM User WHERE Username = '${username}'`).records;
    const session = org.session(String(user?.['Id']));
    assert.ok(session);
    const schema = buildGraphqlSchema(userInterfaceSchema(org.as(session).schema));
    const { applications } = org.access(session);
    assert.ok(applications.length > 0);
    const components = new Set(applications.flatMap((app) => [...componentsOf(app)].flatMap((name) => [...withParts(name)])));
    assert.ok(components.size > 0);
    const closed = [...components].flatMap((name) => refusals(name, schema));
    assert.deepEqual(closed, []);
  });
}

test('a user without permission sets sees none of it', () => {
  const { org } = running;
  const admin = org.session(org.defaultUserId);
  assert.ok(admin);
  const [profile] = org.query(admin, "SELECT Id FROM Profile WHERE Name = 'Standard User'").records;
  const nobody = { Username: 'nobody@local.example', LastName: 'Nobody', Alias: 'nobody', Email: 'nobody@local.example', IsActive: true };
  const row = { ...nobody, ProfileId: String(profile?.['Id']), LanguageLocaleKey: 'en_US', LocaleSidKey: 'nl_NL' };
  const [made] = org.insert(admin, 'User', [row], { allOrNone: true });
  const session = org.session(made?.id ?? '');
  assert.ok(session, JSON.stringify(made));
  const schema = buildGraphqlSchema(userInterfaceSchema(org.as(session).schema));
  assert.match(refusals('expiryWorklist', schema).join('\n') + refusals('worklistTable', schema).join('\n'), /Competitor_Contract__c/);
});

function refusals(component: string, schema: GraphQLSchema): readonly string[] {
  return documentsOf(component).flatMap((text) =>
    validate(schema, withoutClosedFields(parse(text), schema)).map(({ message }) => `${component}: ${message}`),
  );
}
