// Open loops in words: how late, who calls, which number to ring.
import { countedLabel, fillLabel } from 'c/labelText';
import { daysBetween, shownDay } from 'c/civilDay';
import type { Call, OpenLoop } from './loopsQuery';

export interface LoopLabels {
  readonly lateOne: string;
  readonly lateOther: string;
  readonly today: string;
  readonly dueOn: string;
  readonly scoreOf: string;
  readonly anonymous: string;
  readonly nobodyCalls: string;
  readonly callBy: string;
  readonly phone: string;
  readonly openCallOf: string;
  readonly writeOutcomeOf: string;
}

export interface ShownLoop extends OpenLoop {
  readonly scoreText: string;
  readonly scoreSays: string;
  readonly scoreClass: string;
  readonly due: string;
  readonly dueClass: string;
  readonly who: string;
  readonly taskId: string;
  readonly caller: string;
  readonly phoneHref: string;
  readonly phoneSays: string;
  readonly openSays: string;
  readonly outcomeSays: string;
  readonly isWriting: boolean;
}

export interface LoopContext {
  readonly today: string;
  readonly language: string;
  readonly locale: string;
  readonly labels: LoopLabels;
  readonly calls: ReadonlyMap<string, Call>;
  /** Id of the feedback whose outcome is being written. */
  readonly writingId: string;
}

export function shownLoops(loops: readonly OpenLoop[], context: LoopContext): readonly ShownLoop[] {
  const { labels, calls, writingId } = context;
  return loops.map((loop) => {
    const call = calls.get(loop.id);
    const late = lateness(loop.dueDate, context);
    return {
      ...loop,
      scoreText: loop.score === null ? '?' : String(loop.score),
      scoreSays: fillLabel(labels.scoreOf, loop.score ?? '?'),
      scoreClass: scoreLook(loop.score),
      ...late,
      who: loop.isAnonymous ? labels.anonymous : loop.contactName,
      taskId: call?.taskId ?? '',
      caller: call?.callerName ? fillLabel(labels.callBy, call.callerName) : labels.nobodyCalls,
      phoneHref: loop.phone ? `tel:${loop.phone.replace(/[^+\d]/g, '')}` : '',
      phoneSays: fillLabel(labels.phone, loop.phone),
      openSays: fillLabel(labels.openCallOf, loop.accountName),
      outcomeSays: fillLabel(labels.writeOutcomeOf, loop.accountName),
      isWriting: loop.id === writingId,
    };
  });
}

function lateness(dueDate: string, { today, language, locale, labels }: LoopContext): { readonly due: string; readonly dueClass: string } {
  if (!dueDate || dueDate === today) return { due: labels.today, dueClass: 'chip chip_soon' };
  const days = daysBetween(dueDate, today);
  return days > 0
    ? { due: countedLabel({ one: labels.lateOne, other: labels.lateOther }, days, language), dueClass: 'chip chip_urgent' }
    : { due: fillLabel(labels.dueOn, shownDay(dueDate, locale)), dueClass: 'chip chip_calm' };
}

/** By the classes of the Net Promoter Score. */
function scoreLook(score: number | null): string {
  if (score === null) return 'score';
  if (score >= 9) return 'score score_promoter';
  return score >= 7 ? 'score score_passive' : 'score score_detractor';
}
