// What customers said over two years, the calls that followed, and what became of their suggestions; and what still waits for a call.
import { addDays, addMonths, daysBetween, type CivilDate } from '../platform/civil-date.ts';
import { accountAt, madeOn, seedOf, workingHour, type Fields, type Past } from './demo-past.ts';
import { customerTimes, lastMove, type Move, type Story } from './demo-story.ts';
import words from './demo-words.json' with { type: 'json' };
import { seededRandom, type Random } from './random.ts';
import { insertRecords, updateRecords } from './save-records.ts';

interface Answer {
  readonly story: Story;
  readonly day: CivilDate;
  readonly score: number;
  /** The move to Retention that it announced. */
  readonly before?: Move;
}

const REMEMBERED_DAYS = 730;
const ANSWERS = 0.5;
const CALL_THRESHOLD = 8;
/** Answers of these last days may still wait for their call. */
const FRESH_DAYS = 5;
const PROCESSES = ['Sales', 'Onboarding', 'Delivery', 'Service', 'Invoicing', 'Advice'];
const COMPLAINTS: Readonly<Record<string, readonly string[]>> = words.complaints;
const SUGGESTIONS: readonly (readonly [string, readonly string[]])[] = Object.entries(words.suggestions);

/** Scores get better over the two years. */
function scoreOn(day: CivilDate, today: CivilDate, random: Random): number {
  const progress = 1 - daysBetween(day, today) / REMEMBERED_DAYS;
  return random.weighted([
    [10, 9 + 10 * progress],
    [9, 20 + 16 * progress],
    [8, 27],
    [7, 22 - 6 * progress],
    [6, 11 - 7 * progress],
    [4, 7 - 5 * progress],
    [2, 4 - 3 * progress],
  ]);
}

/** A month after the start and then twice a year, if the customer answers; and whenever somebody wants to leave. */
function answersOf(story: Story, today: CivilDate): readonly Answer[] {
  const random = seededRandom(seedOf(story, 9));
  const answers: Answer[] = [];
  const first = addDays(today, -REMEMBERED_DAYS);
  for (const { from, lost } of customerTimes(story)) {
    const until = lost?.day ?? today;
    for (let day = addDays(from, random.whole(28, 45)); day < until; day = addDays(addMonths(day, 6), random.whole(-12, 12)))
      if (day >= first && random.chance(ANSWERS)) answers.push({ story, day, score: scoreOn(day, today, random) });
  }
  for (const move of story.moves)
    if (move.stage === 'RETENTION' && move.day >= first && random.chance(0.5))
      answers.push({ story, day: move.day, score: random.pick([2, 3, 4, 5, 6]), before: move });
  return answers;
}

/** The person of each account, who speaks for it. */
type Speakers = ReadonlyMap<string, string>;

async function speakersOf({ connection }: Past): Promise<Speakers> {
  const { records } = await connection.query<{ Id: string; AccountId: string }>(
    'SELECT Id, AccountId FROM Contact WHERE AccountId != null',
  );
  return new Map(records.map(({ Id, AccountId }) => [AccountId, Id]));
}

function feedback(past: Past, speakers: Speakers, { story, day, score, before }: Answer, random: Random): Fields {
  const about = before?.leaves ?? random.pick(['Below Expectation', 'Better Price', 'Needs Changed']);
  const comment = score > 8 ? words.praise : score > 6 ? words.doubt : (COMPLAINTS[about] ?? []);
  const [field, suggestions] = random.pick(SUGGESTIONS);
  const { id } = accountAt(past, story.index);
  return {
    Account__c: id,
    Contact__c: speakers.get(id) ?? null,
    Score__c: score,
    Given_On_Date__c: day,
    Product_Category__c: story.category,
    Process__c: before ? random.pick(['Service', 'Delivery', 'Invoicing']) : random.pick(PROCESSES),
    Comment__c: random.chance(0.7) ? random.pick(comment) : null,
    Felt_Pushed__c: random.weighted([
      ['No', 40],
      ['Unknown', 55],
      ['Yes', 5],
    ]),
    ...(score <= CALL_THRESHOLD ? { Loop_Due_Date__c: day } : {}),
    ...(score <= 6 ? { Dissatisfied_About__c: about } : {}),
    ...(score <= CALL_THRESHOLD && random.chance(0.3) ? { [field]: random.pick(suggestions) } : {}),
  };
}

function isFresh({ day, score }: Answer, today: CivilDate): boolean {
  return score <= CALL_THRESHOLD && daysBetween(day, today) <= FRESH_DAYS;
}

/** The first call of a low score: mostly on the same day, sometimes a week late. */
function call(
  past: Past,
  speakers: Speakers,
  { story, day }: Answer,
  feedbackId: string,
  random: Random,
): { readonly task: Fields; readonly closed: Fields } {
  const { id, owner } = accountAt(past, story.index);
  const late = random.weighted([
    [0, 68],
    [1, 20],
    [random.whole(2, 8), 12],
  ]);
  const called = daysBetween(addDays(day, late), past.today) < 0 ? day : addDays(day, late);
  const outcome = random.pick(words.loops);
  return {
    task: {
      WhatId: id,
      WhoId: speakers.get(id) ?? null,
      OwnerId: owner,
      Subject: 'Teruggebeld na feedback',
      ActivityDate: called,
      Status: 'Completed',
      Priority: 'High',
      Task_Kind__c: 'Feedback Call',
      Initiative__c: 'We',
      Contact_Moment__c: 'Phone Call',
      Outcome__c: outcome,
      Product_Category__c: story.category,
      Source_Record_Id__c: feedbackId,
      ...madeOn(called, past.today),
    },
    closed: { Id: feedbackId, Loop_State__c: 'Closed', Loop_Outcome__c: outcome, Loop_Closed_At__c: workingHour(called, random) },
  };
}

/** Answers up to some days ago, with the calls that closed their loops, each on its own day. */
export async function seedFeedback(past: Past): Promise<void> {
  const { connection, today, stories } = past;
  const answers = stories.flatMap((story) => answersOf(story, today)).filter((answer) => !isFresh(answer, today));
  const random = seededRandom(330_000);
  const speakers = await speakersOf(past);
  const ids = await insertRecords(
    connection,
    'Feedback__c',
    answers.map((answer) => ({ ...feedback(past, speakers, answer, random), ...madeOn(answer.day, today) })),
  );
  const nameless = Array.from({ length: 9 }, (_, at) => {
    const day = addDays(today, -random.whole(10, REMEMBERED_DAYS) - at);
    const score = scoreOn(day, today, random);
    return { Is_Anonymous__c: true, Score__c: score, Given_On_Date__c: day, Process__c: random.pick(PROCESSES), ...madeOn(day, today) };
  });
  await insertRecords(connection, 'Feedback__c', nameless);
  const calls = answers.flatMap((answer, at) =>
    answer.score <= CALL_THRESHOLD ? [call(past, speakers, answer, ids[at] ?? '', random)] : [],
  );
  await insertRecords(
    connection,
    'Task',
    calls.map(({ task }) => task),
  );
  await updateRecords(
    connection,
    'Feedback__c',
    calls.map(({ closed }) => closed),
  );
  await decideImprovements(past, random);
}

interface Suggested {
  readonly Id: string;
  readonly Feedback__r: { readonly Given_On_Date__c: CivilDate };
}

/** Suggestions were proposed when they were made; the older ones have been decided on, and many are done. */
async function decideImprovements({ connection, today }: Past, random: Random): Promise<void> {
  const { records } = await connection.query<Suggested>(
    'SELECT Id, Feedback__r.Given_On_Date__c FROM Improvement__c WHERE Feedback__c != null ORDER BY Feedback__r.Given_On_Date__c',
  );
  const decided = records.map(({ Id, Feedback__r: { Given_On_Date__c: proposed } }) => {
    const age = daysBetween(proposed, today);
    const decidedOn = addDays(proposed, random.whole(4, 25));
    const doneOn = addDays(decidedOn, random.whole(10, 80));
    const state = age < 30 ? 'Proposed' : random.weighted([['Done', 52], ['Declined', 22], ['Accepted', 26]]); // prettier-ignore
    if (state === 'Proposed') return { Id, Proposed_On_Date__c: proposed };
    const isDone = state === 'Done' && doneOn <= today;
    return {
      Id,
      Proposed_On_Date__c: proposed,
      State__c: state === 'Done' && !isDone ? 'Accepted' : state,
      Decided_On_Date__c: decidedOn,
      ...(state === 'Declined' ? { Decision_Reason__c: random.pick(words.decisions) } : {}),
      ...(isDone ? { Done_On_Date__c: doneOn } : {}),
    };
  });
  await updateRecords(connection, 'Improvement__c', decided);
}

/** Answers of the last days, with the automation at work: it asks for the calls that are still to be made. */
export async function seedOpenFeedback(past: Past): Promise<void> {
  const { connection, today, stories } = past;
  const fresh = stories.flatMap((story) => answersOf(story, today)).filter((answer) => isFresh(answer, today));
  const happy = stories.filter((story) => lastMove(story).stage === 'CARE');
  const random = seededRandom(340_000);
  const speakers = await speakersOf(past);
  const doubtful = Array.from({ length: 5 }, (_, at): Answer => {
    const story = random.pick(happy);
    return { story, day: addDays(today, -(at % 3)), score: random.pick([7, 8]) };
  });
  await insertRecords(
    connection,
    'Feedback__c',
    [...fresh, ...doubtful].map((answer) => feedback(past, speakers, answer, random)),
  );
}
