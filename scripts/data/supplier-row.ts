// One clean row of a fictional supplier's contract-expiry file: who, with which provider, for what, until when.
import { addDays, addMonths, civilDate, daysInMonth, type CivilDate } from '../platform/civil-date.ts';
import { company, type Company } from './companies.ts';
import providers from './providers.json' with { type: 'json' };
import { seededRandom, type Random } from './random.ts';

/** Headers as a Dutch supplier would write them, in file order. */
export const HEADERS = [
  'KvK-nummer',
  'Bedrijfsnaam',
  'Rechtsvorm',
  'Vestigingsnummer',
  'BTW-nummer',
  'Postcode',
  'Huisnr',
  'Toevoeging',
  'Plaats',
  'Huidige leverancier',
  'Dienst',
  'Product',
  'Contractnummer',
  'EAN-code',
  'Aansluiting',
  'Ingangsdatum',
  'Einddatum',
  'Opzegtermijn',
  'Maandbedrag',
  'Aantal',
  'Tevredenheid',
] as const;

export type Header = (typeof HEADERS)[number];
export type Cells = Record<Header, string>;

interface Service {
  readonly category: string;
  readonly words: readonly string[];
  readonly products: readonly string[];
  readonly monthly: readonly [from: number, to: number];
  /** Energy and insurance end with the year; telecom runs from the day of delivery. */
  readonly endsWithYear: number;
}

const SERVICES: readonly (readonly [Service, number])[] = [
  [
    {
      category: 'Mobile Telephony',
      words: ['Mobiel', 'Mobiele telefonie'],
      products: ['Zakelijk Onbeperkt', 'Team 20 GB', 'Flex Zakelijk'],
      monthly: [18, 640],
      endsWithYear: 0.05,
    },
    20,
  ],
  [
    {
      category: 'Internet',
      words: ['Internet', 'Glasvezel'],
      products: ['Glas 1000 Zakelijk', 'Zakelijk Internet Plus', 'Glas 200'],
      monthly: [45, 390],
      endsWithYear: 0.05,
    },
    18,
  ],
  [
    {
      category: 'Fixed Telephony',
      words: ['Vaste telefonie'],
      products: ['SIP 8 kanalen', 'Hosted Telefonie'],
      monthly: [20, 280],
      endsWithYear: 0.05,
    },
    10,
  ],
  [
    {
      category: 'Electricity',
      words: ['Stroom', 'Elektriciteit'],
      products: ['Vast 3 jaar', 'Vast 1 jaar', 'Groen Zakelijk'],
      monthly: [90, 4200],
      endsWithYear: 0.6,
    },
    22,
  ],
  [{ category: 'Gas', words: ['Gas'], products: ['Gas Vast 3 jaar', 'Gas Vast 1 jaar'], monthly: [60, 1900], endsWithYear: 0.6 }, 10],
  [
    {
      category: 'Insurance',
      words: ['Verzekering', 'Bedrijfsverzekering'],
      products: ['Bedrijfspakket', 'Aansprakelijkheid', 'Wagenpark'],
      monthly: [35, 1250],
      endsWithYear: 0.5,
    },
    16,
  ],
  [
    {
      category: 'Waste Collection',
      words: ['Afval'],
      products: ['Rolcontainer 240 l', 'Perscontainer'],
      monthly: [25, 460],
      endsWithYear: 0.4,
    },
    4,
  ],
];

/** `dd-mm-jjjj`. */
export function dutchDate(date: CivilDate): string {
  return `${date.slice(8, 10)}-${date.slice(5, 7)}-${date.slice(0, 4)}`;
}

/** `1234.5` → `1.234,50`. */
export function dutchAmount(euros: number): string {
  const [whole = '0', cents = '00'] = euros.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${cents}`;
}

/** The last digit of an EAN code: GS1 modulo 10 over the digits before it. */
function withCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return digits + String((10 - (sum % 10)) % 10);
}

/** Ends spread over the next three years, with 31 December for what ends with the year, and one in ten already past. */
function endDate(service: Service, today: CivilDate, random: Random): CivilDate {
  const months = random.chance(0.1) ? -random.whole(1, 14) : random.chance(0.45) ? random.whole(0, 9) : random.whole(6, 36);
  const day = addDays(addMonths(today, months), random.whole(0, 27));
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  if (random.chance(service.endsWithYear)) return civilDate(year, 12, 31);
  return random.chance(0.7) ? civilDate(year, month, daysInMonth(year, month)) : day;
}

/** The first day of a term of one to five years that has begun. */
function startDate(end: CivilDate, today: CivilDate, random: Random): CivilDate {
  const shortest = random.pick([12, 24, 36]);
  const starts = [shortest, 36, 48, 60].map((months) => addDays(addMonths(end, -months), 1));
  return starts.find((start) => start <= today) ?? starts[3] ?? end;
}

function provider(service: Service, random: Random): string {
  if (random.chance(0.012)) {
    const strangers = providers.unknown.filter((one) => one.sectors.includes(service.category));
    if (strangers.length > 0) return random.pick(strangers).name;
  }
  const known = random.pick(providers.known.filter((one) => one.sectors.includes(service.category)));
  return random.chance(0.3) ? random.pick(known.aliases) : known.name;
}

/** Which business the n-th row is about: most have one contract in the file, some two or three. */
function companyOf(rowIndex: number, seed: number): Company {
  const random = seededRandom(rowIndex * 31 + seed);
  const stepBack = random.chance(0.35) ? random.whole(1, 3) : 0;
  return company(Math.max(0, rowIndex - stepBack));
}

/** The n-th clean row of a file made on a given day. */
export function supplierRow(rowIndex: number, seed: number, today: CivilDate): Cells {
  const random = seededRandom(rowIndex * 104_729 + seed);
  const of = companyOf(rowIndex, seed);
  const service = random.weighted(SERVICES);
  const energy = service.category === 'Electricity' || service.category === 'Gas';
  const end = endDate(service, today, random);
  const start = startDate(end, today, random);
  const unknownEnd = random.chance(0.12);
  const [low, high] = service.monthly;
  return {
    'KvK-nummer': of.kvk,
    Bedrijfsnaam: of.name,
    Rechtsvorm: of.legalForm.dutch,
    Vestigingsnummer: of.branchNumber,
    'BTW-nummer': random.chance(0.5) ? of.vat : '',
    Postcode: of.postcode,
    Huisnr: of.houseNumber,
    Toevoeging: of.addition,
    Plaats: of.city,
    'Huidige leverancier': provider(service, random),
    Dienst: random.pick(service.words),
    Product: random.pick(service.products),
    Contractnummer: `C${String(seed % 100).padStart(2, '0')}-${String(rowIndex).padStart(7, '0')}`,
    'EAN-code': energy ? withCheckDigit(`8716${String(80_000_000_000 + rowIndex).padStart(13, '0')}`) : '',
    Aansluiting: energy ? (random.chance(0.1) ? 'grootverbruik' : 'kleinverbruik') : '',
    Ingangsdatum: dutchDate(start),
    Einddatum: unknownEnd ? random.pick(['', 'onbekend', 'n.v.t.']) : dutchDate(end),
    Opzegtermijn: random.weighted([
      ['1 maand', 35],
      ['3 maanden', 20],
      ['2 mnd', 8],
      ['30 dagen', 15],
      ['90 dgn', 5],
      ['1 kwartaal', 2],
      ['', 15],
    ]),
    Maandbedrag: random.chance(0.9) ? dutchAmount(low + random.next() ** 3 * (high - low)) : '',
    Aantal: String(
      random.weighted([
        [1, 60],
        [random.whole(2, 12), 30],
        [random.whole(13, 80), 10],
      ]),
    ),
    Tevredenheid: random.weighted([
      ['', 60],
      ['tevreden', 18],
      ['neutraal', 12],
      ['ontevreden', 10],
    ]),
  };
}
