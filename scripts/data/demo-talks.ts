// Two years of talks with the known accounts, stage by stage; over time the team begins more of them itself.
import { addDays, daysBetween, type CivilDate } from '../platform/civil-date.ts';
import { accountAt, madeOn, seedOf, type Fields, type Past } from './demo-past.ts';
import { type StageKey, type Story } from './demo-story.ts';
import words from './demo-words.json' with { type: 'json' };
import { seededRandom, type Random } from './random.ts';
import { insertRecords } from './save-records.ts';

/** Days between two talks in a stage, on average. */
const EVERY_DAYS: Readonly<Record<Exclude<StageKey, 'LOST'>, number>> = {
  SUSPECT: 90,
  PROSPECT: 24,
  ONBOARDING: 11,
  CARE: 70,
  DEVELOPMENT: 26,
  RETENTION: 8,
  'WIN-BACK': 18,
};
const REMEMBERED_DAYS = 730;
/** Talks that the customer began weigh this much of their weight two years ago, and this much less today. */
const THEY_BEGAN = { then: 1.9, less: 0.8 } as const;

type Talk = (typeof words.talks)['CARE'][number];
const TALKS: Readonly<Record<string, readonly Talk[]>> = words.talks;

function talk(past: Past, story: Story, stage: StageKey, day: CivilDate, random: Random): Fields {
  const progress = 1 - daysBetween(day, past.today) / REMEMBERED_DAYS;
  const weightOf = ({ began, weight }: Talk): number =>
    began === 'They' ? weight * (THEY_BEGAN.then - THEY_BEGAN.less * progress) : weight;
  const { subject, kind, moment, began } = random.weighted((TALKS[stage] ?? []).map((one) => [one, weightOf(one)] as const));
  const { id, owner } = accountAt(past, story.index);
  return {
    WhatId: id,
    OwnerId: owner,
    Subject: subject,
    ActivityDate: day,
    Status: 'Completed',
    Task_Kind__c: kind,
    Initiative__c: began,
    Contact_Moment__c: moment,
    Outcome__c: random.pick(words.outcomes),
    Product_Category__c: story.category,
    ...(stage === 'RETENTION' ? { Emotion__c: random.pick(['Worried', 'Angry', 'Neutral']) } : {}),
  };
}

/** Talks of one story within the days that the team remembers. */
function talksOf(past: Past, story: Story): readonly Fields[] {
  const random = seededRandom(seedOf(story, 8));
  const first = addDays(past.today, -REMEMBERED_DAYS);
  return story.moves.flatMap(({ stage, day }, at) => {
    const until = story.moves[at + 1]?.day ?? past.today;
    // who left is spoken to once more, soon after
    if (stage === 'LOST') {
      const soon = addDays(day, random.whole(1, 10));
      return soon >= first && soon < until ? [{ ...talk(past, story, stage, soon, random), ...madeOn(soon, past.today) }] : [];
    }
    const every = EVERY_DAYS[stage];
    const days: CivilDate[] = [];
    for (
      let on = addDays(day, random.whole(1, every));
      on < until;
      on = addDays(on, random.whole(Math.ceil(every * 0.6), Math.ceil(every * 1.5)))
    )
      if (on >= first) days.push(on);
    return days.map((on) => ({ ...talk(past, story, stage, on, random), ...madeOn(on, past.today) }));
  });
}

/** Creates the talks, and a visit ahead for some customers. */
export async function seedTalks(past: Past): Promise<void> {
  const { connection, stories, today } = past;
  await insertRecords(
    connection,
    'Task',
    stories.flatMap((story) => talksOf(past, story)),
  );
  const random = seededRandom(50_000);
  const visited = stories.filter(
    ({ moves }) => ['CARE', 'DEVELOPMENT', 'PROSPECT'].includes(moves.at(-1)?.stage ?? '') && random.chance(0.08),
  );
  await insertRecords(
    connection,
    'Event',
    visited.map(({ index, category }) => ({
      WhatId: accountAt(past, index).id,
      OwnerId: accountAt(past, index).owner,
      Subject: 'Bezoek op locatie',
      ActivityDateTime: `${addDays(today, random.whole(1, 40))}T09:30:00Z`,
      DurationInMinutes: 60,
      Product_Category__c: category,
    })),
  );
}
