// How far the import is: a bar with rate and time left on a terminal, a plain line now and then elsewhere.
import { SingleBar } from 'cli-progress';
import type { ProgressPhase, ProgressSink } from '../plan/import-outcome.ts';

export interface ProgressOptions {
  readonly stream: NodeJS.WriteStream;
  /** Name of a phase in the language of the user. */
  readonly name: (phase: ProgressPhase) => string;
  /** Writes a number as the user does. */
  readonly number: (value: number) => string;
  /** Milliseconds of a steady clock. */
  readonly clock: () => number;
}

const LINE_EVERY_MILLISECONDS = 5_000;

/** A bar when the stream is a terminal, otherwise lines. */
export function progressOn(options: ProgressOptions): ProgressSink {
  return options.stream.isTTY ? barOn(options) : linesOn(options);
}

/** Shows nothing: for `--json` in a pipe and for tests. */
export const SILENT_PROGRESS: ProgressSink = { phase: () => undefined, rows: () => undefined, end: () => undefined };

function barOn({ stream, name, number, clock }: ProgressOptions): ProgressSink {
  let bar: SingleBar | undefined;
  let [label, startedAt] = ['', 0];
  const stop = (): void => {
    bar?.stop();
    bar = undefined;
  };
  return {
    phase(phase) {
      stop();
      label = name(phase);
      startedAt = clock();
      if (phase !== 'load') stream.write(`${label} …\n`);
    },
    rows(done, total) {
      if (!bar) {
        const format = '{label} {bar} {percentage}%  {done} / {all}  {rate}/s  {left}';
        bar = new SingleBar({ format, stream, hideCursor: true, clearOnComplete: true, barsize: 28, fps: 5 });
        bar.start(total, 0, { label, done: '0', all: number(total), rate: '0', left: '' });
      }
      const seconds = Math.max((clock() - startedAt) / 1_000, 0.001);
      const rate = done / seconds;
      bar.update(Math.min(done, total), {
        done: number(done),
        rate: number(Math.round(rate)),
        left: duration((total - done) / Math.max(rate, 1)),
      });
    },
    end: stop,
  };
}

function linesOn({ stream, name, number, clock }: ProgressOptions): ProgressSink {
  let [label, startedAt, toldAt] = ['', 0, 0];
  return {
    phase(phase) {
      label = name(phase);
      startedAt = clock();
      toldAt = startedAt;
      stream.write(`${label}\n`);
    },
    rows(done, total) {
      const now = clock();
      if (now - toldAt < LINE_EVERY_MILLISECONDS) return;
      toldAt = now;
      const rate = done / ((now - startedAt) / 1_000);
      stream.write(
        `${label}: ${number(done)} / ${number(total)}, ${number(Math.round(rate))}/s, ${duration((total - done) / Math.max(rate, 1))}\n`,
      );
    },
    end: () => undefined,
  };
}

function duration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
