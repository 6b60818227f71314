import { csvCell, evidenceCsv } from '../evidenceFile';

const WORDS = {
  person: 'Person',
  channel: 'Channel',
  said: 'Said',
  captured: 'Captured',
  confirmed: 'Confirmed',
  countsFrom: 'From',
  source: 'Source',
  wording: 'Wording',
  registeredBy: 'By',
};

describe('the file of evidence', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+31 85', `"'+31 85"`],
    ['-', `"'-"`],
    ['@SUM', `"'@SUM"`],
    ['\tx', `"'\tx"`],
    ['＝1', `"'＝1"`],
    ['say "yes"', '"say ""yes"""'],
    ['a;b\r\nc', '"a;b\r\nc"'],
    ['', '""'],
  ])('writes %j as %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it('has a line for each piece of evidence, with the name of the person', () => {
    const piece = { Id: 'e', Contact__c: { value: 'c' }, State__c: { value: 'Given', displayValue: 'Given' } };
    const csv = evidenceCsv([piece], new Map([['c', 'Fatima Vos']]), WORDS, ';');
    expect(csv.split('\r\n')).toEqual([
      '"Person";"Channel";"Said";"Captured";"Confirmed";"From";"Source";"Wording";"By"',
      '"Fatima Vos";"";"Given";"";"";"";"";"";""',
      '',
    ]);
  });
});
