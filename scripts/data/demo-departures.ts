// Who left the team, why, on which terms and to whom; the automation works out when each of them may be won back.
import { addDays, addMonths, daysBetween } from '../platform/civil-date.ts';
import { providerKey } from '../import/source/provider-key.ts';
import { accountAt, rivalOf, seedOf, type Fields, type Past } from './demo-past.ts';
import type { Move, Story } from './demo-story.ts';
import words from './demo-words.json' with { type: 'json' };
import { seededRandom } from './random.ts';
import { insertRecords, updateRecords } from './save-records.ts';

interface Departure {
  readonly story: Story;
  readonly lost: Move;
  /** The move by which win-back began, and the one by which the customer came back. */
  readonly tried?: Move | undefined;
  readonly back?: Move | undefined;
}

const COMPLAINTS: Readonly<Record<string, readonly string[]>> = words.complaints;

/** Departures of a story: those that were no second no after win-back. */
function departuresOf(story: Story): readonly Departure[] {
  return story.moves.flatMap((lost, at) => {
    if (lost.stage !== 'LOST' || story.moves[at - 1]?.stage !== 'RETENTION') return [];
    const later = story.moves.slice(at + 1);
    return [
      { story, lost, tried: later.find(({ stage }) => stage === 'WIN-BACK'), back: later.find(({ stage }) => stage === 'ONBOARDING') },
    ];
  });
}

function exitSurvey(past: Past, { story, lost, tried }: Departure): Fields {
  const random = seededRandom(seedOf(story, 10));
  const { leaves = 'Better Price' } = lost;
  const rival = rivalOf(story.category, random);
  // who was not approached within the year did not want to be
  const isAvoided = !tried && daysBetween(lost.day, past.today) > 330;
  const terms = isAvoided ? 'No' : random.weighted([['Yes', 72], ['No', 14], ['Unknown', 14]]); // prettier-ignore
  const shortest = tried ? 60 : 10;
  const end = addDays(addMonths(lost.day, random.weighted([[12, shortest], [24, 30], [36, 20]])), -1); // prettier-ignore
  const isKnown = random.chance(0.7);
  return {
    Account__c: accountAt(past, story.index).id,
    Product_Category__c: story.category,
    Reason__c: leaves,
    Parted_On_Good_Terms__c: tried ? 'Yes' : terms,
    // a day early: the day is put right with the automation at work, which then plans the win-back
    Loss_Date__c: addDays(lost.day, -1),
    Comment__c: random.pick(COMPLAINTS[leaves] ?? []),
    New_Competitor__r: { External_Id__c: providerKey(rival) },
    ...(isKnown ? { New_Contract_End_Date__c: end, New_Notice_Length__c: 1, New_Notice_Unit__c: 'Months' } : {}),
    ...(tried ? { Win_Back_Started_On_Date__c: tried.day } : {}),
    ...(terms === 'No' && !tried && random.chance(0.2)
      ? { Has_Contact_Changed_Employer__c: true, Exception_Reason__c: 'De inkoper van toen werkt er niet meer' }
      : {}),
  };
}

/** Creates the exit surveys; nothing is planned yet. */
export async function seedDepartures(past: Past): Promise<void> {
  await insertRecords(
    past.connection,
    'Exit_Survey__c',
    past.stories.flatMap(departuresOf).map((departure) => exitSurvey(past, departure)),
  );
}

/** Puts the days of the losses right, so that new contracts and win-back dates follow, and ends the contracts of who came back. */
export async function planDepartures(past: Past): Promise<void> {
  const { connection } = past;
  const { records } = await connection.query<{ Id: string; Account__c: string; Product_Category__c: string; Loss_Date__c: string }>(
    'SELECT Id, Account__c, Product_Category__c, Loss_Date__c FROM Exit_Survey__c',
    { autoFetch: true, maxFetch: 50_000 },
  );
  await updateRecords(
    connection,
    'Exit_Survey__c',
    records.map(({ Id, Loss_Date__c: day }) => ({ Id, Loss_Date__c: addDays(day, 1) })),
  );
  const returned = new Set(
    past.stories
      .flatMap(departuresOf)
      .flatMap(({ story, lost, back }) => (back ? [`${accountAt(past, story.index).id} ${story.category} ${lost.day}`] : [])),
  );
  const surveys = records.filter(({ Account__c: account, Product_Category__c: category, Loss_Date__c: day }) =>
    returned.has(`${account} ${category} ${addDays(day, 1)}`),
  );
  const made = await connection.query<{ New_Competitor_Contract__c: string | null; Id: string }>(
    'SELECT Id, New_Competitor_Contract__c FROM Exit_Survey__c WHERE New_Competitor_Contract__c != null',
    { autoFetch: true, maxFetch: 50_000 },
  );
  const contracts = new Map(made.records.map(({ Id, New_Competitor_Contract__c: contract }) => [Id, contract]));
  await updateRecords(
    connection,
    'Competitor_Contract__c',
    surveys.flatMap(({ Id }) => (contracts.get(Id) ? [{ Id: contracts.get(Id), Status__c: 'Ended' }] : [])),
  );
}
