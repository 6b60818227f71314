// What goes wrong in real supplier files: each kind of dirt spoils one clean row in its own way.
import { elevenTestNumber } from './companies.ts';
import type { Random } from './random.ts';
import { HEADERS, type Cells } from './supplier-row.ts';

export interface Dirt {
  readonly name: string;
  /** Seen now and then: once in a file. */
  readonly isRare?: boolean;
  /** Cells changed in place of the clean ones; or whole lines, when the row's shape itself is at fault. */
  spoil(cells: Cells, random: Random): Partial<Cells> | { readonly lines: readonly (readonly string[])[] };
}

const inOrder = (cells: Cells): string[] => HEADERS.map((header) => cells[header]);
const digitsOnly = (text: string): string => text.replace(/\D/g, '');

/** Every kind, in no particular order; a dirty row gets one of them. */
export const DIRT: readonly Dirt[] = [
  {
    name: 'a day that does not exist',
    spoil: (_, random) => ({ Einddatum: random.pick(['31-02-2027', '31-04-2027', '00-00-0000', '30-02-2028']) }),
  },
  { name: 'a date that means unknown', spoil: (_, random) => ({ Einddatum: random.pick(['31-12-9999', '01-01-1900', '01-01-1970']) }) },
  { name: 'a word for unknown', spoil: (_, random) => ({ Einddatum: random.pick(['?', '-', 'NULL', '#N/B', '#WAARDE!', 'onbekend']) }) },
  { name: 'free text for a date', spoil: (_, random) => ({ Einddatum: random.pick(['loopt nog', 'eind volgend jaar', 'zie contract']) }) },
  { name: 'end before start', spoil: (cells) => ({ Einddatum: cells.Ingangsdatum, Ingangsdatum: cells.Einddatum || '01-06-2030' }) },
  { name: 'an end in the far future', spoil: () => ({ Einddatum: '31-12-2061' }) },
  { name: 'a KvK number without its leading zeros', spoil: (cells) => ({ 'KvK-nummer': cells['KvK-nummer'].replace(/^0+/, '') }) },
  {
    name: 'a decorated KvK number',
    spoil: (cells, random) => ({
      'KvK-nummer': random.pick([
        `KvK ${cells['KvK-nummer']}`,
        `${cells['KvK-nummer']}.0`,
        cells['KvK-nummer'].replace(/(..)(..)(..)(..)/, '$1 $2 $3 $4'),
      ]),
    }),
  },
  { name: 'no KvK number', spoil: () => ({ 'KvK-nummer': '' }) },
  { name: 'a KvK number that lost its digits', spoil: () => ({ 'KvK-nummer': '9,9E+07' }) },
  { name: 'a branch number for a KvK number', spoil: (cells) => ({ 'KvK-nummer': cells.Vestigingsnummer }) },
  { name: 'an EAN code that lost its digits', spoil: () => ({ 'EAN-code': '8,71687E+17' }) },
  {
    name: 'an EAN code with a wrong check digit',
    spoil: () => ({ Dienst: 'Stroom', 'Huidige leverancier': 'Waddenwind', 'EAN-code': '871687112345678902' }),
  },
  {
    name: 'the VAT id of a sole trader that holds a citizen number',
    spoil: (cells) => ({
      Rechtsvorm: 'Eenmanszaak',
      'BTW-nummer': `NL${elevenTestNumber((Number(digitsOnly(cells['KvK-nummer'])) % 90_000_000) + 4_000_000)}B01`,
    }),
  },
  { name: 'a VAT id that cannot be', spoil: () => ({ 'BTW-nummer': 'NL123456789B90' }) },
  {
    name: 'an amount with decorations',
    spoil: (_, random) => ({ Maandbedrag: random.pick(['€ 45,-', '€ 1.234,56', '45 p/m', '€ 39,95 per maand']) }),
  },
  { name: 'an amount per year', spoil: () => ({ Maandbedrag: '€ 540,00 p/j' }) },
  { name: 'an amount in words', spoil: (_, random) => ({ Maandbedrag: random.pick(['op aanvraag', 'veel', 'ca. 50']) }) },
  { name: 'a negative amount', spoil: () => ({ Maandbedrag: '-25,00' }) },
  { name: 'a quantity in words', spoil: () => ({ Aantal: 'enkele' }) },
  { name: 'a notice period in words', spoil: (_, random) => ({ Opzegtermijn: random.pick(['per direct', 'geen', 'in overleg']) }) },
  {
    name: 'a formula in a name',
    isRare: true,
    spoil: (_, random) => ({
      Bedrijfsnaam: random.pick([
        '=HYPERLINK("http://example.invalid";"Klik")',
        '+31 20 555 0100 Services',
        '@SUM(A1:A9)',
        '-Minus & Zonen',
      ]),
    }),
  },
  { name: 'markup in a name', isRare: true, spoil: () => ({ Bedrijfsnaam: '<script>alert("x")</script> Webstudio B.V.' }) },
  { name: 'a line break in a name', isRare: true, spoil: (cells) => ({ Bedrijfsnaam: `${cells.Bedrijfsnaam}\nt.a.v. administratie` }) },
  {
    name: 'quotes and a semicolon in a name',
    isRare: true,
    spoil: (cells) => ({ Bedrijfsnaam: `"${cells.Bedrijfsnaam}"; voorheen Jansen` }),
  },
  {
    name: 'hard spaces around values',
    spoil: (cells) => ({
      Bedrijfsnaam: `\u00a0 ${cells.Bedrijfsnaam}\u00a0`,
      Postcode: ` ${cells.Postcode.toLowerCase().replace(' ', '')} `,
    }),
  },
  { name: 'a postcode that cannot be', spoil: (_, random) => ({ Postcode: random.pick(['0123 AB', '1234 SS', '12345', '1234 A']) }) },
  { name: 'an unknown service', spoil: (_, random) => ({ Dienst: random.pick(['Schoonmaak', 'Koffie', 'Beveiliging']) }) },
  { name: 'a product name that is too long', spoil: () => ({ Product: 'Zakelijk totaalpakket met alle opties '.repeat(5).trim() }) },
  { name: 'no provider', spoil: () => ({ 'Huidige leverancier': '' }) },
  { name: 'a row with too few cells', spoil: (cells) => ({ lines: [inOrder(cells).slice(0, 12)] }) },
  { name: 'a row with too many cells', spoil: (cells) => ({ lines: [[...inOrder(cells), 'extra', '?']] }) },
  { name: 'the same row twice', spoil: (cells) => ({ lines: [inOrder(cells), inOrder(cells)] }) },
  {
    name: 'the same contract with another end',
    spoil: (cells) => ({ lines: [inOrder(cells), inOrder({ ...cells, Einddatum: '30-06-2029' })] }),
  },
  { name: 'a blank row', spoil: (cells) => ({ lines: [HEADERS.map(() => ''), inOrder(cells)] }) },
  { name: 'the header again', spoil: (cells) => ({ lines: [[...HEADERS], inOrder(cells)] }) },
];
