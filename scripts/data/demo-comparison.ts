// Gives the demo comparison scripts against its fictional providers: fresh, stale, unsourced and internal lines, offers, and a matrix.
import type { Connection } from 'jsforce';
import { providerKey } from '../import/source/provider-key.ts';
import { addDays, type CivilDate } from '../platform/civil-date.ts';
import lines from './comparison-lines.json' with { type: 'json' };
import { PRODUCTS, PROPOSITIONS, seedProducts } from './demo-products.ts';
import providers from './providers.json' with { type: 'json' };
import { insertRecords, upsertRecords } from './save-records.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Claim {
  readonly kind: string;
  readonly topic: string;
  readonly audience?: string;
  readonly state?: string;
  readonly line?: string;
  readonly ours?: string;
  readonly theirs?: string;
  readonly objection?: string;
  readonly answer?: string;
  readonly source?: string;
  /** The source stands on the provider's website. */
  readonly website?: boolean;
  /** Days ago. */
  readonly checked?: number;
  /** First and last day of a special offer, in days from today. */
  readonly offer?: readonly number[];
}
interface Words {
  readonly opening: string;
  readonly questions: readonly string[];
  readonly claims: readonly Claim[];
}
interface Group {
  readonly categories: readonly string[];
  readonly Dutch: Words;
  readonly English?: Words;
}

const GROUPS = lines as Readonly<Record<string, Group>>;
const VALID_DAYS = 30;

/** Names of Dutch scripts are Dutch too. */
const DUTCH_NAMES: Readonly<Record<string, string>> = {
  Electricity: 'elektriciteit',
  Gas: 'gas',
  Internet: 'internet',
  'Mobile Telephony': 'mobiel bellen',
  'Fixed Telephony': 'vast bellen',
  Insurance: 'verzekeringen',
  'Waste Collection': 'afval',
};

/** Marketing has not come to every provider yet: nothing against the last of them. */
const SCRIPTED = providers.known.slice(0, -1);

function scripts(today: CivilDate): { readonly scripts: readonly Fields[]; readonly claims: readonly Fields[] } {
  const all = { scripts: [] as Fields[], claims: [] as Fields[] };
  for (const { name, sectors } of SCRIPTED)
    for (const group of Object.values(GROUPS))
      for (const category of group.categories.filter((one) => sectors.includes(one)))
        for (const language of ['Dutch', 'English'] as const) {
          const words = group[language];
          if (words) addScript(all, { name, category, language, words, today });
        }
  return all;
}

interface Against {
  readonly name: string;
  readonly category: string;
  readonly language: 'Dutch' | 'English';
  readonly words: Words;
  readonly today: CivilDate;
}

function addScript(all: { readonly scripts: Fields[]; readonly claims: Fields[] }, against: Against): void {
  const { name, category, language, words, today } = against;
  const key = providerKey(name);
  const id = `${key}|${category}|${language}`.toLowerCase();
  const named = (text: string | undefined): string | null => text?.replaceAll('{provider}', name) ?? null;
  const [one, two, three] = words.questions;
  all.scripts.push({
    External_Id__c: id,
    Name: `${name} – ${language === 'Dutch' ? (DUTCH_NAMES[category] ?? category) : category}`,
    Competitor__r: { External_Id__c: key },
    Product_Category__c: category,
    Language__c: language,
    Opening_Line__c: words.opening,
    Question_1__c: named(one),
    Question_2__c: named(two),
    Question_3__c: named(three),
    Status__c: 'Active',
    Valid_Until_Date__c: addDays(today, 120),
  });
  for (const [place, claim] of words.claims.entries()) {
    // what is said of most providers is up to date; of some it was not looked at for long
    const isNeglected = SCRIPTED.findIndex((provider) => provider.name === name) % 4 === 0;
    const ago = claim.checked !== undefined && claim.checked >= VALID_DAYS && !isNeglected ? claim.checked - VALID_DAYS : claim.checked;
    const checked = ago === undefined ? null : addDays(today, -ago);
    const [begin, end] = claim.offer ?? [];
    all.claims.push({
      External_Id__c: `${id}|${place + 1}`,
      Comparison_Script__r: { External_Id__c: id },
      Kind__c: claim.kind,
      Topic__c: claim.topic,
      Audience__c: claim.audience ?? 'Customer-Facing',
      Notice_State__c: claim.state ?? null,
      Line__c: claim.line ?? null,
      Our_Fact__c: claim.ours ?? null,
      Their_Fact__c: claim.theirs ?? null,
      Objection__c: claim.objection ?? null,
      Answer__c: claim.answer ?? null,
      Source__c: named(claim.source),
      Source_Website__c: claim.website ? `https://${key}.example/zakelijk` : null,
      Checked_On_Date__c: checked,
      Valid_Until_Date__c: ago === undefined ? null : addDays(today, VALID_DAYS - ago),
      Is_Special_Offer__c: claim.offer !== undefined,
      Offer_Begin_Date__c: begin === undefined ? null : addDays(today, begin),
      Offer_End_Date__c: end === undefined ? null : addDays(today, end),
      Order__c: place + 1,
    });
  }
}

/** What may be offered with which product of ours: each proposition with the products of its category, but one that does not pay. */
async function seedMatrix(connection: Connection): Promise<void> {
  const records = PROPOSITIONS.map(({ key, Name, Offer__c, category, needs }) => ({
    External_Id__c: key,
    Name,
    Offer__c,
    Product_Category__c: category,
    Answers_Needs__c: needs.join(';'),
    Is_Active__c: true,
  }));
  await upsertRecords(connection, 'Proposition__c', 'External_Id__c', records);
  const products = await seedProducts(connection);
  const { records: known } = await connection.query<{ Product__c: string; Proposition__r: { External_Id__c: string } }>(
    'SELECT Product__c, Proposition__r.External_Id__c FROM Product_Proposition__c',
  );
  const isKnown = (product: string | undefined, key: string): boolean =>
    known.some(({ Product__c, Proposition__r }) => Product__c === product && Proposition__r.External_Id__c === key);
  const fields = PROPOSITIONS.flatMap(({ key, category }) =>
    PRODUCTS.filter((product) => product.category === category && !isKnown(products.get(product.Name), key)).map((product) => ({
      Product__c: products.get(product.Name),
      Proposition__r: { External_Id__c: key },
      Is_Allowed__c: !product.isThin,
      Reason__c: product.isThin ? 'De marge laat het niet toe' : null,
    })),
  );
  await insertRecords(connection, 'Product_Proposition__c', fields);
}

/** Upserts scripts and claims by their keys, as checked in the days before `today`; running it again on that day changes nothing. */
export async function seedComparison(connection: Connection, today: CivilDate): Promise<void> {
  const all = scripts(today);
  const { records } = await connection.query<{ AssigneeId: string }>(
    "SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name = 'SME_Marketing' AND Assignee.IsActive = true LIMIT 1",
  );
  const ofMarketing = records[0] ? { OwnerId: records[0].AssigneeId } : {};
  const owned = all.scripts.map((script) => ({ ...script, ...ofMarketing }));
  await upsertRecords(connection, 'Comparison_Script__c', 'External_Id__c', owned);
  await upsertRecords(connection, 'Comparison_Claim__c', 'External_Id__c', all.claims);
  await seedMatrix(connection);
}
