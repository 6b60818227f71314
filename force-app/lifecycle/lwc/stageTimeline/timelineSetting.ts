// All that turning records into items depends on, besides the records.
import type { TimelineWords } from './timelineWords';

export interface TimelineSetting {
  readonly today: number;
  readonly words: TimelineWords;
  /** The day that it was at an instant, where the user is. */
  dayAt(instant: Date): string;
  /** A day as the user writes it. */
  written(day: number): string;
  /** The name of a stage in the chosen vocabulary; blank when it is not known. */
  stageName(stageId: string): string;
  /** Place of a stage in the lifecycle, from 0. */
  stagePlace(stageId: string): number;
}
