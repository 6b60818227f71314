import { commandOf, nextStep, noticesOf, rejectsOf, runChip, sumOf } from '../runReport';

const run = (fields: Readonly<Record<string, unknown>>): never =>
  ({ Id: 'r', ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])) }) as never;

describe('an import run', () => {
  it('adds up what became of its lines', () => {
    const { read, sum, counts } = sumOf(run({ Rows_Read__c: 10, Rows_Created__c: 6, Rows_Kept__c: 1, Rows_Rejected__c: 3 }));
    expect([read, sum]).toEqual([10, 10]);
    expect(counts.map(({ name, count }) => `${name} ${count}`)).toEqual([
      'created 6',
      'updated 0',
      'unchanged 0',
      'kept 1',
      'skipped 0',
      'rejected 3',
    ]);
  });

  it('tells rejects and notices line by line, as the importer wrote them', () => {
    expect(rejectsOf(run({ Reject_Summary__c: '22\tRAGGED_ROW\t464\tThe row has 12 cells.\n\n1\tODD' }))).toEqual([
      { rows: 22, code: 'RAGGED_ROW', firstLine: '464', reason: 'The row has 12 cells.' },
      { rows: 1, code: 'ODD', firstLine: '', reason: 'ODD' },
    ]);
    expect(noticesOf(run({ Notice_Summary__c: 'KVK_PADDED\t2 numbers got their zeros back.' }))).toEqual([
      { code: 'KVK_PADDED', sentence: '2 numbers got their zeros back.' },
    ]);
    expect(rejectsOf(run({}))).toEqual([]);
  });

  it.each([
    [{ State__c: 'Completed' }, 'undo', 'good'],
    [{ State__c: 'Completed With Rejects' }, 'undo', 'soon'],
    [{ State__c: 'Failed' }, 'resume', 'urgent'],
    [{ State__c: 'Running' }, 'resume', 'calm'],
    [{ State__c: 'Completed', Undo_State__c: 'Undoing' }, 'undo', 'passed'],
    [{ State__c: 'Completed', Undo_State__c: 'Undone' }, 'none', 'passed'],
  ] as const)('%j can %s next', (fields, step, chip) => {
    expect(nextStep(run(fields))).toBe(step);
    expect(runChip(run(fields))).toBe(chip);
  });

  it('names the command for the next step', () => {
    expect(commandOf(run({ External_Id__c: '2026-1' }), 'undo')).toBe('npm run import -- undo 2026-1 --org ORG');
    expect(commandOf(run({ External_Id__c: '2026-1' }), 'none')).toBe('');
  });
});
