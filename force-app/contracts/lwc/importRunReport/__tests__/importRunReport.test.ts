import { createElement } from 'lwc';
import ImportRunReport from 'c/importRunReport';
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

const ofRuns = ({ variables }: { readonly variables?: object }): boolean => Boolean(variables && 'where' in variables);
const RUN = {
  Id: 'avt000000000001AAA',
  Name: value('IR-00001'),
  File_Name__c: value('contracts.csv'),
  State__c: { value: 'Completed With Rejects', displayValue: 'Completed With Rejects' },
  External_Id__c: value('2026-1'),
  Rows_Read__c: value(3),
  Rows_Created__c: value(2),
  Rows_Rejected__c: value(1),
  Reject_Summary__c: value('1\tKVK_MISSING\t95\tThere is no KvK number.'),
};
const runs = (...nodes: readonly object[]): object => ({ uiapi: { query: { Import_Run__c: connection(nodes) }, aggregate: {} } });
async function render(recordId?: string): Promise<HTMLElement> {
  const element = createElement('c-import-run-report', { is: ImportRunReport });
  Object.assign(element, recordId ? { recordId } : {});
  document.body.appendChild(element);
  await settle();
  return element;
}
const text = (element: HTMLElement): string => element.shadowRoot?.textContent ?? '';
afterEach(() => document.body.replaceChildren());

describe('c-import-run-report', () => {
  it('accounts for every line of a run, says why lines were rejected, and what can be done', async () => {
    const element = await render('avt000000000001AAA');
    graphqlWire.emit(runs(RUN), ofRuns);
    await settle();
    expect(text(element)).toContain('c.Run_Adds_Up');
    expect(element.shadowRoot?.querySelector('.refusal')).toBeNull();
    expect(element.shadowRoot?.querySelector('tbody')?.textContent).toContain('There is no KvK number.');
    expect(element.shadowRoot?.querySelector('.command')?.textContent).toBe('npm run import -- undo 2026-1 --org ORG');
    await expect(element).toBeAccessible();
  });

  it('shows of a file of consent what it was about, and no counts that only contracts have', async () => {
    const element = await render('avt000000000001AAA');
    graphqlWire.emit(runs({ ...RUN, Kind__c: { value: 'Consent', displayValue: 'Consent' } }), ofRuns);
    await settle();
    const names = [...(element.shadowRoot?.querySelectorAll('.tile__name') ?? [])].map((name) => name.textContent);
    expect(names).toEqual(['c.Run_Created', 'c.Run_Unchanged', 'c.Run_Skipped', 'c.Run_Rejected']);
    const facts = [...(element.shadowRoot?.querySelectorAll('.fact__name') ?? [])].map((name) => name.textContent);
    expect(facts).toContain('c.Run_Kind');
    await expect(element).toBeAccessible();
  });

  it('warns of a sum that does not add up', async () => {
    const element = await render('avt000000000001AAA');
    graphqlWire.emit(runs({ ...RUN, Rows_Read__c: value(9) }), ofRuns);
    await settle();
    expect(element.shadowRoot?.querySelector('.refusal')?.textContent).toContain('c.Run_Adds_Up_Not');
  });

  it('lists the latest runs on a home page, and says when there are none', async () => {
    const element = await render();
    graphqlWire.emit(runs(RUN, { ...RUN, Id: 'avt000000000002AAA' }), ofRuns);
    await settle();
    expect(element.shadowRoot?.querySelectorAll('tbody tr')).toHaveLength(2);
    await expect(element).toBeAccessible();
    graphqlWire.emit(runs(), ofRuns);
    await settle();
    expect((element.shadowRoot?.querySelector('c-state-message') as (HTMLElement & { headline: string }) | null)?.headline).toBe(
      'c.Run_Empty_Title',
    );
  });

  it.each([
    ['Import_Run__c is undefined: FieldUndefined', 'no-permission'],
    ['The org could not be reached.', 'failed'],
  ])('tells %s as %s', async (message, failure) => {
    const element = await render();
    graphqlWire.emitErrors([{ message }], ofRuns);
    await settle();
    expect(element.shadowRoot?.querySelector<HTMLElement & { failure?: string }>('c-data-card')?.failure).toBe(failure);
  });
});
