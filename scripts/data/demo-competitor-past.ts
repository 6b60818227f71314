// What the team knows of contracts elsewhere from talks: those that customers left for us, and those that prospects still have.
import { addDays, addMonths, type CivilDate } from '../platform/civil-date.ts';
import { providerKey } from '../import/source/provider-key.ts';
import { accountAt, rivalOf, seedOf, type Fields, type Past } from './demo-past.ts';
import { customerTimes, type Story } from './demo-story.ts';
import { seededRandom, type Random } from './random.ts';
import { insertRecords } from './save-records.ts';

const LEFT_IS_KNOWN = 0.75;

function elsewhere(past: Past, story: Story, end: CivilDate, told: CivilDate, random: Random): Fields {
  const months = random.pick([12, 24, 36]);
  return {
    Account__c: accountAt(past, story.index).id,
    Competitor__r: { External_Id__c: providerKey(rivalOf(story.category, random)) },
    Product_Category__c: story.category,
    Start_Date__c: addDays(addMonths(end, -months), 1),
    End_Date__c: end,
    Notice_Length__c: random.pick([1, 1, 2, 3]),
    Notice_Unit__c: 'Months',
    Auto_Renews__c: 'Yes',
    Renewal_Term_Months__c: 12,
    Monthly_Value__c: 30 + Math.round(random.next() ** 2 * 600),
    Source__c: 'Told by the customer',
    Obtained_On_Date__c: told,
    Confidence__c: 'High',
    Satisfaction__c: random.pick(['Satisfied', 'Neutral', 'Neutral', 'Dissatisfied']),
    Satisfaction_Date__c: told,
  };
}

function contractsOf(past: Past, story: Story): readonly Fields[] {
  const random = seededRandom(seedOf(story, 11));
  const [first] = customerTimes(story);
  const left =
    first && random.chance(LEFT_IS_KNOWN)
      ? [{ ...elsewhere(past, story, first.from, addDays(first.from, -20), random), Status__c: 'Ended' }]
      : [];
  const last = story.moves.at(-1);
  const isOpen = last?.stage === 'PROSPECT';
  const isNo = last?.stage === 'SUSPECT' && story.moves.length > 1;
  if (!last || (!isOpen && !isNo)) return left;
  const end = isOpen
    ? addDays(past.today, random.whole(20, 240))
    : addDays(addMonths(last.day, random.pick([12, 24])), random.whole(-20, 20));
  return [...left, elsewhere(past, story, end, last.day, random)];
}

/** Creates them with the automation at work, which finds their last days to give notice. */
export async function seedCompetitorPast(past: Past): Promise<void> {
  await insertRecords(
    past.connection,
    'Competitor_Contract__c',
    past.stories.flatMap((story) => contractsOf(past, story)),
  );
}
