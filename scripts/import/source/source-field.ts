// What a column of a file can be understood as. The names are those that supplier mappings use.

import type { ImportKind } from './import-kind.ts';
import type { Language } from './language.ts';

/** How the values of a field are read; decides what the first pass looks for in its column. */
export type FieldKind = 'date' | 'amount' | 'text';

type Fields = Readonly<Record<string, { readonly kind: FieldKind } & Readonly<Record<Language, string>>>>;

/** The fields of a file of contracts, with their kinds and what they are called in messages. */
const CONTRACT_FIELDS = {
  kvkNumber: { kind: 'text', en: 'KvK number of the business (8 digits)', nl: 'KvK-nummer van het bedrijf (8 cijfers)' },
  branchNumber: { kind: 'text', en: 'branch number (12 digits)', nl: 'vestigingsnummer (12 cijfers)' },
  companyName: { kind: 'text', en: 'name of the business', nl: 'bedrijfsnaam' },
  legalForm: { kind: 'text', en: 'legal form', nl: 'rechtsvorm' },
  vatNumber: { kind: 'text', en: 'VAT number', nl: 'btw-nummer' },
  postcode: { kind: 'text', en: 'postcode', nl: 'postcode' },
  houseNumber: { kind: 'text', en: 'house number, with or without addition', nl: 'huisnummer, met of zonder toevoeging' },
  houseNumberAddition: { kind: 'text', en: 'addition to the house number', nl: 'toevoeging bij het huisnummer' },
  city: { kind: 'text', en: 'town', nl: 'plaats' },
  provider: { kind: 'text', en: 'present provider', nl: 'huidige aanbieder' },
  productCategory: { kind: 'text', en: 'product category', nl: 'productcategorie' },
  productName: { kind: 'text', en: 'product', nl: 'product' },
  contractNumber: { kind: 'text', en: 'contract number', nl: 'contractnummer' },
  connectionCode: { kind: 'text', en: 'EAN connection code (18 digits)', nl: 'EAN-aansluitcode (18 cijfers)' },
  connectionSize: {
    kind: 'text',
    en: 'size of the connection (small or large)',
    nl: 'grootte van de aansluiting (klein- of grootverbruik)',
  },
  startDate: { kind: 'date', en: 'first day of the contract', nl: 'eerste dag van het contract' },
  endDate: { kind: 'date', en: 'last day of the contract', nl: 'laatste dag van het contract' },
  endsBefore: { kind: 'date', en: 'first day after the contract', nl: 'eerste dag na het contract' },
  term: { kind: 'text', en: 'term of the contract, with its unit', nl: 'looptijd van het contract, met eenheid' },
  termMonths: { kind: 'text', en: 'term of the contract in months', nl: 'looptijd van het contract in maanden' },
  termYears: { kind: 'text', en: 'term of the contract in years', nl: 'looptijd van het contract in jaren' },
  noticePeriod: { kind: 'text', en: 'notice period, with its unit', nl: 'opzegtermijn, met eenheid' },
  noticeMonths: { kind: 'text', en: 'notice period in months', nl: 'opzegtermijn in maanden' },
  noticeDays: { kind: 'text', en: 'notice period in days', nl: 'opzegtermijn in dagen' },
  autoRenews: { kind: 'text', en: 'whether the contract renews tacitly', nl: 'of het contract stilzwijgend wordt verlengd' },
  renewalTerm: { kind: 'text', en: 'term after tacit renewal', nl: 'looptijd na stilzwijgende verlenging' },
  monthlyValue: { kind: 'amount', en: 'amount per month', nl: 'bedrag per maand' },
  yearlyValue: { kind: 'amount', en: 'amount per year', nl: 'bedrag per jaar' },
  quantity: { kind: 'text', en: 'number of connections, lines or seats', nl: 'aantal aansluitingen, lijnen of gebruikers' },
  satisfaction: { kind: 'text', en: 'satisfaction with the present provider', nl: 'tevredenheid over de huidige aanbieder' },
  satisfactionSaidBy: { kind: 'text', en: 'who stated the satisfaction', nl: 'wie de tevredenheid heeft genoemd' },
  satisfactionDate: { kind: 'date', en: 'when the satisfaction was stated', nl: 'wanneer de tevredenheid is genoemd' },
  obtainedOn: { kind: 'date', en: 'day on which the row was true', nl: 'dag waarop de rij klopte' },
  confidence: { kind: 'text', en: 'how sure the source is', nl: 'hoe zeker de bron is' },
} as const satisfies Fields;

export type ContractField = keyof typeof CONTRACT_FIELDS;
export type SourceField = ContractField;

/** Every field of every kind of file. */
export const SOURCE_FIELDS: Readonly<Record<SourceField, Fields[string]>> = CONTRACT_FIELDS;

/** The fields that a file of a kind may have, in the order in which messages list them. */
export const FIELDS_OF: Readonly<Record<ImportKind, readonly SourceField[]>> = {
  contracts: Object.keys(CONTRACT_FIELDS) as ContractField[],
};

export function fieldKind(field: SourceField): FieldKind {
  return SOURCE_FIELDS[field].kind;
}

/** What a field is called in a message. */
export function fieldLabel(field: SourceField, language: Language): string {
  return SOURCE_FIELDS[field][language];
}
