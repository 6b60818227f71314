import { otherEnds } from '../otherEnds';

const said = (contract: string | null, day: string | null): { node: object } => ({
  node: { Competitor_Contract__c: { value: contract }, Said_End_Date__c: { value: day } },
});

it('of what was said only ends that differ from the known one are told, each once', () => {
  const known = new Map([
    ['1', '2026-12-31'],
    ['2', undefined],
  ]);
  const edges = [
    said('1', '2026-12-31'),
    said('1', '2027-06-30'),
    said('1', '2027-06-30'),
    said('1', '2027-01-31'),
    said('2', '2027-03-31'),
    said('3', '2026-02-31'),
    said('3', null),
    said(null, '2027-01-01'),
  ];
  expect([...otherEnds({ edges }, known)]).toEqual([
    ['1', ['2027-06-30', '2027-01-31']],
    ['2', ['2027-03-31']],
  ]);
  expect(otherEnds(undefined, known).size).toBe(0);
});
