// A row per product category that we sell: what the account has of ours, what it has elsewhere, and what we can offer where it has nothing.
import { fillLabel } from 'c/labelText';
import { shownOf, type FieldOf } from 'c/graphAnswer';
import type { AssetNode, OwnContractNode, PairNode, ProductNode, RivalContractNode } from './offerQuery';

export interface OfferFacts {
  readonly assets: readonly AssetNode[];
  readonly contracts: readonly OwnContractNode[];
  readonly rivals: readonly RivalContractNode[];
  readonly products: readonly ProductNode[];
  readonly pairs: readonly PairNode[];
  /** API names of the needs that this account has. */
  readonly needs: readonly string[];
}
export interface OfferWords {
  readonly today: string;
  /** A day as people write it. */
  written(day: string): string;
  /** A need in the user's language. */
  needNamed(need: string): string;
  readonly ours: string;
  readonly elsewhere: string;
  readonly canOffer: string;
  readonly usage: string;
  readonly usageSeen: string;
  readonly usageUnknown: string;
  readonly contract: string;
  readonly contractUntil: string;
  readonly until: string;
  readonly noticeBy: string;
  readonly unknownProvider: string;
  readonly answers: string;
  readonly more: string;
  readonly notOurs: string;
  readonly ask: string;
}
/** A record with what matters about it. */
export interface OfferLine {
  readonly key: string;
  readonly objectApiName: string;
  readonly name: string;
  readonly notes: readonly string[];
}
export interface OfferCell {
  readonly key: 'ours' | 'elsewhere' | 'offers';
  readonly name: string;
  readonly lines: readonly OfferLine[];
  /** What is said where there is nothing. */
  readonly missing: string;
  readonly missingClass: string;
  readonly more: string;
  readonly className: string;
}
export interface OfferRow {
  readonly key: string;
  readonly category: string;
  readonly isOurs: boolean;
  readonly cells: readonly OfferCell[];
}

/** More products than this a rep does not read beside a category. */
const MOST_OFFERS = 3;

/** What is chosen in a multi-select picklist. */
export function chosenOf(field: FieldOf<string>): readonly string[] {
  return (field?.value ?? '').split(';').filter(Boolean);
}

/** The propositions that may go with a product. */
export function propositionsOf(productId: string, pairs: readonly PairNode[]): readonly NonNullable<PairNode['Proposition__r']>[] {
  return pairs.flatMap((pair) => (pair.Product__c?.value === productId && pair.Proposition__r ? [pair.Proposition__r] : []));
}

/** Needs that a product answers, alone or with a proposition. */
export function needsAnsweredBy(product: ProductNode, pairs: readonly PairNode[]): ReadonlySet<string> {
  const byPropositions = propositionsOf(product.Id, pairs).flatMap((one) => chosenOf(one.Answers_Needs__c));
  return new Set([...chosenOf(product.Answers_Needs__c), ...byPropositions]);
}

/** Products that the account uses today. */
export function assetsInUse(assets: readonly AssetNode[], today: string): readonly AssetNode[] {
  return assets.filter(({ UsageEndDate }) => !UsageEndDate?.value || UsageEndDate.value >= today);
}

export function offerRows(facts: OfferFacts, words: OfferWords): readonly OfferRow[] {
  const assets = assetsInUse(facts.assets, words.today);
  const categories = new Map<string, string>();
  const sold = [...facts.products, ...facts.contracts].map(({ Product_Category__c }) => Product_Category__c);
  for (const category of [...sold, ...assets.map(categoryOf)]) if (category?.value) categories.set(category.value, shownOf(category));
  const rows = [...categories].map(([key, category]) => rowOf(key, category, { ...facts, assets }, words));
  // what is not ours comes first, and of that what is known to end
  const rank = ({ isOurs, cells }: OfferRow): number => (isOurs ? 2 : cells[1]?.lines.length ? 0 : 1);
  return rows.sort((one, other) => rank(one) - rank(other) || one.category.localeCompare(other.category));
}

function categoryOf(asset: AssetNode): FieldOf<string> {
  return asset.Product_Category__c?.value ? asset.Product_Category__c : asset.Product2?.Product_Category__c;
}

function rowOf(key: string, category: string, facts: OfferFacts, words: OfferWords): OfferRow {
  const inCategory = ({ Product_Category__c }: { readonly Product_Category__c?: FieldOf<string> }): boolean =>
    Product_Category__c?.value === key;
  const assets = facts.assets.filter((asset) => categoryOf(asset)?.value === key).map((asset) => assetLine(asset, words));
  const contracts = facts.contracts.filter(inCategory).map((contract) => contractLine(contract, words));
  const ours = [...assets, ...contracts];
  const elsewhere = facts.rivals.filter(inCategory).map((rival) => rivalLine(rival, words));
  const isOurs = ours.length > 0;
  const offers = isOurs ? [] : offerLines(facts.products.filter(inCategory), facts, words);
  const isAsked = !isOurs && elsewhere.length === 0;
  return {
    key,
    category,
    isOurs,
    cells: [
      cellOf('ours', words.ours, ours, isOurs ? '' : words.notOurs),
      cellOf('elsewhere', words.elsewhere, elsewhere, isAsked ? words.ask : ''),
      {
        ...cellOf('offers', words.canOffer, offers.slice(0, MOST_OFFERS), ''),
        more: offers.length > MOST_OFFERS ? fillLabel(words.more, offers.length - MOST_OFFERS) : '',
      },
    ],
  };
}

function cellOf(key: OfferCell['key'], name: string, lines: readonly OfferLine[], missing: string): OfferCell {
  const className = lines.length > 0 || missing ? 'cell' : 'cell cell_empty';
  return { key, name, lines, missing, missingClass: key === 'ours' ? 'chip chip_unknown' : 'muted', more: '', className };
}

function assetLine(asset: AssetNode, words: OfferWords): OfferLine {
  const [usage, seen] = [shownOf(asset.Usage__c), asset.Usage_Seen_On_Date__c?.value];
  const known = seen ? fillLabel(words.usageSeen, usage, words.written(seen)) : fillLabel(words.usage, usage);
  const isKnown = usage !== '' && asset.Usage__c?.value !== 'Unknown';
  return { key: asset.Id, objectApiName: 'Asset', name: shownOf(asset.Name), notes: [isKnown ? known : words.usageUnknown] };
}

function contractLine(contract: OwnContractNode, words: OfferWords): OfferLine {
  const end = contract.EndDate?.value;
  return {
    key: contract.Id,
    objectApiName: 'Contract',
    name: fillLabel(words.contract, shownOf(contract.ContractNumber)),
    notes: end ? [fillLabel(words.contractUntil, words.written(end))] : [],
  };
}

function rivalLine(rival: RivalContractNode, words: OfferWords): OfferLine {
  const [end, decision] = [rival.Current_End_Date__c?.value, rival.Decision_Date__c?.value];
  const notes = [
    ...(end ? [fillLabel(words.until, words.written(end))] : []),
    // a day that has passed is no deadline
    ...(decision && decision >= words.today ? [fillLabel(words.noticeBy, words.written(decision))] : []),
  ];
  const name = shownOf(rival.Competitor__r?.Name) || words.unknownProvider;
  return { key: rival.Id, objectApiName: 'Competitor_Contract__c', name, notes };
}

/** Those that answer most of the needs first. */
function offerLines(products: readonly ProductNode[], { pairs, needs }: OfferFacts, words: OfferWords): readonly OfferLine[] {
  return products
    .map((product) => {
      const answered = needsAnsweredBy(product, pairs);
      return { product, fits: needs.filter((need) => answered.has(need)) };
    })
    .sort((one, other) => other.fits.length - one.fits.length)
    .map(({ product, fits }) => {
      const propositions = propositionsOf(product.Id, pairs).map((one) => shownOf(one.Name));
      const notes = [...propositions, ...(fits.length > 0 ? [fillLabel(words.answers, fits.map(words.needNamed).join(', '))] : [])];
      return { key: product.Id, objectApiName: 'Product2', name: shownOf(product.Name), notes };
    });
}
