// Evidence of consent as a CSV file that a spreadsheet opens without running anything in it.
import { shownOf } from 'c/graphAnswer';
import type { EvidenceNode } from './consentQueries';

/** Names of the columns, in the language of the user. */
export interface FileWords {
  readonly person: string;
  readonly channel: string;
  readonly said: string;
  readonly captured: string;
  readonly confirmed: string;
  readonly countsFrom: string;
  readonly source: string;
  readonly wording: string;
  readonly registeredBy: string;
}

/** Characters at which spreadsheets begin to calculate, their full-width forms too (OWASP ASVS 1.2.10). */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** A cell as text: quoted, and with an apostrophe in front of what could be taken for a formula. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** `people`: names by contact id. Times stay as the org keeps them, in UTC, so that they prove the same everywhere. */
export function evidenceCsv(
  evidence: readonly EvidenceNode[],
  people: ReadonlyMap<string, string>,
  words: FileWords,
  delimiter: string,
): string {
  const header = [
    words.person,
    words.channel,
    words.said,
    words.captured,
    words.confirmed,
    words.countsFrom,
    words.source,
    words.wording,
    words.registeredBy,
  ];
  const rows = evidence.map((piece) => [
    people.get(piece.Contact__c?.value ?? '') ?? '',
    shownOf(piece.Channel__c),
    shownOf(piece.State__c),
    piece.Captured_At__c?.value ?? '',
    piece.Double_Opt_In_At__c?.value ?? '',
    piece.Effective_At__c?.value ?? '',
    shownOf(piece.Source__c),
    shownOf(piece.Wording__c),
    shownOf(piece.CreatedBy?.Name),
  ]);
  return [header, ...rows].map((cells) => `${cells.map(csvCell).join(delimiter)}\r\n`).join('');
}

/** The file as an address that a link can save; the mark at its start tells spreadsheets that it is UTF-8. */
export function fileAddress(csv: string): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${csv}`)}`;
}
