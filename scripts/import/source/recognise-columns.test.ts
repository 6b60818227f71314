import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recogniseColumns } from './recognise-columns.ts';
import type { SourceField } from './source-field.ts';
import { EMPTY_MAPPING, type SupplierMapping } from './supplier-mapping.ts';

function recognise(headers: string[], mapping: Partial<SupplierMapping> = {}): readonly (SourceField | undefined)[] {
  return recogniseColumns(headers, { ...EMPTY_MAPPING, ...mapping }, { path: 'file.csv', kind: 'contracts', language: 'en' }).fields;
}

const VARIANTS: Readonly<Partial<Record<SourceField, string>>> = {
  endDate:
    'Einddatum|Eind datum|Contract einddatum|Expiratiedatum|Afloopdatum|Contracteinde|Datum einde|Looptijd t/m|EINDDATUM CONTRACT|Contract-einddatum|End date|expiry_date|Contract End Date',
  provider: 'Huidige leverancier|Huidige aanbieder|huidige provider|Huidige verzekeraar|Leverancier|Current provider|Supplier',
  kvkNumber: 'KvK|KvK-nr|KVKnummer|Kamer van Koophandel|KvK nr.|kvk_nummer|Chamber of Commerce number|CoC',
  companyName: 'Bedrijfsnaam|Handelsnaam|Company name|Klantnaam',
  city: 'Vestigingsplaats|Plaats|City',
  postcode: 'Postcode|Postal code|ZIP',
  houseNumber: 'Huisnr + toevoeging|Huisnummer|House number',
  noticePeriod: 'Opzegtermijn|Notice period',
  noticeMonths: 'Opzegtermijn (mnd)|Opzegtermijn in maanden|Notice period (months)',
  noticeDays: 'Opzegtermijn (dagen)',
  startDate: 'Ingangsdatum|Startdatum|Start date|RFS-datum',
  term: 'Looptijd|Contractduur',
  termMonths: 'Looptijd (mnd)|Contractduur in maanden',
  connectionCode: 'EAN|EAN-code|EAN code aansluiting',
  monthlyValue: 'Maandbedrag|Bedrag per maand|Monthly fee',
  vatNumber: 'BTW-nummer|VAT number',
};

test('Dutch and English headers are recognised in any spelling', () => {
  for (const [field, variants] of Object.entries(VARIANTS)) {
    for (const header of variants.split('|')) {
      const base = ['kvkNumber', 'provider'].filter((key) => key !== field).map((key) => (key === 'provider' ? 'Aanbieder' : 'KvK'));
      assert.equal(recognise([header, ...base])[0], field, header);
    }
  }
});

test('an addition beside a house number is the addition, alone it is the whole number', () => {
  assert.deepEqual(recognise(['KvK', 'Provider', 'Huisnr', 'Huisnr toevoeging']).slice(2), ['houseNumber', 'houseNumberAddition']);
  assert.deepEqual(recognise(['KvK', 'Provider', 'Huisnr toevoeging']).slice(2), ['houseNumber']);
});

test('headers that are doubled, ambiguous or doubtful are refused by name', () => {
  const cases: [string[], string, RegExp][] = [
    [['KvK', 'Provider', 'Einddatum', 'einddatum'], 'DUPLICATE_HEADER', /columns 3 and 4/],
    [['KvK', 'Provider', 'Leverancier'], 'AMBIGUOUS_HEADER', /"Provider" and "Leverancier"/],
    [['KvK', 'Provider', 'Looptijd', 'Looptijd (mnd)'], 'AMBIGUOUS_HEADER', /"Looptijd" and "Looptijd \(mnd\)"/],
    [['KvK', 'Provider', 'Vervaldatum'], 'DOUBTFUL_HEADER', /Vervaldatum/],
    [['KvK', 'Provider', 'Bedrag'], 'DOUBTFUL_HEADER', /amount per month/],
    [['Provider', 'Einddatum'], 'MISSING_COLUMN', /KvK number.*Provider, Einddatum/],
    [['KvK', 'Einddatum'], 'MISSING_COLUMN', /provider/],
  ];
  for (const [headers, code, message] of cases) {
    assert.throws(
      () => recognise(headers),
      (error: Error & { code?: string }) => error.code === code && message.test(error.message),
      headers.join(),
    );
  }
});

test('a doubtful header matters only where nothing else says the same', () => {
  assert.deepEqual(recognise(['KvK', 'Provider', 'Einddatum', 'Vervaldatum'])[3], undefined);
});

test('a mapping decides above the synonyms', () => {
  assert.equal(recognise(['KvK', 'Provider', 'Vervaldatum'], { columns: { vervaldatum: 'endDate' } })[2], 'endDate');
  assert.equal(recognise(['KvK', 'Provider', 'Vervaldatum'], { columns: { Vervaldatum: '-' } })[2], undefined);
  assert.deepEqual(recognise(['KvK', 'Provider', 'Leverancier'], { columns: { Leverancier: 'provider' } }), [
    'kvkNumber',
    undefined,
    'provider',
  ]);
  assert.deepEqual(recognise(['KvK', 'Einddatum'], { fixed: { provider: 'Telenoord' } }), ['kvkNumber', 'endDate']);
  assert.throws(() => recognise(['KvK', 'Provider'], { columns: { Klantnr: 'contractNumber' } }), { code: 'MAPPING_UNKNOWN_COLUMN' });
});
