// What undoing a run came to, as a person reads it.
import type { UndoOutcome } from '../load/undo-run.ts';
import type { reportSentence } from './report-sentences.ts';

const CAUSES = ['edited', 'in-use', 'refused'] as const;

/** `list`: the file that names the kept records, null when there are none. */
export function undoText(
  run: string,
  { deleted, restored, kept }: UndoOutcome,
  list: string | null,
  say: ReturnType<typeof reportSentence>,
): string {
  const counted = CAUSES.map((cause) => ({ cause, count: kept.filter((record) => record.cause === cause).length }));
  return [
    say('undone', { run }),
    say('undone-deleted', { count: deleted }),
    say('undone-restored', { count: restored }),
    ...counted.filter(({ count }) => count > 0).map(({ cause, count }) => say(`undone-kept-${cause}`, { count })),
    ...(list === null ? [] : [say('undone-list', { path: list })]),
    '',
  ].join('\n');
}
