// `runs`: lists the runs of this project, and removes old ones on request.
import { listRuns, pruneRuns } from '../journal/run-folders.ts';
import { pruneDaysOf } from '../plan/import-plan.ts';
import { reportSentence } from '../report/report-sentences.ts';
import { countsText } from '../report/report-text.ts';
import type { Command } from './command.ts';

const DAY_MILLISECONDS = 86_400_000;

export const runsCommand: Command = async ({ args, surroundings, output, language }) => {
  const say = reportSentence(language);
  const days = pruneDaysOf(args);
  const before = new Date(surroundings.now().getTime() - (days ?? 0) * DAY_MILLISECONDS).toISOString();
  const pruned = days === undefined ? [] : pruneRuns(surroundings.folder, before);
  const runs = listRuns(surroundings.folder);
  const lines = runs.map((run) => [
    run.id,
    say(`status-${run.undone ? 'undone' : run.undoing ? 'undoing' : run.status}`),
    run.org || '-',
    run.file || '-',
    run.rows === null ? '' : countsText(run.rows, run.status === 'checked' ? 'check' : 'load', language),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...lines.map((line) => line[column]?.length ?? 0)));
  const text = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const told = [
    ...(days === undefined ? [] : [say('pruned', { count: pruned.length, days })]),
    ...(text.length > 0 ? text : [say('noRuns')]),
    '',
  ].join('\n');
  output.done({ status: 0, runs, pruned }, told);
  return Promise.resolve(0);
};
