// The report as a person reads it, in English or Dutch.
import type { ImportCommand } from '../plan/arguments.ts';
import type { ImportOutcome, Notice, RowCounts } from '../plan/import-outcome.ts';
import type { OrgIdentity } from '../../org-connection/org-identity.ts';
import type { Language } from '../plan/import-plan.ts';
import { reportSentence } from './report-sentences.ts';
import { numberIn } from '../source/messages.ts';
import type { ReportFiles } from './report-document.ts';

/** The report of a finished run. */
export function outcomeText(
  command: ImportCommand,
  outcome: ImportOutcome,
  org: OrgIdentity | undefined,
  files: ReportFiles,
  language: Language,
): string {
  const say = reportSentence(language);
  const number = numberIn(language);
  const { run } = outcome;
  const kind = command === 'load' ? 'loaded' : outcome.comparedWithOrg ? 'checked' : 'checkedAlone';
  return [
    say(kind, { file: run.file, org: org ? orgText(org, language) : '' }),
    ...(run.source ? [say('provenance', { source: run.source, obtainedOn: run.obtainedOn ?? '' })] : []),
    say('identity', { id: run.id, sha256: run.sha256 }),
    '',
    ...countLines(command, outcome, number, say),
    ...rejectLines(outcome.rejectedBecause, number, say),
    ...noticeLines(outcome.notices, say),
    ...(files.rejects ? ['', say(command === 'load' ? 'rejectsLoad' : 'rejectsCheck', { path: files.rejects })] : []),
    ...(files.rejects && files.options ? [say('sameReading', { options: files.options })] : []),
    ...(files.report ? [say('reportFile', { path: files.report })] : []),
    '',
  ].join('\n');
}

/** What is certain about a load that broke off, and that it may simply be run again. */
export function interruptedText(rows: RowCounts, notices: readonly Notice[], language: Language): string {
  const [say, number] = [reportSentence(language), numberIn(language)];
  const known = { read: number(rows.read), rejected: number(rows.rejected), unchanged: number(rows.unchanged) };
  return [say('interrupted', known), ...noticeLines(notices, say), ''].join('\n');
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

/** Rows read and what became of them, in one line without the noughts. */
export function countsText(rows: RowCounts, command: ImportCommand, language: Language): string {
  const [say, number] = [reportSentence(language), numberIn(language)];
  return COUNTS.filter((name) => name === 'read' || rows[name] > 0)
    .map((name) => `${number(rows[name])} ${say(command === 'check' ? (WOULD[name] ?? name) : name)}`)
    .join(', ');
}

const COUNTS = ['read', 'created', 'updated', 'unchanged', 'kept', 'skipped', 'rejected'] as const;
/** What a check says instead. */
const WOULD: Readonly<Partial<Record<keyof RowCounts, string>>> = { created: 'wouldCreate', updated: 'wouldUpdate', kept: 'wouldKeep' };

type Say = ReturnType<typeof reportSentence>;
type WriteNumber = (value: number) => string;

/** One line per count; without an org nothing can be said about updates and unchanged rows. */
function countLines(
  command: ImportCommand,
  { rows, comparedWithOrg, skippedBecause, keptBecause }: ImportOutcome,
  number: WriteNumber,
  say: Say,
): readonly string[] {
  const isLoad = command === 'load';
  const causes = (kind: string, counted: Readonly<Record<string, number>>): string =>
    Object.entries(counted)
      .sort(([, one], [, other]) => other - one)
      .map(([cause, count]) => `${say(`${kind}-${cause}`)} ${number(count)}`)
      .join(', ');
  const details: Readonly<Record<string, string>> = {
    [say('skipped')]: causes('skip', skippedBecause),
    [say(isLoad ? 'kept' : 'wouldKeep')]: causes('keep', keptBecause),
  };
  const counts: readonly (readonly [string, number])[] = [
    [say('rowsRead'), rows.read],
    [say(isLoad ? 'created' : comparedWithOrg ? 'wouldCreate' : 'inOrder'), rows.created],
    ...(comparedWithOrg
      ? ([
          [say(isLoad ? 'updated' : 'wouldUpdate'), rows.updated],
          [say('unchanged'), rows.unchanged],
        ] as const)
      : []),
    ...(rows.kept > 0 ? ([[say(isLoad ? 'kept' : 'wouldKeep'), rows.kept]] as const) : []),
    [say('skipped'), rows.skipped],
    [say('rejected'), rows.rejected],
  ];
  const width = Math.max(...counts.map(([label]) => label.length));
  const detail = (label: string): string => (details[label] ? `  (${details[label]})` : '');
  return counts.map(([label, count]) => `  ${label.padEnd(width)}  ${number(count).padStart(11)}${detail(label)}`);
}

function rejectLines(causes: ImportOutcome['rejectedBecause'], number: WriteNumber, say: Say): readonly string[] {
  const sorted = Object.entries(causes).sort(([, one], [, other]) => other.count - one.count);
  if (sorted.length === 0) return [];
  const line = ([code, { count, line: first, reason }]: (typeof sorted)[number]): string =>
    `${number(count).padStart(9)}  ${code}  ${say('example', { line: first, reason })}`;
  return ['', say('rejectedBecause'), ...sorted.map(line)];
}

function noticeLines(notices: readonly Notice[], say: Say): readonly string[] {
  if (notices.length === 0) return [];
  const line = ({ message, lines }: Notice): string =>
    `  - ${message}${lines && lines.length > 0 ? ` ${say('seeLines', { lines: lines.join(', ') })}` : ''}`;
  return ['', say('notices'), ...notices.map(line)];
}
