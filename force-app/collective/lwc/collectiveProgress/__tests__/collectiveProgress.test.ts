import { createElement } from 'lwc';
import CollectiveProgress from 'c/collectiveProgress';
import { graphql } from 'lightning/graphql';

// sfdx-lwc-jest replaces wire adapters by test adapters, which the platform's types do not know
interface TestWire {
  emit(value: unknown, filter?: (config: { readonly variables?: Readonly<Record<string, unknown>> }) => boolean): void;
  emitErrors(
    errors: readonly { message: string }[],
    filter?: (config: { readonly variables?: Readonly<Record<string, unknown>> }) => boolean,
  ): void;
}
const graphqlWire = graphql as unknown as TestWire;
const settle = (turns = 8): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const value = <T>(of: T): { readonly value: T } => ({ value: of });
const connection = (nodes: readonly object[]): object => ({ edges: nodes.map((node) => ({ node })) });
const groups = (all: readonly object[]): object => connection(all.map((aggregate) => ({ aggregate })));

const ofCollectives = ({ variables }: { readonly variables?: object }): boolean => Boolean(variables && !('undated' in variables));
const ofMembers = ({ variables }: { readonly variables?: object }): boolean => Boolean(variables && 'undated' in variables);
const PARK = {
  Id: 'a00000000000001AAA',
  Name: value('De Hoef'),
  State__c: { value: 'Gathering', displayValue: 'Gathering' },
  Threshold_Count__c: value(15),
  Committed_Count__c: value(6),
  Deadline_Date__c: value('2026-11-30'),
};
const collectives = (...nodes: readonly object[]): object => ({ uiapi: { query: { Collective__c: connection(nodes) } } });
const member = (id: string, start: string | null, interest = 'Committed'): object => ({
  Id: id,
  Interest_State__c: value(interest),
  Is_Start_Known__c: value(start !== null),
  Earliest_Start_Date__c: value(start),
  Account__r: { Id: '001000000000001AAA', Name: value(`Business ${id}`) },
});
const members = (nodes: readonly object[], undated: number): object => ({
  uiapi: { query: { Collective_Member__c: connection(nodes) }, aggregate: { undated: groups([{ Id: { count: value(undated) } }]) } },
});

async function render(recordId?: string): Promise<HTMLElement> {
  const element = createElement('c-collective-progress', { is: CollectiveProgress });
  Object.assign(element, recordId ? { recordId } : {});
  document.body.appendChild(element);
  await settle();
  return element;
}
beforeAll(() => jest.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z'), doNotFake: ['queueMicrotask'] }));
afterAll(() => jest.useRealTimers());
afterEach(() => document.body.replaceChildren());

describe('c-collective-progress', () => {
  it('shows members against the threshold, and who is missing a date', async () => {
    const element = await render('a00000000000001AAA');
    graphqlWire.emit(collectives(PARK), ofCollectives);
    await settle();
    graphqlWire.emit(members([member('1', null), member('2', '2027-07-01'), member('3', null, 'Declined')], 1), ofMembers);
    await settle();
    const root = element.shadowRoot;
    expect(root?.querySelector<HTMLElement>('.bar__part')?.style.width).toBe('40%');
    expect(root?.querySelector('.fact__value_pressing')?.textContent).toContain('2026');
    expect(root?.querySelector('.notice')?.textContent).toContain('Progress_Without_Date_One');
    const rows = [...(root?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent ?? '');
    expect(rows[0]).toContain('Progress_Ask');
    expect(rows[1]).toContain('2027');
    expect(rows[2]).not.toContain('Progress_Ask');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('says once why most dates are missing, and nothing of it for who declined', async () => {
    const element = await render('a00000000000001AAA');
    graphqlWire.emit(collectives(PARK), ofCollectives);
    await settle();
    const unknown = (id: string, interest?: string, reason = 'No contract is known.'): object => ({
      ...member(id, null, interest),
      Start_Reason__c: value(reason),
    });
    const told = async (...nodes: readonly object[]): Promise<readonly number[]> => {
      graphqlWire.emit(members(nodes, nodes.length), ofMembers);
      await settle();
      return ['.notice', 'tbody'].map(
        (css) => (element.shadowRoot?.querySelector(css)?.textContent ?? '').split('No contract is known.').length - 1,
      );
    };
    expect(await told(unknown('1'), unknown('2'), unknown('3', 'Declined'))).toEqual([1, 0]);
    expect(await told(unknown('1'), unknown('2', 'Committed', 'End date unknown.'))).toEqual([0, 1]);
    await told(unknown('1'), unknown('2'), unknown('3', 'Committed', 'End date unknown.'));
    expect(element.shadowRoot?.querySelector('.notice')?.textContent).toContain('c.Progress_Mostly');
    expect(element.shadowRoot?.querySelector('tbody')?.textContent).toContain('End date unknown.');
  });

  it('lists what runs on a home page, and says when nothing does', async () => {
    const element = await render();
    graphqlWire.emit(collectives(PARK, { ...PARK, Id: 'a00000000000002AAA', Committed_Count__c: value(15) }), ofCollectives);
    await settle();
    expect(element.shadowRoot?.querySelectorAll('.collective')).toHaveLength(2);
    expect(element.shadowRoot?.querySelectorAll('.bar__part_reached')).toHaveLength(1);
    graphqlWire.emit(collectives(), ofCollectives);
    await settle();
    expect(element.shadowRoot?.querySelector('c-state-message')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it.each([
    ['Collective__c is undefined: FieldUndefined', 'no-permission'],
    ['The org could not be reached.', 'failed'],
  ])('tells %s as %s', async (message, failure) => {
    const element = await render();
    graphqlWire.emitErrors([{ message }], ofCollectives);
    await settle();
    expect(element.shadowRoot?.querySelector<HTMLElement & { failure?: string }>('c-data-card')?.failure).toBe(failure);
  });
});
