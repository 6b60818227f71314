// What the fictional team sells: products and propositions, and which needs of a business each of them answers.
import type { Connection } from 'jsforce';
import { insertRecords } from './save-records.ts';

interface Product {
  readonly Name: string;
  readonly category: string;
  readonly needs: readonly string[];
  /** Its margin leaves no room for a proposition. */
  readonly isThin?: boolean;
}

export const PRODUCTS: readonly Product[] = [
  { Name: 'Glasvezel Zakelijk 500', category: 'Internet', needs: ['Always Reachable', 'Room to Grow'] },
  { Name: 'Glasvezel Zakelijk 100', category: 'Internet', needs: ['Lower Costs'], isThin: true },
  { Name: 'Mobiel Onbeperkt', category: 'Mobile Telephony', needs: ['Always Reachable', 'Certainty About Costs'] },
  { Name: 'Bellen op één nummer', category: 'Fixed Telephony', needs: ['Always Reachable', 'One Point of Contact'] },
  { Name: 'Stroom Vast', category: 'Electricity', needs: ['Certainty About Costs'] },
  { Name: 'Stroom van eigen dak', category: 'Electricity', needs: ['Sustainability', 'Lower Costs'] },
  { Name: 'Gas Vast', category: 'Gas', needs: ['Certainty About Costs'] },
  { Name: 'Bedrijfspakket', category: 'Insurance', needs: ['Less Risk', 'One Point of Contact'] },
];

export const PROPOSITIONS: readonly {
  readonly key: string;
  readonly Name: string;
  readonly Offer__c: string;
  readonly category: string;
  readonly needs: readonly string[];
}[] = [
  {
    key: 'fibre-year-support',
    Name: 'Glasvezel met een jaar ondersteuning',
    Offer__c: 'Glasvezel met een jaar gratis ondersteuning',
    category: 'Internet',
    needs: ['Quick Help'],
  },
  {
    key: 'fixed-rate-2-years',
    Name: 'Vast tarief voor twee jaar',
    Offer__c: 'Twee jaar hetzelfde stroomtarief',
    category: 'Electricity',
    needs: ['Certainty About Costs'],
  },
  {
    key: 'no-claims-bonus',
    Name: 'Korting zonder schade',
    Offer__c: 'Elk jaar zonder schade 5 % minder premie',
    category: 'Insurance',
    needs: ['Lower Costs'],
  },
];

/** Creates the products that are not there yet by their names, and gives the ids of all by name. */
export async function seedProducts(connection: Connection): Promise<ReadonlyMap<string, string>> {
  const known = async (): Promise<ReadonlyMap<string, string>> => {
    const { records } = await connection.query<{ Id: string; Name: string }>('SELECT Id, Name FROM Product2 WHERE IsActive = true');
    return new Map(records.map(({ Id, Name }) => [Name, Id]));
  };
  const before = await known();
  const missing = PRODUCTS.filter(({ Name }) => !before.has(Name)).map(({ Name, category, needs }) => ({
    Name,
    Product_Category__c: category,
    Answers_Needs__c: needs.join(';'),
    IsActive: true,
  }));
  await insertRecords(connection, 'Product2', missing);
  return known();
}
