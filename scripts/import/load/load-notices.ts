// What the steward is told besides the counts.
import type { Notice } from '../plan/import-outcome.ts';
import type { ImportPlan } from '../plan/import-plan.ts';
import type { SourceInspection } from '../source/inspection.ts';
import { fillIn, numberIn } from '../source/messages.ts';
import { warningText } from '../transform/messages.ts';
import type { RunTally } from './run-tally.ts';

interface Telling {
  readonly plan: ImportPlan;
  readonly inspection: SourceInspection;
  readonly sentence: (code: string, values: Readonly<Record<string, string | number>>) => string;
}

/** What the file gave cause for: remarks of both passes, kept rows, accounts that are new or would be. */
export function fileNotices({ plan, inspection, sentence }: Telling, tally: RunTally): readonly Notice[] {
  const found = inspection.notices.map(({ code, text }) => ({ code, message: text }));
  const rows = [...tally.warnings].map(([code, { count, lines }]) => ({
    code,
    message: fillIn(warningText(plan.language, code), { count: numberIn(plan.language)(count) }),
    count,
    lines,
  }));
  const counted = (code: string, count: number): readonly Notice[] =>
    count > 0 ? [{ code, message: sentence(code, { count }), count }] : [];
  const kept = Object.entries(tally.keptBecause).flatMap(([cause, count]) =>
    counted(`KEPT_${cause.toUpperCase().replaceAll('-', '_')}`, count),
  );
  const accounts = plan.command === 'load' ? 'ACCOUNTS_CREATED' : 'ACCOUNTS_TO_CREATE';
  return [...found, ...rows, ...kept, ...counted(accounts, tally.accountsCreated)];
}
