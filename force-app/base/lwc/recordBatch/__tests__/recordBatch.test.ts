import { executeMutation, gql } from 'lightning/graphql';
import { saveEach, saveTogether, type RecordChange } from '../recordBatch';

jest.mock('lightning/graphql', () => ({ executeMutation: jest.fn(), gql: jest.fn(([text]: readonly string[]) => text) }));
const run = executeMutation as jest.Mock;
const task = (subject: string): RecordChange => ({ kind: 'create', object: 'Task', fields: { Subject: subject } });

beforeEach(() => run.mockReset());

describe('saving each record for itself', () => {
  it('names every record by its own variable and keeps what succeeds', async () => {
    run.mockResolvedValue({
      data: { uiapi: { c0: { Record: { Id: '00T1' } }, c1: null, c2: { Id: '00T9' } } },
      errors: [{ message: 'Say why.', paths: ['uiapi', 'c1'] }],
    });
    const outcomes = await saveEach([
      task('Call'),
      { kind: 'update', object: 'Competitor_Contract__c', id: 'a021', fields: { Status__c: 'Not Relevant' } },
      { kind: 'delete', object: 'Task', id: '00T9' },
    ]);
    expect(gql).toHaveBeenCalledTimes(1);
    expect(run.mock.calls[0][0]).toEqual({
      query:
        'mutation saveEach($c0: TaskCreateInput!, $c1: Competitor_Contract__cUpdateInput!, $c2: RecordDeleteInput!) ' +
        '{ uiapi(input: { allOrNone: false }) { c0: TaskCreate(input: $c0) { Record { Id } } ' +
        'c1: Competitor_Contract__cUpdate(input: $c1) { success } c2: TaskDelete(input: $c2) { Id } } }',
      variables: {
        c0: { Task: { Subject: 'Call' } },
        c1: { Id: 'a021', Competitor_Contract__c: { Status__c: 'Not Relevant' } },
        c2: { Id: '00T9' },
      },
    });
    expect(outcomes).toEqual([
      { saved: true, id: '00T1' },
      { saved: false, words: 'Say why.' },
      { saved: true, id: '00T9' },
    ]);
  });

  it('sends a long list in several requests, and one lost request does not hide what the others did', async () => {
    run.mockImplementation(({ variables }: { variables: object }) =>
      Promise.resolve(
        Object.keys(variables).length === 25
          ? { data: { uiapi: Object.fromEntries(Object.keys(variables).map((key) => [key, { Record: { Id: key } }])) } }
          : { errors: [{ message: 'The org could not be reached.' }] },
      ),
    );
    const outcomes = await saveEach(Array.from({ length: 27 }, (_, index) => task(String(index))));
    expect(run).toHaveBeenCalledTimes(2);
    expect(outcomes.map(({ saved }) => saved)).toEqual([...Array<boolean>(25).fill(true), false, false]);
    expect(outcomes[26]).toEqual({ saved: false, words: 'c.State_No_Connection' });
  });

  it('says that somebody may not save instead of what the schema says of a field that is hidden', async () => {
    const message =
      'Variable "$c0" got invalid value { Subject: "Call" } at c0.Task; Field "Source" is not defined by type "TaskCreateRepresentation".';
    run.mockResolvedValue({ errors: [{ message }] });
    expect(await saveEach([task('Call')])).toEqual([{ saved: false, words: 'c.State_May_Not_Save' }]);
    expect(await saveTogether([task('Call')])).toBe('c.State_May_Not_Save');
  });

  it('asks nothing when there is nothing to save', async () => {
    expect(await saveEach([])).toEqual([]);
    expect(run).not.toHaveBeenCalled();
  });
});

describe('saving records together', () => {
  it('asks for all or none, and is silent about success', async () => {
    run.mockResolvedValue({ data: { uiapi: {} }, errors: undefined });
    expect(await saveTogether([task('Call')])).toBeUndefined();
    expect(run.mock.calls[0][0].query).toContain('allOrNone: true');
  });

  it('tells why it was refused, without what was only undone', async () => {
    run.mockResolvedValue({ errors: [{ message: 'Say when.' }, { message: 'The operation was rolled back.' }, { message: 'Say when.' }] });
    expect(await saveTogether([task('Call'), task('Mail')])).toBe('Say when.');
  });
});
