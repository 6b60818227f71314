import type { ChannelVerdict, WorklistRow } from 'c/worklistRow';
import { tableRows } from '../tableRows';

const ROW = { id: 'c1', accountId: 'a1', phoneKnown: '038 421 00 00' } as unknown as WorklistRow;
const verdict = (may: ChannelVerdict['verdict']): readonly ChannelVerdict[] => [
  { channel: 'Phone', channelWords: 'Phone', verdict: may, verdictWords: may, sentences: [] },
];
const phone = (consent: ReadonlyMap<string, readonly ChannelVerdict[]> | undefined, isConsentAbsent = false): string | undefined =>
  tableRows([ROW], { hrefs: new Map(), calls: new Map(), consent, isConsentAbsent, written: (day) => day })[0]?.phone;

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
