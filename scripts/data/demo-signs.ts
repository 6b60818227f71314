// Signs that customers gave and what the event rules made of them in the last months: interest in products, and touches that went out.
import type { Connection } from 'jsforce';
import { addDays, type CivilDate } from '../platform/civil-date.ts';
import { demoAccounts } from './demo-accounts.ts';
import { accountAt, type Fields, type Past } from './demo-past.ts';
import { allStories, type StageKey } from './demo-story.ts';
import { seededRandom } from './random.ts';
import { insertRecords } from './save-records.ts';

const INTERESTS = 90;
const TOUCHED_DAYS = 60;
const PLACES = [
  ['Website', 45],
  ['Newsletter', 25],
  ['Phone', 15],
  ['Visit', 15],
] as const;
const LOOKED_AT = ['Prijspagina', 'Postcodecheck', 'Artikel in de nieuwsbrief', 'Vroeg ernaar tijdens het gesprek'];

/** Starter rules that count from the day on which a stage was entered: stage, days after it, and whether a call comes of it. */
const RULES: readonly (readonly [rule: string, stage: StageKey, after: number])[] = [
  ['care-entered-30-days', 'CARE', 30],
  ['after-purchase-5-days', 'ONBOARDING', 5],
];

function touches(past: Past): readonly Fields[] {
  const first = addDays(past.today, -TOUCHED_DAYS);
  return past.stories.flatMap((story) =>
    story.moves.flatMap(({ stage, day }) =>
      RULES.flatMap(([rule, entered, after]) => {
        const planned = addDays(day, after);
        if (stage !== entered || planned < first || planned >= past.today) return [];
        return [
          {
            Event_Rule__r: { External_Id__c: rule },
            Account__c: accountAt(past, story.index).id,
            Product_Category__c: story.category,
            Planned_For_Date__c: planned,
            Source_Date__c: day,
            State__c: 'Done',
            Verdict_Code__c: 'Planned',
          },
        ];
      }),
    ),
  );
}

/** Creates the signs of the last three months, none of them of yesterday or today: those are for the rules to find. */
export async function seedSigns(connection: Connection, today: CivilDate): Promise<void> {
  const past: Past = { connection, today, accounts: await demoAccounts(connection), stories: allStories(today) };
  const random = seededRandom(910_000);
  await insertRecords(
    connection,
    'Product_Interest__c',
    Array.from({ length: INTERESTS }, () => ({
      Account__c: random.pick(past.accounts).id,
      Product_Category__c: random.pick(['Internet', 'Internet', 'Mobile Telephony', 'Electricity', 'Electricity', 'Insurance']),
      Channel__c: random.weighted(PLACES),
      Note__c: random.pick(LOOKED_AT),
      Seen_On_Date__c: addDays(today, -random.whole(1, 88)),
    })),
  );
  await insertRecords(connection, 'Event_Touch__c', touches(past));
}
