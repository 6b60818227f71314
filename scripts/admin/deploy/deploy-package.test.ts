import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { readInventory } from '../package-inventory.ts';
import { deployPackage, type Deployment } from './deploy-package.ts';
import { deploySteps } from './deploy-steps.ts';
import { answerOf } from './deploy-places.ts';
import { placesOf } from './step-places.ts';
import { tellAnswer } from './tell-answer.ts';

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
    placesOf: ({ folders }, absent) => (absent.length > 0 ? [...folders, `without ${absent.join(' ')}`] : folders),
    tell: (line) => said.push(line),
  });
  return { ...deployment, sent, said: said.join('\n') };
}

test('what every org takes goes in one piece, then each gated folder, Dutch last', async () => {
  const { sent, isDone } = await deployTo([]);
  assert.deepEqual(sent, ['force-app/app force-app/base force-app/contracts', 'force-app/consent', 'force-app/dutch']);
  assert.ok(isDone);
});

test('a refused gated folder is explained, and the next step knows of it', async () => {
  const { sent, said, isDone } = await deployTo(['consent']);
  assert.deepEqual(sent.slice(1), ['force-app/consent', 'force-app/dutch without consent']);
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

test('gated folders go without their translations; Dutch brings them, less the words of what was refused', () => {
  const stage = mkdtempSync(path.join(tmpdir(), 'stage-'));
  for (const folder of ['consent', 'dutch'])
    cpSync(path.join(PROJECT, 'force-app', folder), path.join(stage, 'force-app', folder), { recursive: true });
  const step = (name: string) => ({ name, folders: [`force-app/${name}`] });
  const words = () => readFileSync(path.join(stage, 'force-app/dutch/translations/nl_NL.translation-meta.xml'), 'utf8');
  const labels = readFileSync(path.join(stage, 'force-app/consent/labels/CustomLabels.labels-meta.xml'), 'utf8');
  const label = `<name>${/<fullName>([^<]+)/.exec(labels)?.[1]}</name>`;
  try {
    const consent = placesOf(step('consent'), [], stage);
    assert.ok(consent.includes('force-app/consent/objects'));
    assert.ok(!consent.includes('force-app/consent/objectTranslations'));
    assert.deepEqual(placesOf(step('dutch'), [], stage), ['force-app/dutch', 'force-app/consent/objectTranslations']);
    assert.ok(words().includes(label));
    assert.deepEqual(placesOf(step('dutch'), ['consent'], stage), ['force-app/dutch']);
    assert.ok(!words().includes(label));
    assert.ok(words().includes('<name>State_Error_Title</name>'));
    assert.deepEqual(placesOf(step('core'), [], stage), ['force-app/core']);
  } finally {
    rmSync(stage, { recursive: true });
  }
});

test('what an org refuses is told once for each problem, with file and line', () => {
  const failed = (fullName: string, lineNumber?: number) => ({
    fullName,
    filePath: `/p/force-app/${fullName}`,
    state: 'Failed',
    error: 'No.',
    ...(lineNumber ? { lineNumber } : {}),
  });
  const answer = answerOf({ success: false, files: [failed('a.xml', 3), failed('b.xml')] }, '/p');
  assert.match(tellAnswer(answer, 1), /^ {3}refused, 2 problems:\n {3}force-app\/a\.xml:3 and 1 more: No\.$/);
  const taken = answerOf({ success: true, files: [{ fullName: 'a', state: 'Created' }] }, '/p');
  assert.equal(tellAnswer(taken, 2.2), '   taken in 2 s: 1 new, 0 changed, 0 as they were');
  const none = answerOf({ success: false, errorMessage: 'INVALID_VERSION: too new', files: [] }, '/p');
  assert.match(tellAnswer(none, 1), /1 problem:\n {3}deployment: INVALID_VERSION: too new$/);
});
