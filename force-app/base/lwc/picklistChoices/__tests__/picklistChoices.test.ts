import type { PicklistValuesWire } from 'lightning/uiObjectInfoApi';
import { choicesOf } from 'c/picklistChoices';

const ALL = { label: 'All', value: '' };
const answer = { data: { values: [{ label: 'Gas', value: 'Gas', attributes: null }] } } as unknown as PicklistValuesWire;

it('offers labels and values, after what the form adds itself', () => {
  expect(choicesOf(answer, ALL)).toEqual([ALL, { label: 'Gas', value: 'Gas' }]);
});

it('offers what the form adds itself as long as the org has not answered', () => {
  expect(choicesOf({} as PicklistValuesWire, ALL)).toEqual([ALL]);
});
