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

/** Those of a file of consent that a file of contracts does not have. */
const STATEMENT_FIELDS = {
  email: { kind: 'text', en: 'e-mail address of the person', nl: 'e-mailadres van de persoon' },
  phone: { kind: 'text', en: 'phone number of the person', nl: 'telefoonnummer van de persoon' },
  mobilePhone: { kind: 'text', en: 'mobile number of the person', nl: 'mobiele nummer van de persoon' },
  personName: { kind: 'text', en: 'name of the person', nl: 'naam van de persoon' },
  channel: { kind: 'text', en: 'channel (phone, e-mail, post)', nl: 'kanaal (telefoon, e-mail, post)' },
  statement: {
    kind: 'text',
    en: 'statement (given, refused, withdrawn, objection, unsubscribed)',
    nl: 'verklaring (gegeven, geweigerd, ingetrokken, bezwaar, uitgeschreven)',
  },
  emailConsent: { kind: 'text', en: 'consent to e-mail (yes or no)', nl: 'toestemming voor e-mail (ja of nee)' },
  phoneConsent: { kind: 'text', en: 'consent to calls (yes or no)', nl: 'toestemming voor bellen (ja of nee)' },
  postConsent: { kind: 'text', en: 'consent to post (yes or no)', nl: 'toestemming voor post (ja of nee)' },
  optedOut: { kind: 'text', en: 'whether the person opted out (yes or no)', nl: 'of de persoon zich afmeldde (ja of nee)' },
  noEmail: { kind: 'text', en: 'objection to e-mail (yes or no)', nl: 'bezwaar tegen e-mail (ja of nee)' },
  noPhone: { kind: 'text', en: 'objection to calls (yes or no)', nl: 'bezwaar tegen bellen (ja of nee)' },
  noPost: { kind: 'text', en: 'objection to post (yes or no)', nl: 'bezwaar tegen post (ja of nee)' },
  saidOn: { kind: 'date', en: 'day, and time, on which it was said', nl: 'dag, en tijd, waarop het is gezegd' },
  saidAtTime: { kind: 'text', en: 'time at which it was said', nl: 'tijd waarop het is gezegd' },
  withdrawnOn: { kind: 'date', en: 'when the person opted out', nl: 'wanneer de persoon zich afmeldde' },
  confirmedOn: { kind: 'date', en: 'when it was confirmed (double opt-in)', nl: 'wanneer het is bevestigd (dubbele opt-in)' },
  validUntil: { kind: 'date', en: 'last day of the consent', nl: 'laatste dag van de toestemming' },
  wording: { kind: 'text', en: 'words that the person agreed to', nl: 'tekst waarmee de persoon instemde' },
  capturedWhere: { kind: 'text', en: 'form, call or fair where it was said', nl: 'formulier, gesprek of beurs waar het is gezegd' },
  proofReference: { kind: 'text', en: 'reference of the proof', nl: 'verwijzing naar het bewijs' },
  purpose: { kind: 'text', en: 'purpose of the consent', nl: 'doel van de toestemming' },
} as const satisfies Fields;

export type ContractField = keyof typeof CONTRACT_FIELDS;
export type ConsentField = keyof typeof STATEMENT_FIELDS | 'companyName' | 'kvkNumber' | 'vatNumber';
export type SourceField = ContractField | ConsentField;

/** Every field of every kind of file. */
export const SOURCE_FIELDS: Readonly<Record<SourceField, Fields[string]>> = { ...CONTRACT_FIELDS, ...STATEMENT_FIELDS };

/** The fields that a file of a kind may have, in the order in which messages list them. */
export const FIELDS_OF: Readonly<Record<ImportKind, readonly SourceField[]>> = {
  contracts: Object.keys(CONTRACT_FIELDS) as ContractField[],
  consent: [...(Object.keys(STATEMENT_FIELDS) as ConsentField[]), 'companyName', 'kvkNumber', 'vatNumber'],
};

export function fieldKind(field: SourceField): FieldKind {
  return SOURCE_FIELDS[field].kind;
}

/** What a field is called in a message. */
export function fieldLabel(field: SourceField, language: Language): string {
  return SOURCE_FIELDS[field][language];
}
