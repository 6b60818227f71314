import type { ChannelVerdict, WorklistRow } from 'c/worklistRow';
import type { BulkRow } from 'c/worklistBulk';
import { tableRows, type Knowledge } from '../tableRows';

const ROW = { id: 'c1', accountId: 'a1', phoneKnown: '038 421 00 00' } as unknown as WorklistRow;
const verdict = (may: ChannelVerdict['verdict']): readonly ChannelVerdict[] => [
  { channel: 'Phone', channelWords: 'Phone', verdict: may, verdictWords: may, sentences: [] },
];
const NOTHING: Knowledge = {
  hrefs: new Map(),
  calls: new Map(),
  ends: new Map(),
  consent: undefined,
  peopled: new Set(),
  isConsentAbsent: false,
  today: '2026-11-22',
  written: (day) => day,
};
const rowWith = (knowledge: Partial<Knowledge>): BulkRow | undefined => tableRows([ROW], { ...NOTHING, ...knowledge })[0];
const phone = (consent: ReadonlyMap<string, readonly ChannelVerdict[]> | undefined, isConsentAbsent = false): string | undefined =>
  rowWith({ consent, isConsentAbsent })?.phone;

it.each([
  ['May', '038 421 00 00'],
  ['Ask First', ''],
  ['May Not', ''],
] as const)('a number to call stands in the row where the verdict is %s: "%s"', (may, shown) => {
  expect(phone(new Map([['a1', verdict(may)]]))).toBe(shown);
});

it('no number stands there before the verdict is known, nor where nobody decided; it does where the org keeps no consent', () => {
  expect(phone(undefined)).toBe('');
  expect(phone(new Map())).toBe('');
  expect(phone(undefined, true)).toBe('038 421 00 00');
});

it.each([
  [undefined, '', false],
  [{ day: undefined }, 'c.Worklist_Call_Planned_No_Day', false],
  [{ day: '2026-11-23' }, 'c.Worklist_Call_Planned', false],
  [{ day: '2026-11-22' }, 'c.Worklist_Call_Today', false],
  [{ day: '2026-11-21' }, 'c.Worklist_Call_Overdue', true],
])('of the call %j it is said "%s", overdue: %s', (call, words, isOverdue) => {
  const calls = new Map(call ? [['c1', { taskId: 't', ownerId: undefined, ...call }]] : []);
  expect(rowWith({ calls })).toMatchObject({ plannedCall: words, isCallOverdue: isOverdue });
});

it('an account without verdicts is told apart: nobody is known there, or nothing is decided about them yet', () => {
  expect(rowWith({ consent: new Map() })).toMatchObject({ consent: [], nobody: 'c.Worklist_Consent_None' });
  expect(rowWith({ consent: new Map(), peopled: new Set(['a1']) })).toMatchObject({ nobody: 'c.Worklist_Consent_Tonight' });
});

it('other ends that were said stand beside the end, as a question', () => {
  expect(rowWith({})?.orEnds).toBe('');
  expect(rowWith({ ends: new Map([['c1', ['2027-06-30']]]) })?.orEnds).toBe('c.Worklist_Or_Ends');
});
