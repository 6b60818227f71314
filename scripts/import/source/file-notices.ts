// What the steward is told about a file that is accepted.

import { separatorLine, type FoundHeader } from './find-header.ts';
import { foldHeader } from './header-name.ts';
import type { ImportKind } from './import-kind.ts';
import type { Notice } from './inspection.ts';
import type { Language } from './language.ts';
import { notice } from './messages.ts';
import type { OpenedSource } from './open-source.ts';
import type { SourceField } from './source-field.ts';
import type { SupplierMapping } from './supplier-mapping.ts';
import type { WholePass } from './whole-pass.ts';

/** What the notices are about. */
export interface InspectedFile {
  readonly kind: ImportKind;
  readonly source: OpenedSource;
  readonly header: FoundHeader;
  readonly pass: WholePass;
  readonly dataEncoding: string;
  readonly decode: (bytes: Buffer) => string;
  readonly fields: readonly (SourceField | undefined)[];
  readonly ignored: readonly string[];
  readonly mapping: SupplierMapping;
}

/** All notices but those about single columns. */
export function fileNotices(file: InspectedFile, language: Language): readonly Notice[] {
  const { source, header, pass } = file;
  return [
    ...encodingNotices(file, language),
    ...(header.line > (separatorLine(source.head) === undefined ? 1 : 2) ? [notice(language, 'TITLE_LINES', { line: header.line })] : []),
    ...(pass.lineEnding === 'mixed' ? [notice(language, 'MIXED_LINE_ENDINGS')] : []),
    ...ABOUT_COLUMNS[file.kind](file, language),
  ];
}

/** What is told about columns that are not loaded, and about those that are missing. */
const ABOUT_COLUMNS: Readonly<Record<ImportKind, (file: InspectedFile, language: Language) => readonly Notice[]>> = {
  contracts: ({ ignored, fields, mapping }, language) => [
    ...named('CONSENT_COLUMNS', ignored.filter(isAboutConsent), language),
    ...named(
      'IGNORED_COLUMNS',
      ignored.filter((header) => !isAboutConsent(header)),
      language,
    ),
    ...missingNotices(fields, mapping, language),
  ],
  consent: ({ ignored }, language) => named('IGNORED_COLUMNS', ignored, language),
};

/** As they are written in files of suppliers, folded. */
const CONSENT =
  /toestemming|consent|optin|optout|belmeniet|donotcall|nietbellen|magbellen|magmailen|mailen|nieuwsbrief|newsletter|nonmailing|^nmi$/;

/** Headers that a sentence names. */
const MOST_NAMED = 20;

function isAboutConsent(header: string): boolean {
  return CONSENT.test(foldHeader(header));
}

function named(code: 'CONSENT_COLUMNS' | 'IGNORED_COLUMNS', headers: readonly string[], language: Language): readonly Notice[] {
  const more = headers.length - MOST_NAMED;
  const list = headers.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` +${more}` : '');
  return headers.length > 0 ? [notice(language, code, { headers: list })] : [];
}

function encodingNotices({ kind, source, pass: { encoding: verdict }, dataEncoding, decode }: InspectedFile, language: Language): Notice[] {
  // the cells that show it are names: of businesses, or of people, which have no place in a report
  const namesPeople = kind === 'consent';
  const samples = verdict.samples.map((bytes) => `"${decode(bytes).trim()}"`).join(', ');
  const found: Notice[] = [];
  if (source.encoding === undefined && dataEncoding !== 'utf-8')
    found.push(
      notice(language, 'ENCODING_TAKEN', { encoding: dataEncoding, samples }, namesPeople ? 'ENCODING_TAKEN_OF_PEOPLE' : undefined),
    );
  if (verdict.mojibake > 0)
    found.push(notice(language, 'MOJIBAKE', { count: verdict.mojibake, samples }, namesPeople ? 'MOJIBAKE_OF_PEOPLE' : undefined));
  if (verdict.replacements > 0) found.push(notice(language, 'LOST_CHARACTERS', { count: verdict.replacements }));
  return found;
}

function missingNotices(fields: readonly (SourceField | undefined)[], mapping: SupplierMapping, language: Language): Notice[] {
  const has = (...wanted: SourceField[]): boolean => wanted.some((field) => fields.includes(field) || mapping.fixed[field] !== undefined);
  const found: Notice[] = [];
  if (!has('endDate', 'endsBefore') && !(has('startDate') && has('term', 'termMonths', 'termYears')))
    found.push(notice(language, 'NO_END_DATE'));
  if (!has('productCategory')) found.push(notice(language, 'NO_CATEGORY'));
  return found;
}
