import type { RecordChange, RecordOutcome } from 'c/recordBatch';
import type { RowPlan } from '../bulkPlan';
import { carryOut } from '../bulkRun';

const remove = (id: string): RecordChange => ({ kind: 'delete', object: 'Task', id });
const plan = (id: string, follow: readonly RecordChange[] = []): RowPlan => ({
  rowIds: [id],
  name: `Row ${id}`,
  change: { kind: 'create', object: 'Task', fields: { Subject: id } },
  follow,
  undo: (saved) => [remove(saved)],
});

describe('carrying out a plan', () => {
  it('keeps what was refused apart, follows only what was saved, and can undo only that', async () => {
    const asked: (readonly RecordChange[])[] = [];
    const answers: RecordOutcome[][] = [
      [
        { saved: true, id: 'A' },
        { saved: false, words: 'Say why.' },
      ],
      [{ saved: false, words: 'No access.' }],
    ];
    const result = await carryOut(
      {
        plans: [plan('1', [remove('x')]), plan('2', [remove('y')])],
        leftOut: [{ rowIds: ['3'], name: 'Row 3', words: 'planned already' }],
      },
      (changes) => {
        asked.push(changes);
        return Promise.resolve(answers.shift() ?? []);
      },
    );
    expect(asked[1]).toEqual([remove('x')]);
    expect(result.done).toBe(1);
    expect(result.failures).toEqual([
      { rowIds: ['2'], name: 'Row 2', words: 'Say why.' },
      { rowIds: ['3'], name: 'Row 3', words: 'planned already' },
    ]);
    expect(result.notes).toEqual([{ rowIds: ['1'], name: 'Row 1', words: 'No access.' }]);
    expect(result.undo).toEqual([remove('A')]);
  });
});
