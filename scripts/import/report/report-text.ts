// The report as a person reads it, in English or Dutch.
import type { ImportCommand } from '../plan/arguments.ts';
import type { ImportOutcome, Notice, OrgIdentity, RowCounts } from '../plan/import-outcome.ts';
import type { Language } from '../plan/import-plan.ts';
import { reportSentence } from './report-sentences.ts';
import type { ReportFiles } from './report-document.ts';

/** Lines of the report of a finished run. */
export function outcomeText(
  command: ImportCommand,
  outcome: ImportOutcome,
  org: OrgIdentity | undefined,
  files: ReportFiles,
  language: Language,
): string {
  const say = reportSentence(language);
  const { run, rows } = outcome;
  const number = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB');
  const kind = command === 'load' ? 'loaded' : outcome.comparedWithOrg ? 'checked' : 'checkedAlone';
  const counted: readonly (readonly [string, number, string])[] = [
    [say('rowsRead'), rows.read, ''],
    [say(command === 'load' ? 'created' : outcome.comparedWithOrg ? 'wouldCreate' : 'inOrder'), rows.created, ''],
    [say(command === 'load' ? 'updated' : 'wouldUpdate'), rows.updated, ''],
    [say('unchanged'), rows.unchanged, ''],
    [say('skipped'), rows.skipped, causes(outcome.skippedBecause, number, (cause) => say(`skip-${cause}`))],
    [say('rejected'), rows.rejected, causes(outcome.rejectedBecause, number, (code) => code)],
  ];
  const shown = counted.filter(([, ,], at) => outcome.comparedWithOrg || (at !== 2 && at !== 3));
  const width = Math.max(...shown.map(([label]) => label.length));
  const table = shown.map(
    ([label, count, detail]) => `  ${label.padEnd(width)}  ${number.format(count).padStart(11)}${detail && `  ${detail}`}`,
  );
  return [
    say(kind, { file: run.file, org: org ? orgText(org, language) : '' }),
    ...(run.source ? [say('provenance', { source: run.source, obtainedOn: run.obtainedOn ?? '' })] : []),
    say('identity', { id: run.id, sha256: run.sha256 }),
    '',
    ...table,
    ...noticeLines(outcome.notices, language),
    ...(files.rejects ? ['', say(command === 'load' ? 'rejectsLoad' : 'rejectsCheck', { path: files.rejects })] : []),
    ...(files.report ? [say('reportFile', { path: files.report })] : []),
    '',
  ].join('\n');
}

/** What is certain about a load that broke off, and that it may simply be run again. */
export function interruptedText(rows: RowCounts, notices: readonly Notice[], language: Language): string {
  const number = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB');
  const known = { read: number.format(rows.read), rejected: number.format(rows.rejected), unchanged: number.format(rows.unchanged) };
  return [reportSentence(language)('interrupted', known), ...noticeLines(notices, language), ''].join('\n');
}

/** Name, kind and user of an org: what is shown before anything is sent. */
export function orgText(org: OrgIdentity, language: Language): string {
  return reportSentence(language)('org', {
    name: org.name,
    kind: reportSentence(language)(`kind-${org.kind}`),
    username: org.username,
    url: org.instanceUrl,
  });
}

function noticeLines(notices: readonly Notice[], language: Language): readonly string[] {
  if (notices.length === 0) return [];
  const say = reportSentence(language);
  const line = ({ message, lines }: Notice): string =>
    `  - ${message}${lines && lines.length > 0 ? ` ${say('seeLines', { lines: lines.join(', ') })}` : ''}`;
  return ['', say('notices'), ...notices.map(line)];
}

function causes(counts: Readonly<Record<string, number>>, number: Intl.NumberFormat, name: (cause: string) => string): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one)
    .map(([cause, count]) => `${name(cause)} ${number.format(count)}`)
    .join(', ');
}
