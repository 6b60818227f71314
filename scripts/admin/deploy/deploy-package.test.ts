import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readInventory } from '../package-inventory.ts';
import { deployPackage, type Deployment } from './deploy-package.ts';
import { deploySteps } from './deploy-steps.ts';
import { dutchWithout, withoutLabels } from './dutch-for.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../..');
const STEPS = deploySteps(
  ['app', 'base', 'consent', 'contracts', 'dutch'].map((name) => ({ name, objects: [], flows: [], permissionSets: [] })),
);

/** Deploys to an org that refuses the steps named; gives what was sent and said. */
async function deployTo(refused: readonly string[]): Promise<Deployment & { readonly sent: readonly string[]; readonly said: string }> {
  const sent: string[] = [];
  const said: string[] = [];
  const deployment = await deployPackage(STEPS, {
    deploy: (folders) => {
      sent.push(folders.join(' '));
      return Promise.resolve(!refused.some((name) => folders.includes(`force-app/${name}`)));
    },
    dutchWithout: (folder) => `dutch without ${folder}`,
    tell: (line) => said.push(line),
  });
  return { ...deployment, sent, said: said.join('\n') };
}

test('what every org takes goes in one piece, then each gated folder, Dutch last', async () => {
  const { sent, isDone } = await deployTo([]);
  assert.deepEqual(sent, ['force-app/app force-app/base force-app/contracts', 'force-app/consent', 'force-app/dutch']);
  assert.ok(isDone);
});

test('a refused gated folder is explained, and Dutch then leaves its words out', async () => {
  const { sent, said, isDone } = await deployTo(['consent']);
  assert.deepEqual(sent.slice(1), ['force-app/consent', 'dutch without consent']);
  assert.match(said, /Setup > Data Protection and Privacy/);
  assert.ok(isDone);
});

test('a refused core ends the deployment', async () => {
  const { sent, isDone, results } = await deployTo(['contracts']);
  assert.equal(sent.length, 1);
  assert.ok(!isDone);
  assert.deepEqual(
    results.map(([{ name }, result]) => `${name} ${result}`),
    ['core refused'],
  );
});

test('every folder of force-app is in exactly one step', () => {
  const folders = deploySteps(readInventory()).flatMap((step) => step.folders);
  assert.deepEqual(
    [...folders].sort(),
    readInventory().map(({ name }) => `force-app/${name}`),
  );
});

test('the Dutch words of a folder are left out, the others stay', () => {
  const words = '  <customLabels>\n    <label>Ja</label>\n    <name>Yes</name>\n  </customLabels>\n';
  assert.equal(withoutLabels(`<T>\n${words}${words.replace('Yes', 'No')}</T>`, new Set(['No'])), `<T>\n${words}</T>`);
  const translation = 'translations/nl_NL.translation-meta.xml';
  const whole = readFileSync(path.join(PROJECT, 'force-app/dutch', translation), 'utf8');
  const part = readFileSync(path.join(dutchWithout('consent', PROJECT), translation), 'utf8');
  const [label = ''] =
    /<fullName>([^<]+)/.exec(readFileSync(path.join(PROJECT, 'force-app/consent/labels/CustomLabels.labels-meta.xml'), 'utf8'))?.slice(1) ??
    [];
  assert.ok(whole.includes(`<name>${label}</name>`));
  assert.ok(!part.includes(`<name>${label}</name>`));
  assert.ok(part.includes('<name>State_Error_Title</name>'));
});
