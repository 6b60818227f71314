// Decides what each column of a file is, from its header alone: synonyms first, a mapping above them.

import { cleanText } from './clean-text.ts';
import { foldHeader } from './header-name.ts';
import type { ImportKind } from './import-kind.ts';
import type { Language } from './language.ts';
import { refusal } from './messages.ts';
import { isRejectColumn } from './reject-columns.ts';
import { fieldLabel, type SourceField } from './source-field.ts';
import type { SupplierMapping } from './supplier-mapping.ts';
import { VOCABULARIES, type Vocabulary } from './vocabulary.ts';

interface Recognised {
  readonly fields: readonly (SourceField | undefined)[];
  /** Columns that nothing is done with, other than those that were left out on purpose. */
  readonly ignored: readonly string[];
}

/** The field of each header. Throws a refusal for headers that are doubled, doubtful or ambiguous, and for a missing key column. */
export function recogniseColumns(
  headers: readonly string[],
  mapping: SupplierMapping,
  { path, kind, language }: { readonly path: string; readonly kind: ImportKind; readonly language: Language },
): Recognised {
  const vocabulary = VOCABULARIES[kind];
  const folded = headers.map(foldHeader);
  const listed = headers.map(cleanText).join(', ');
  const mapped = new Map(Object.entries(mapping.columns).map(([header, field]) => [foldHeader(header), field]));
  for (const header of Object.keys(mapping.columns)) {
    if (!folded.includes(foldHeader(header))) throw refusal(language, 'MAPPING_UNKNOWN_COLUMN', { header, path, headers: listed });
  }
  const mappedFields = new Set([...Object.values(mapping.columns), ...Object.keys(mapping.fixed)]);
  const ignored: string[] = [];
  const recognised = headers.map((header, index): SourceField | undefined => {
    const name = folded[index] ?? '';
    const own = mapped.get(name);
    if (own !== undefined) return own === '-' ? undefined : own;
    const known = vocabulary.known.get(name);
    if (known !== undefined && !mappedFields.has(known)) return known;
    if (name !== '' && !isRejectColumn(header)) ignored.push(cleanText(header));
    return undefined;
  });
  const fields = recognised.map((field, index) => (isAdditionOnly(field, index, folded, recognised) ? 'houseNumberAddition' : field));
  refuseDoubles(headers, folded, fields, vocabulary, path, language);
  refuseDoubtful(headers, folded, fields, vocabulary, mapped, mappedFields, language);
  const has = (...wanted: SourceField[]): boolean => wanted.every((field) => fields.includes(field) || mapping.fixed[field] !== undefined);
  const missing = vocabulary.missing(has);
  if (missing !== undefined) {
    throw refusal(language, 'MISSING_COLUMN', { path, field: fieldLabel(missing, language), name: missing, headers: listed });
  }
  return { fields, ignored };
}

/** "Huisnummer toevoeging" is the whole house number, unless another column already is. */
function isAdditionOnly(
  field: SourceField | undefined,
  index: number,
  folded: readonly string[],
  fields: readonly (SourceField | undefined)[],
): boolean {
  const isMarked = (at: number): boolean => folded[at]?.includes('toev') === true;
  return field === 'houseNumber' && isMarked(index) && fields.some((other, at) => other === 'houseNumber' && at !== index && !isMarked(at));
}

function refuseDoubles(
  headers: readonly string[],
  folded: readonly string[],
  fields: readonly (SourceField | undefined)[],
  { alternatives, onlyShown }: Vocabulary,
  path: string,
  language: Language,
): void {
  for (const [second, field] of fields.entries()) {
    if (field === undefined || onlyShown.includes(field)) continue;
    const group = alternatives.find((fieldsOfOne) => fieldsOfOne.includes(field)) ?? [field];
    const first = fields.findIndex((other) => other !== undefined && group.includes(other));
    if (first === second) continue;
    if (folded[first] === folded[second]) {
      throw refusal(language, 'DUPLICATE_HEADER', { path, header: headers[first] ?? '', first: first + 1, second: second + 1 });
    }
    const values = {
      first: headers[first]?.trim() ?? '',
      second: headers[second]?.trim() ?? '',
      field: fieldLabel(field, language),
      name: field,
    };
    throw refusal(language, 'AMBIGUOUS_HEADER', values);
  }
}

/** A doubtful header matters only when no other column or fixed value says the same. */
function refuseDoubtful(
  headers: readonly string[],
  folded: readonly string[],
  fields: readonly (SourceField | undefined)[],
  { doubtful, alternatives }: Vocabulary,
  mapped: ReadonlyMap<string, SourceField | '-'>,
  mappedFields: ReadonlySet<string>,
  language: Language,
): void {
  for (const [index, name] of folded.entries()) {
    const field = doubtful.get(name);
    if (field === undefined || mapped.has(name) || mappedFields.has(field)) continue;
    const group = alternatives.find((fieldsOfOne) => fieldsOfOne.includes(field)) ?? [field];
    if (fields.some((other) => other !== undefined && group.includes(other))) continue;
    const header = headers[index]?.trim() ?? '';
    const values = { header, field: fieldLabel(field, language), name: field };
    if (field !== 'endDate') throw refusal(language, 'DOUBTFUL_HEADER', values);
    // "until 1 January" may mean that it runs on that day, or not any more
    const other = { other: fieldLabel('endsBefore', language), otherName: 'endsBefore' };
    throw refusal(language, 'DOUBTFUL_HEADER', { ...values, ...other }, undefined, 'DOUBTFUL_END');
  }
}
