// Campaigns of two years with the people they reached: those that are over, those that run, and the four that always run.
import type { Connection } from 'jsforce';
import { addDays, daysBetween, type CivilDate } from '../platform/civil-date.ts';
import { withoutAutomation } from './bypass-automation.ts';
import plans from './demo-campaigns.json' with { type: 'json' };
import { workingHour, type Fields } from './demo-past.ts';
import { seededRandom, type Random } from './random.ts';
import { insertRecords } from './save-records.ts';

interface Plan {
  readonly name: string;
  readonly goal: string;
  /** Days ago, and for how many days. */
  readonly began?: number;
  readonly ran?: number;
  readonly kind?: string;
  /** The event rule that adds its people. */
  readonly rule?: string;
}
interface Made {
  readonly id: string;
  readonly plan: Plan;
  readonly isPast: boolean;
}

const ALWAYS_SINCE_DAYS = 720;
/** Share of the people who may be mailed that a campaign took in, and of those who answered. */
const REACH = 0.28;
const ANSWERS = 0.11;
/** As the starter policy has it: commercial touches of one person within its days. */
const TOUCHES = { most: 4, days: 30 } as const;

async function createCampaigns(connection: Connection, today: CivilDate): Promise<readonly Made[]> {
  const all: readonly { plan: Plan; isPast: boolean; isBase: boolean }[] = [
    ...plans.past.map((plan) => ({ plan, isPast: true, isBase: false })),
    ...plans.current.map((plan) => ({ plan, isPast: false, isBase: false })),
    ...plans.base.map((plan) => ({ plan, isPast: false, isBase: true })),
  ];
  const ids = await insertRecords(
    connection,
    'Campaign',
    all.map(({ plan: { name, goal, began = ALWAYS_SINCE_DAYS, ran, kind = 'Commercial' }, isPast, isBase }) => ({
      Name: name,
      Type: 'Email',
      Goal__c: goal,
      Direction__c: 'Outbound',
      Message_Kind__c: kind,
      ...(kind === 'Service' ? { Message_Kind_Reason__c: 'Gaat over wat de klant al heeft; biedt niets aan' } : {}),
      Is_Base_Campaign__c: isBase,
      IsActive: !isPast,
      Status: isPast ? 'Completed' : 'In Progress',
      StartDate: addDays(today, -began),
      ...(ran === undefined ? {} : { EndDate: addDays(today, ran - began) }),
    })),
  );
  return all.map(({ plan, isPast }, at) => ({ id: ids[at] ?? '', plan, isPast }));
}

/** The people of one campaign, each from a day of its own; nobody is touched more often than the policy allows. */
function membersOf(
  { id, plan, isPast }: Made,
  people: readonly string[],
  touches: Map<string, number>,
  today: CivilDate,
  random: Random,
): Fields[] {
  const { began = ALWAYS_SINCE_DAYS, ran = began, kind = 'Commercial' } = plan;
  const isSlow = plan.rule !== undefined || plan.began === undefined;
  return people.flatMap((contact) => {
    if (!random.chance(REACH)) return [];
    const last = Math.min(isSlow ? began : 12, isPast ? ran : began);
    const day = addDays(today, -began + random.whole(0, last));
    const isRecent = kind === 'Commercial' && daysBetween(day, today) <= TOUCHES.days;
    const known = touches.get(contact) ?? 0;
    if (isRecent && known >= TOUCHES.most) return [];
    if (isRecent) touches.set(contact, known + 1);
    const at = workingHour(day > addDays(today, -1) ? addDays(today, -1) : day, random);
    return [{ CampaignId: id, ContactId: contact, Status: random.chance(ANSWERS) ? 'Responded' : 'Sent', CreatedDate: at }];
  });
}

/** The rules that fill campaigns get theirs and begin to work. */
async function aimRules(connection: Connection, made: readonly Made[], today: CivilDate): Promise<void> {
  for (const { id, plan } of made) {
    if (plan.rule === undefined) continue;
    const fields = { External_Id__c: plan.rule, Campaign__c: id, Is_Active__c: true };
    await connection.sobject('Event_Rule__c').upsert(fields, 'External_Id__c');
  }
  // the day on which most known businesses can leave, so that tomorrow has a preview on whatever day the demo is filled
  const tomorrow = addDays(today, 1);
  const { records } = await connection.query<{ readonly Decision_Date__c: CivilDate }>(
    `SELECT Decision_Date__c, COUNT(Id) n FROM Competitor_Contract__c
     WHERE Decision_Date__c > ${addDays(tomorrow, 20)} AND Decision_Date__c < ${addDays(tomorrow, 150)}
     AND Account__c IN (SELECT AccountId FROM Contact) GROUP BY Decision_Date__c ORDER BY COUNT(Id) DESC LIMIT 1`,
  );
  const [most] = records;
  if (!most) return;
  const aimed = { External_Id__c: 'decision-date-120-days', Offset_Days__c: daysBetween(tomorrow, most.Decision_Date__c) };
  await connection.sobject('Event_Rule__c').upsert(aimed, 'External_Id__c');
}

/** Creates campaigns and their people, for whom consent has been decided before. */
export async function seedCampaigns(connection: Connection, today: CivilDate): Promise<void> {
  const made = await createCampaigns(connection, today);
  const { records } = await connection.query<{ Contact__c: string }>(
    "SELECT Contact__c FROM Consent_Verdict__c WHERE Channel__c = 'Email' AND Verdict__c = 'May' ORDER BY Contact__r.Email",
    { autoFetch: true, maxFetch: 50_000 },
  );
  const people = records.map(({ Contact__c: contact }) => contact);
  const touches = new Map<string, number>();
  const random = seededRandom(720_000);
  await withoutAutomation(connection, async () => {
    for (const campaign of made) await insertRecords(connection, 'CampaignMember', membersOf(campaign, people, touches, today, random));
  });
  await aimRules(connection, made, today);
}
