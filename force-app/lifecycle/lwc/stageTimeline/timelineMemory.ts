// What the timeline remembers of a user between visits: filters and view, kept in the browser.
import { KINDS, type Kind } from 'c/timelineItem';
import type { TimelineFilters } from './timelineGroups';

export type TimelineView = 'drawing' | 'list';

export interface TimelineMemory extends TimelineFilters {
  /** Undefined until the user chose: then the width decides. */
  readonly view: TimelineView | undefined;
}

export const NOTHING_REMEMBERED: TimelineMemory = { hidden: [], category: '', view: undefined };

export function memoryKey(userId: string): string {
  return `stageTimeline.${userId}`;
}

/** Reads what `JSON.stringify` wrote, as far as it still makes sense. */
export function memoryFromText(text: string | null): TimelineMemory {
  const parsed = parse(text);
  const { hidden, category, view } = parsed;
  return {
    hidden: Array.isArray(hidden) ? KINDS.filter((kind: Kind) => hidden.includes(kind)) : [],
    category: typeof category === 'string' ? category : '',
    view: view === 'drawing' || view === 'list' ? view : undefined,
  };
}

function parse(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    return typeof parsed === 'object' && parsed !== null ? (parsed as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
