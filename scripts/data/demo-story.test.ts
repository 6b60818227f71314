import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../platform/civil-date.ts';
import { allStories, CUSTOMER_STAGES, customerTimes, KNOWN_ACCOUNTS, lastMove, type StageKey } from './demo-story.ts';

const TODAY = '2026-11-22';
const stories = allStories(TODAY);
const standing = (stages: readonly StageKey[]): number => stories.filter((story) => stages.includes(lastMove(story).stage)).length;

/** From which stage a stage may be entered; a first move has none before it. */
const ENTERED_FROM: Readonly<Record<StageKey, readonly (StageKey | undefined)[]>> = {
  SUSPECT: [undefined, 'PROSPECT'],
  PROSPECT: [undefined, 'SUSPECT'],
  ONBOARDING: [undefined, 'PROSPECT', 'WIN-BACK'],
  CARE: ['ONBOARDING', 'DEVELOPMENT', 'RETENTION'],
  DEVELOPMENT: ['CARE'],
  RETENTION: ['CARE', 'DEVELOPMENT'],
  LOST: ['RETENTION', 'WIN-BACK'],
  'WIN-BACK': ['LOST'],
};

test('stories go from stage to stage as customers do, forward in time and no further than today', () => {
  for (const { moves } of stories)
    for (const [at, { stage, day, reason, leaves }] of moves.entries()) {
      const before = moves[at - 1];
      assert.ok(ENTERED_FROM[stage].includes(before?.stage), `${before?.stage ?? 'nothing'} → ${stage}`);
      assert.ok(day <= TODAY && (!before || day >= before.day), `${before?.day ?? ''} → ${day}`);
      assert.ok(reason.length > 0);
      if (stage === 'RETENTION') assert.ok(leaves);
    }
});

test('the same day gives the same stories, and another day the same ones on other days', () => {
  assert.deepEqual(allStories(TODAY), stories);
  const later = allStories(addDays(TODAY, 100));
  assert.deepEqual(
    later.map(({ moves }) => moves.map(({ stage, day }) => [stage, addDays(day, -100)])),
    stories.map(({ moves }) => moves.map(({ stage, day }) => [stage, day])),
  );
});

test('a product stands in one story of an account only, and every account has one', () => {
  const products = stories.map(({ index, category }) => `${index} ${category}`);
  assert.equal(new Set(products).size, products.length);
  assert.equal(new Set(stories.map(({ index }) => index)).size, KNOWN_ACCOUNTS);
});

test('the team keeps more customers than it lost, and every stage has somebody', () => {
  const customers = standing(CUSTOMER_STAGES);
  assert.ok(customers > 3 * standing(['LOST', 'WIN-BACK']), `${customers} customers`);
  assert.ok(standing(['CARE']) > 5 * standing(['RETENTION']));
  for (const stage of Object.keys(ENTERED_FROM) as StageKey[]) assert.ok(standing([stage]) > 2, stage);
});

test('somebody came back after leaving, somebody was saved, and somebody took a second product', () => {
  assert.ok(stories.some((story) => customerTimes(story).length > 1));
  assert.ok(stories.some(({ moves }) => moves.some(({ stage }, at) => stage === 'CARE' && moves[at - 1]?.stage === 'RETENTION')));
  assert.ok(stories.length > KNOWN_ACCOUNTS * 1.1);
});
