import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSchema } from '../metadata/load-schema.ts';
import type { SObjectType } from '../metadata/schema.ts';
import { compileFormula } from './compile-formula.ts';
import { recordScope } from './record-scope.ts';

const schema = loadSchema([]);

function object(name: string): SObjectType {
  const found = schema.object(name);
  assert.ok(found);
  return found;
}

const references = (formula: string, of: string): readonly string[] => compileFormula(formula, recordScope(schema, object(of))).references;

test('fields, parents and global variables are known by the names of the schema', () => {
  assert.deepEqual(references('name & account.NAME & account.owner.lastname', 'Opportunity'), [
    'Name',
    'Account.Name',
    'Account.Owner.LastName',
  ]);
  assert.deepEqual(references('$user.lastname & $User.Manager.Email', 'Account'), ['$User.LastName', '$User.Manager.Email']);
  assert.deepEqual(references('IF($Permission.Bypass, 1, 2)', 'Account'), ['$Permission.Bypass']);
});

test('a parent that may be of several objects is named with its object', () => {
  assert.deepEqual(references('Who:Contact.LastName', 'Task'), ['Who:Contact.LastName']);
  assert.throws(() => references('Who.LastName', 'Task'), /may be of several objects; write Who:Object/);
});

test('percentages are read as fractions', () => {
  const compiled = compileFormula('Probability * Amount', recordScope(schema, object('Opportunity')));
  const values: Readonly<Record<string, number>> = { Probability: 25, Amount: 1000 };
  assert.equal(
    compiled.evaluate((reference) => values[compiled.references[reference] ?? ''] ?? null, {
      today: '2026-11-22',
      now: new Date(0),
      isNew: false,
    }),
    250,
  );
});

test('what formulas cannot read is refused by name', () => {
  const cases: readonly (readonly [formula: string, reason: RegExp])[] = [
    ['Nothing__c', /Field Nothing__c does not exist/],
    ['Owner.Nothing', /Field Owner.Nothing does not exist/],
    ['Nobody__r.Name', /Field Nobody__r.Name does not exist/],
    ['$Label.Nothing', /Field \$Label.Nothing does not exist/],
    ['$Setup.Settings__c.Limit__c', /does not implement \$Setup/],
    ['$CustomMetadata.Rule__mdt.One.Value__c', /does not implement \$CustomMetadata/],
    ['Rating = "Hot"', /received picklist/],
  ];
  for (const [formula, reason] of cases) assert.throws(() => references(formula, 'Account'), reason, formula);
});
