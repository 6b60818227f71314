// Writes a file of what people said about being approached, as a form tool, a mailing tool, a call centre and a trade fair deliver it together.
import { addDays, type CivilDate } from '../platform/civil-date.ts';
import { company } from './companies.ts';
import { person } from './people.ts';
import { seededRandom, type Random } from './random.ts';
import { csvLine } from './supplier-file.ts';
import type { SupplierFile } from './supplier-file.ts';
import { dutchDate } from './supplier-row.ts';

/** As a marketing department calls them. */
export const CONSENT_HEADERS = [
  ...(['E-mailadres', 'Telefoon', 'Naam contactpersoon', 'Bedrijf', 'KvK-nummer', 'Kanaal', 'Verklaring'] as const),
  ...(['Datum en tijd', 'Bron', 'Getoonde tekst', 'Bewijsnummer', 'Doel'] as const),
] as const;
type Cells = Readonly<Record<(typeof CONSENT_HEADERS)[number], string>>;

interface Said {
  readonly channel: string;
  readonly statement: string;
  readonly source: string;
  readonly wording: string;
  readonly purpose: string;
}

const SAID: readonly (readonly [Said, number])[] = [
  [
    {
      ...{ channel: 'E-mail', statement: 'opt-in', source: 'Webformulier aanbiedingen' },
      ...{ wording: 'Ja, stuur mij nieuws en aanbiedingen per e-mail.', purpose: 'Nieuws en aanbiedingen' },
    },
    40,
  ],
  [
    {
      ...{ channel: 'Telefoon', statement: 'toestemming', source: 'Vakbeurs Ondernemen, kaart' },
      ...{ wording: 'Ja, u mag mij hierover bellen.', purpose: 'Kennismaking' },
    },
    20,
  ],
  [{ channel: 'E-mail', statement: 'uitgeschreven', source: 'Nieuwsbrief', wording: '', purpose: '' }, 25],
  [{ channel: 'Telefoon', statement: 'bezwaar', source: 'Callcenter', wording: 'Bel mij niet meer.', purpose: '' }, 15],
];

/** What goes wrong in such files; each kind spoils one clean row in its own way. */
export const CONSENT_DIRT: readonly ((cells: Cells, random: Random) => Partial<Cells>)[] = [
  (_, random) => ({ 'Datum en tijd': random.pick(['', '01-01-1900', 'onbekend']) }),
  () => ({ 'Datum en tijd': '31-12-2199 12:00' }),
  () => ({ Verklaring: 'hard bounce' }),
  () => ({ Bron: '' }),
  (_, random) => ({ 'E-mailadres': `onbekend.${random.whole(1, 9_999)}@nergens.example`, Telefoon: '', 'KvK-nummer': '' }),
  (cells) => ({ 'E-mailadres': `mailto:${cells['E-mailadres'].toUpperCase()}` }),
  (cells) => ({ 'E-mailadres': cells['E-mailadres'].replace('@', ' at ') }),
  (cells) => ({ 'E-mailadres': '', Telefoon: cells.Telefoon.replace('+31 6 ', '06-') }),
  (cells) => ({ 'E-mailadres': '', Telefoon: cells.Telefoon.replace('+31 6 ', '6') }),
  () => ({ 'E-mailadres': '', Telefoon: '' }),
  () => ({ 'Getoonde tekst': '=HYPERLINK("https://nergens.example";"Ja, mail mij")' }),
  () => ({ Kanaal: '' }),
];

function consentRow(index: number, { seed, today }: Pick<SupplierFile, 'seed' | 'today'>): Cells {
  const random = seededRandom(seed * 7_919 + index);
  const { name, kvk } = company(index);
  const { firstName, lastName, email, phone } = person(index);
  const said = random.weighted(SAID);
  const day: CivilDate = addDays(today, -random.whole(1, 400));
  const time = `${String(random.whole(8, 17)).padStart(2, '0')}:${String(random.whole(0, 59)).padStart(2, '0')}`;
  return {
    ...{ 'E-mailadres': email, Telefoon: phone, 'Naam contactpersoon': `${firstName} ${lastName}`, Bedrijf: name, 'KvK-nummer': kvk },
    ...{ Kanaal: said.channel, Verklaring: said.statement, 'Datum en tijd': `${dutchDate(day)} ${time}`, Bron: said.source },
    ...{ 'Getoonde tekst': said.wording, Bewijsnummer: `B-${seed}-${index}`, Doel: said.purpose },
  };
}

/** The lines of a file; every kind of dirt appears before any appears twice. */
export function* consentLines(file: SupplierFile): Generator<string> {
  yield csvLine(CONSENT_HEADERS);
  const random = seededRandom(file.seed);
  let spoiled = 0;
  for (let index = 0; index < file.rows; index += 1) {
    const cells = consentRow(index, file);
    const spoil = random.chance(file.dirty) ? CONSENT_DIRT[spoiled++ % CONSENT_DIRT.length] : undefined;
    const written = { ...cells, ...spoil?.(cells, random) };
    yield csvLine(CONSENT_HEADERS.map((header) => written[header]));
  }
}
