// What happened between the demo's business and the team: from stage to stage, product by product, up to today. Nothing is written here.
import { addDays, type CivilDate } from '../platform/civil-date.ts';
import words from './demo-words.json' with { type: 'json' };
import { seededRandom, type Random } from './random.ts';

/** Accounts that the team knew before the first supplier file came in. */
export const KNOWN_ACCOUNTS = 400;

export type StageKey = 'SUSPECT' | 'PROSPECT' | 'ONBOARDING' | 'CARE' | 'DEVELOPMENT' | 'RETENTION' | 'LOST' | 'WIN-BACK';
export const CUSTOMER_STAGES: readonly StageKey[] = ['ONBOARDING', 'CARE', 'DEVELOPMENT', 'RETENTION'];

export type LeaveReason = 'Below Expectation' | 'Better Price' | 'Needs Changed';

/** One step of a story: the stage that began, the first day of it, and why. */
export interface Move {
  readonly stage: StageKey;
  readonly day: CivilDate;
  readonly reason: string;
  /** Why the customer wanted to leave; with Retention and Lost only. */
  readonly leaves?: LeaveReason;
}

/** One product category of one account, with at least one move, in the order of the days. */
export interface Story {
  readonly index: number;
  readonly category: string;
  readonly moves: readonly Move[];
}

/** Shortest and longest stay, and what may follow: a stage by its weight; the weight under `stay` ends the story there. */
interface Habit {
  readonly stay: readonly [shortest: number, longest: number];
  readonly next: readonly (readonly [StageKey | 'stay', number])[];
}
const HABITS: Readonly<Record<StageKey, Habit>> = {
  SUSPECT: { stay: [10, 90], next: [['PROSPECT', 80], ['stay', 20]] }, // prettier-ignore
  PROSPECT: { stay: [25, 150], next: [['ONBOARDING', 60], ['SUSPECT', 38], ['stay', 2]] }, // prettier-ignore
  ONBOARDING: { stay: [12, 42], next: [['CARE', 1]] },
  CARE: { stay: [90, 460], next: [['DEVELOPMENT', 46], ['RETENTION', 36], ['stay', 18]] }, // prettier-ignore
  DEVELOPMENT: { stay: [30, 120], next: [['CARE', 88], ['RETENTION', 11], ['stay', 1]] }, // prettier-ignore
  RETENTION: { stay: [6, 34], next: [['CARE', 58], ['LOST', 42]] }, // prettier-ignore
  LOST: { stay: [230, 365], next: [['WIN-BACK', 84], ['stay', 16]] }, // prettier-ignore
  'WIN-BACK': { stay: [20, 75], next: [['ONBOARDING', 44], ['LOST', 54], ['stay', 2]] }, // prettier-ignore
};
/** A business that said no is left alone until its contract nears its end. */
const REST_AFTER_NO = [180, 420] as const;
/** Customers of long ago, from before anything else was written down; the others were met since. */
const OLD_CUSTOMERS = { share: 0.42, days: [420, 1_900] } as const;
const NEW_BUSINESS_DAYS = [5, 760] as const;

const CATEGORIES = [
  ['Internet', 34],
  ['Mobile Telephony', 24],
  ['Electricity', 24],
  ['Insurance', 10],
  ['Gas', 8],
] as const;
const LEAVE_REASONS: readonly (readonly [LeaveReason, number])[] = [
  ['Better Price', 45],
  ['Below Expectation', 35],
  ['Needs Changed', 20],
];

function whyOf(stage: StageKey, before: StageKey | undefined, leaves: LeaveReason | undefined, random: Random): string {
  const reasons: Readonly<Record<string, readonly string[]>> = words.why;
  const isAgain = (stage === 'SUSPECT' && before !== undefined) || (stage === 'ONBOARDING' && before === 'WIN-BACK');
  const special = stage === 'RETENTION' ? `RETENTION ${leaves ?? ''}` : isAgain ? `${stage} again` : `${stage} after ${before ?? ''}`;
  return random.pick(reasons[special] ?? reasons[stage] ?? []);
}

/** Moves from a first stage on, until the story ends or today comes. */
function walk(first: StageKey, from: CivilDate, today: CivilDate, random: Random): readonly Move[] {
  const moves: Move[] = [];
  let [stage, day]: [StageKey | 'stay', CivilDate] = [first, from];
  let leaves: LeaveReason | undefined;
  while (stage !== 'stay' && day <= today) {
    const before = moves.at(-1)?.stage;
    if (stage === 'RETENTION') leaves = random.weighted(LEAVE_REASONS);
    const isLeaving = stage === 'RETENTION' || stage === 'LOST';
    moves.push({ stage, day, reason: whyOf(stage, before, leaves, random), ...(isLeaving && leaves ? { leaves } : {}) });
    const { stay, next }: Habit = HABITS[stage];
    const [shortest, longest] = stage === 'SUSPECT' && before !== undefined ? REST_AFTER_NO : stay;
    day = addDays(day, random.whole(shortest, longest));
    stage = random.weighted(next);
  }
  return moves;
}

/** The stories of the n-th known account, the oldest first: who took a second product has two. */
export function storiesOf(index: number, today: CivilDate): readonly Story[] {
  const random = seededRandom(index * 13 + 90_000);
  const isOld = random.chance(OLD_CUSTOMERS.share);
  const [latest, earliest] = isOld ? OLD_CUSTOMERS.days : NEW_BUSINESS_DAYS;
  const category = random.weighted(CATEGORIES);
  const moves = walk(isOld ? 'ONBOARDING' : 'SUSPECT', addDays(today, -random.whole(latest, earliest)), today, random);
  const grew = moves.findIndex(({ stage }, at) => stage === 'CARE' && moves[at - 1]?.stage === 'DEVELOPMENT');
  const [offered, taken] = [moves[grew - 1], moves[grew]];
  if (!offered || !taken || random.chance(0.35)) return [{ index, category, moves }];
  const second = random.weighted(CATEGORIES.filter(([one]) => one !== category));
  const since = walk('ONBOARDING', taken.day, today, random);
  return [
    { index, category, moves },
    { index, category: second, moves: [{ stage: 'PROSPECT', day: offered.day, reason: offered.reason }, ...since] },
  ];
}

/** The stories of all known accounts. */
export function allStories(today: CivilDate): readonly Story[] {
  return Array.from({ length: KNOWN_ACCOUNTS }, (_, index) => storiesOf(index, today)).flat();
}

/** The last move of a story: where the product stands today. */
export function lastMove({ moves }: Story): Move {
  const last = moves.at(-1);
  if (!last) throw new Error('A story has at least one move.');
  return last;
}

/** Days from one day on which the story was in customer stages: each time as its first day and the day it was lost, if it was. */
export function customerTimes({ moves }: Story): readonly { readonly from: CivilDate; readonly lost?: Move }[] {
  const times: { from: CivilDate; lost?: Move }[] = [];
  for (const move of moves) {
    if (move.stage === 'ONBOARDING') times.push({ from: move.day });
    const last = times.at(-1);
    if (move.stage === 'LOST' && last && !last.lost) last.lost = move;
  }
  return times;
}
