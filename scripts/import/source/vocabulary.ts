// The headers that files of a kind have, and which columns such a file cannot do without.

import consentHeaders from './consent-headers.json' with { type: 'json' };
import contractHeaders from './contract-headers.json' with { type: 'json' };
import { foldHeader } from './header-name.ts';
import type { ImportKind } from './import-kind.ts';
import { FIELDS_OF, type SourceField } from './source-field.ts';

/** True when the file, or its mapping, feeds every one of these fields. */
export type Has = (...fields: SourceField[]) => boolean;

export interface Vocabulary {
  /** By folded header (header-name.ts). */
  readonly known: ReadonlyMap<string, SourceField>;
  /** Headers that mean one thing here and another there: only a person can tell. */
  readonly doubtful: ReadonlyMap<string, SourceField>;
  /** Fields of which the file can say the same thing in several units; only one column may feed each group. */
  readonly alternatives: readonly (readonly SourceField[])[];
  /** Fields that are only shown: of several columns the first one counts. */
  readonly onlyShown: readonly SourceField[];
  /** The first field without which the file says nothing. */
  readonly missing: (has: Has) => SourceField | undefined;
}

/** Any of them says what a person said. */
const STATEMENTS: readonly SourceField[] = [
  ...(['statement', 'emailConsent', 'phoneConsent', 'postConsent'] as const),
  ...(['optedOut', 'noEmail', 'noPhone', 'noPost', 'withdrawnOn'] as const),
];

interface Synonyms {
  readonly known: Readonly<Record<string, readonly string[]>>;
  readonly doubtful: Readonly<Record<string, readonly string[]>>;
}

export const VOCABULARIES: Readonly<Record<ImportKind, Vocabulary>> = {
  contracts: {
    ...foldedSynonyms('contracts', contractHeaders),
    alternatives: [
      ['endDate', 'endsBefore'],
      ['term', 'termMonths', 'termYears'],
      ['noticePeriod', 'noticeMonths', 'noticeDays'],
      ['monthlyValue', 'yearlyValue'],
    ],
    onlyShown: [],
    missing(has) {
      const tellsBusiness = has('kvkNumber') || has('branchNumber') || has('vatNumber') || has('companyName', 'postcode', 'houseNumber');
      if (!tellsBusiness) return 'kvkNumber';
      return has('provider') ? undefined : 'provider';
    },
  },
  consent: {
    ...foldedSynonyms('consent', consentHeaders),
    alternatives: [],
    onlyShown: ['personName', 'companyName'],
    missing(has) {
      if (!has('email') && !has('phone') && !has('mobilePhone') && !has('kvkNumber')) return 'email';
      return STATEMENTS.some((field) => has(field)) ? undefined : 'statement';
    },
  },
};

/** True when a header is among the synonyms of a kind, doubtful ones included: how header lines are told from data. */
export function isKnownHeader(kind: ImportKind, header: string): boolean {
  return isKnownFolded(kind, foldHeader(header));
}

/** The same for a header that is folded already. */
export function isKnownFolded(kind: ImportKind, folded: string): boolean {
  const { known, doubtful } = VOCABULARIES[kind];
  return known.has(folded) || doubtful.has(folded);
}

function foldedSynonyms(kind: ImportKind, { known, doubtful }: Synonyms): Pick<Vocabulary, 'known' | 'doubtful'> {
  return { known: byFoldedHeader(kind, known), doubtful: byFoldedHeader(kind, doubtful) };
}

function byFoldedHeader(kind: ImportKind, table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, SourceField> {
  const found = new Map<string, SourceField>();
  for (const [name, headers] of Object.entries(table)) {
    const field = FIELDS_OF[kind].find((one) => one === name);
    if (field === undefined) throw new Error(`the synonyms of ${kind} name the unknown field ${name}`);
    for (const header of headers) {
      const folded = foldHeader(header);
      if (found.has(folded) && found.get(folded) !== field) throw new Error(`the synonyms of ${kind} give ${header} to two fields`);
      found.set(folded, field);
    }
  }
  return found;
}
