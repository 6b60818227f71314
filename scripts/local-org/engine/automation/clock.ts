// The org's clock: it runs like the real one, some days ahead of it, and stands still while scheduled flows are run.
import { civilDateIn, type CivilDate } from '../../../platform/civil-date.ts';
import { instantAt, localTime } from '../../soql/local-time.ts';
import type { Store } from '../../store/store.ts';
import { TIME_ZONE } from '../time-zone.ts';

export interface OrgClock {
  now(): Date;
  /** The last day whose scheduled flows were all run, or the day on which the org began. */
  ranThrough(): CivilDate;
  /** Makes the clock stand still at an instant until it is set to a day; not before the present instant. */
  stopAt(instant: string): void;
  /** Makes the clock stand still at an instant that has passed: when an org that was switched off since takes up the days it missed. */
  goBackTo(instant: string): void;
  /** Lets a clock that stands still run on at the present instant. */
  release(): void;
  /**
   * Sets the clock to a day, at the real time of day, from where it runs on; remembers whether all of the day's flows were run.
   * On a missed day it stands still until the next one, so that an org which ends meanwhile does not stay behind.
   */
  continueOn(day: CivilDate, ran: boolean): void;
}

interface ClockState {
  /** Milliseconds that the clock is ahead of the real one. */
  readonly ahead: number;
  readonly ranThrough: CivilDate;
}

const LIST = 'clock';

/** The clock that the database remembers; a new org's is the real one. `real` tells the real time. */
export function createClock(store: Store, real: () => Date): OrgClock {
  let state = readState(store, real);
  let stopped: Date | undefined;
  const running = (): Date => (state.ahead === 0 ? real() : new Date(real().getTime() + state.ahead));
  return {
    now: () => stopped ?? running(),
    ranThrough: () => state.ranThrough,
    stopAt(instant) {
      const present = stopped ?? running();
      const wanted = new Date(instant);
      stopped = wanted < present ? present : wanted;
    },
    goBackTo(instant) {
      stopped = new Date(instant);
    },
    release() {
      stopped = undefined;
    },
    continueOn(day, ran) {
      const ranThrough = ran ? day : state.ranThrough;
      if (day < civilDateIn(TIME_ZONE, running())) {
        state = { ...state, ranThrough };
        writeState(store, state);
        return;
      }
      const timeOfDay = localTime(TIME_ZONE, real().toISOString()).slice(11, 23);
      const ahead = Date.parse(instantAt(TIME_ZONE, day, timeOfDay)) - real().getTime();
      state = { ahead, ranThrough };
      stopped = undefined;
      writeState(store, state);
    },
  };
}

function readState(store: Store, real: () => Date): ClockState {
  const [entry] = store.entries.byKeys(LIST, [LIST]);
  if (entry) return JSON.parse(entry.content) as ClockState;
  const state: ClockState = { ahead: 0, ranThrough: civilDateIn(TIME_ZONE, real()) };
  writeState(store, state);
  return state;
}

function writeState(store: Store, state: ClockState): void {
  store.entries.add(LIST, JSON.stringify(state), { key: LIST });
}
