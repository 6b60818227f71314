// What the team sold to the known accounts: orders won, lost and open, our own contracts with their renewals, and the products in use.
import { addDays, addMonths, daysBetween, type CivilDate } from '../platform/civil-date.ts';
import { accountAt, rivalOf, seedOf, type Fields, type Past } from './demo-past.ts';
import { company } from './companies.ts';
import { PRODUCTS, seedProducts } from './demo-products.ts';
import { CUSTOMER_STAGES, customerTimes, lastMove, type Story } from './demo-story.ts';
import { seededRandom, type Random } from './random.ts';
import { insertRecords } from './save-records.ts';

const DUTCH: Readonly<Record<string, string>> = {
  Internet: 'glasvezel',
  'Mobile Telephony': 'mobiel',
  Electricity: 'stroom',
  Gas: 'gas',
  Insurance: 'verzekeringen',
};
const TERMS = [
  [12, 50],
  [24, 30],
  [36, 20],
] as const;
/** Of the contracts that reach their end, this share goes on by itself; for the others a new one was signed. */
const GOES_ON = 0.55;
const RENEWS_BY_ITSELF = 0.86;
const DELIVERY_DAYS = [8, 24] as const;

/** Euros a month for a product at this customer; the same wherever it is asked. */
export function monthlyValue(story: Story): number {
  const random = seededRandom(seedOf(story, 3));
  const most = story.category === 'Electricity' || story.category === 'Gas' ? 900 : 320;
  return 25 + Math.round(random.next() ** 2 * most);
}

/** Our contracts of one time as a customer, each following the one before it. */
function contractsOf(
  accountId: string,
  story: Story,
  time: ReturnType<typeof customerTimes>[number],
  today: CivilDate,
  random: Random,
): Fields[] {
  const lost = time.lost?.day;
  const until = lost ?? today;
  const contracts: Fields[] = [];
  let start = addDays(time.from, random.whole(...DELIVERY_DAYS));
  do {
    const goesOn = random.chance(RENEWS_BY_ITSELF);
    let term: number = random.weighted(TERMS);
    let renewals = 0;
    let renewedOn: CivilDate | null = null;
    while (addMonths(start, term) <= until && goesOn && random.chance(GOES_ON)) {
      renewedOn = addMonths(start, term);
      term += 12;
      renewals += 1;
    }
    const next = addMonths(start, term);
    contracts.push({
      AccountId: accountId,
      Product_Category__c: story.category,
      StartDate: start,
      ContractTerm: term,
      Status: 'Activated',
      ...(goesOn ? { Renewal_Term_Months__c: 12 } : {}),
      ...(renewals > 0 ? { Renewal_Count__c: renewals, Renewed_On_Date__c: renewedOn } : {}),
      Is_End_Noted__c: next <= until,
      ...(lost !== undefined && next > lost ? { Cancelled_On_Date__c: lost } : {}),
    });
    start = next;
  } while (start <= until);
  return contracts;
}

function order(past: Past, story: Story, stage: string, closes: CivilDate, random: Random): Fields {
  const { id, owner } = accountAt(past, story.index);
  return {
    AccountId: id,
    OwnerId: owner,
    Name: `${company(story.index).name}: ${DUTCH[story.category] ?? story.category}`,
    StageName: stage,
    CloseDate: closes,
    Amount: monthlyValue(story) * 12,
    Product_Category__c: story.category,
    Is_On_Shortlist__c: stage === 'Closed Won' ? 'Yes' : random.pick(['Yes', 'Yes', 'Unknown']),
    Description: `Nu bij ${rivalOf(story.category, random)}.`,
  };
}

function ordersOf(past: Past, story: Story): readonly Fields[] {
  const random = seededRandom(seedOf(story, 4));
  return story.moves.flatMap(({ stage, day }, at) => {
    const before = story.moves[at - 1]?.stage;
    if (stage === 'ONBOARDING') return [order(past, story, 'Closed Won', day, random)];
    if (stage === 'SUSPECT' && before === 'PROSPECT') return [order(past, story, 'Closed Lost', day, random)];
    const isOpen = at === story.moves.length - 1 && (stage === 'PROSPECT' || stage === 'WIN-BACK');
    if (!isOpen) return [];
    const opened = daysBetween(day, past.today);
    const stageName = opened < 20 ? 'Prospecting' : random.pick(['Needs Analysis', 'Proposal/Price Quote', 'Negotiation/Review']);
    return [order(past, story, stageName, addDays(past.today, random.whole(7, 75)), random)];
  });
}

/** Of some products it was seen how they are used, on a visit or by what is measured. */
function usage(today: CivilDate, random: Random): Fields {
  const used = random.weighted([
    ['All of It', 60],
    ['Unknown', 30],
    ['A Part', 10],
  ]);
  if (used === 'Unknown') return { Usage__c: used };
  return {
    Usage__c: used,
    Usage_Seen_By__c: random.pick(['Measured', 'Visit', 'Conversation']),
    Usage_Seen_On_Date__c: addDays(today, -random.whole(3, 160)),
  };
}

function asset(past: Past, story: Story, products: ReadonlyMap<string, string>): Fields {
  const random = seededRandom(seedOf(story, 5));
  const since = customerTimes(story).at(-1)?.from ?? past.today;
  const product = PRODUCTS.find(({ category }) => category === story.category);
  return {
    AccountId: accountAt(past, story.index).id,
    Name: product?.Name ?? story.category,
    ...(product ? { Product2Id: products.get(product.Name) } : {}),
    Product_Category__c: story.category,
    Price: monthlyValue(story),
    Quantity: 1,
    Status: 'Installed',
    InstallDate: addDays(since, 15),
    ...usage(past.today, random),
  };
}

/** Creates orders, contracts and products, the oldest contract first, so that each finds the one that it follows. */
export async function seedOrders(past: Past): Promise<void> {
  const { connection, stories, today } = past;
  await insertRecords(
    connection,
    'Opportunity',
    stories.flatMap((story) => ordersOf(past, story)),
  );
  const contracts = stories.flatMap((story) => {
    const random = seededRandom(seedOf(story, 6));
    return customerTimes(story).map((time) => contractsOf(accountAt(past, story.index).id, story, time, today, random));
  });
  const generations = Math.max(...contracts.map(({ length }) => length));
  for (let generation = 0; generation < generations; generation += 1)
    await insertRecords(
      connection,
      'Contract',
      contracts.flatMap((ofOneTime) => ofOneTime.slice(generation, generation + 1)),
    );
  const products = await seedProducts(connection);
  const customers = stories.filter((story) => CUSTOMER_STAGES.includes(lastMove(story).stage));
  await insertRecords(
    connection,
    'Asset',
    customers.map((story) => asset(past, story, products)),
  );
}
