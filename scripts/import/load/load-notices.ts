// What the steward is told besides the counts.
import { join } from 'node:path';
import type { Notice } from '../plan/import-outcome.ts';
import type { ImportPlan } from '../plan/import-plan.ts';
import type { SourceInspection } from '../source/inspection.ts';
import { fillIn, numberIn } from '../source/messages.ts';
import { warningText } from '../transform/messages.ts';
import { REVIEW_FILE } from './account-review.ts';
import type { AccountReview } from './account-review.ts';
import type { LoadContext } from './load-context.ts';
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

/** Proposals for businesses that the org does not know by their number. */
export async function reviewNotices(
  { org, pace, inspection, runFolder, reviewFile, sentence }: LoadContext,
  review: AccountReview,
): Promise<readonly Notice[]> {
  if (org === undefined) return [];
  const count = await review.write(org.session, pace, inspection, join(runFolder, REVIEW_FILE));
  const path = reviewFile ?? REVIEW_FILE;
  const { left } = review;
  return [
    ...(count === 0 ? [] : [{ code: 'ACCOUNT_REVIEW', message: sentence('ACCOUNT_REVIEW', { count, path }), count }]),
    ...(left === 0 ? [] : [{ code: 'ACCOUNT_REVIEW_FULL', message: sentence('ACCOUNT_REVIEW_FULL', { count: left }), count: left }]),
  ];
}
