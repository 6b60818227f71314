import { nextActions, type ActionSetting, type Candidates } from '../nextAction';

const value = <Value>(held: Value): { readonly value: Value } => ({ value: held });
const SETTING: ActionSetting = {
  today: '2026-11-22',
  language: 'en-US',
  words: {
    task: '{0}: due {1}',
    taskWithoutDay: '{0}: open',
    notice: '{0}: notice {1}',
    deadline: '{0}: {1} by {2}',
    daysLeft: { one: '{0} day left', other: '{0} days left' },
    today: 'today',
    daysLate: { one: '{0} day late', other: '{0} days late' },
  },
  written: (day) => day,
  stageName: (stageId) => `stage ${stageId}`,
};
const NOTHING: Candidates = { tasks: [], contracts: [], positions: [] };
const task = (day: string | null, id = 't1'): Candidates['tasks'][number] => ({ Id: id, Subject: value('Call'), ActivityDate: value(day) });
const contract = (decision: string, approach: string): Candidates['contracts'][number] => ({
  Id: 'c1',
  Competitor__r: { Name: value('Noordlicht') },
  Product_Category__c: { value: 'Gas', displayValue: 'Gas' },
  Decision_Date__c: value(decision),
  Approach_Date__c: value(approach),
});
const position = (deadline: string): Candidates['positions'][number] => ({
  Id: 'p1',
  Product_Category__c: value('Gas'),
  Lifecycle_Stage__c: value('s1'),
  Deadline_Date__c: value(deadline),
});

describe('the next action', () => {
  it('goes on where the subject of a task is a whole sentence', () => {
    const sentence = { Id: 't1', Subject: value('Call on the same day.'), ActivityDate: value('2026-11-25') };
    expect(nextActions({ ...NOTHING, tasks: [sentence] }, SETTING)[0]?.text).toBe('Call on the same day: due 2026-11-25');
  });

  it('is the earliest of task, day to give notice and stage that must move on', () => {
    const found = nextActions(
      { tasks: [task('2026-11-25')], contracts: [contract('2026-11-30', '2026-10-01')], positions: [position('2026-11-20')] },
      SETTING,
    );
    expect(found.map(({ text, when, urgency }) => [text, when, urgency])).toEqual([
      ['Gas: stage s1 by 2026-11-20', '2 days late', 'late'],
      ['Call: due 2026-11-25', '3 days left', 'calm'],
      ['Noordlicht, Gas: notice 2026-11-30', '8 days left', 'soon'],
    ]);
  });

  it('asks for attention when its day is today, and only when the time to approach has come', () => {
    expect(nextActions({ ...NOTHING, tasks: [task('2026-11-22')] }, SETTING)[0]).toMatchObject({ when: 'today', urgency: 'now' });
    expect(nextActions({ ...NOTHING, contracts: [contract('2027-11-30', '2027-09-01')] }, SETTING)[0]).toMatchObject({ urgency: 'calm' });
  });

  it('puts notice before a task of the same day, and what has no day behind everything', () => {
    const found = nextActions(
      { ...NOTHING, tasks: [task(null, 't0'), task('2026-11-30')], contracts: [contract('2026-11-30', '2026-10-01')] },
      SETTING,
    );
    expect(found.map(({ recordId }) => recordId)).toEqual(['c1', 't1', 't0']);
    expect(found[2]).toMatchObject({ text: 'Call: open', when: '', urgency: 'calm' });
  });

  it('is nothing when nothing is known, and lives with broken days', () => {
    expect(nextActions(NOTHING, SETTING)).toEqual([]);
    expect(nextActions({ ...NOTHING, contracts: [contract('2026-02-31', 'x')], positions: [position('soon')] }, SETTING)).toEqual([]);
    expect(nextActions({ ...NOTHING, tasks: [task('0000-00-00')] }, SETTING)[0]).toMatchObject({ text: 'Call: open' });
  });
});
