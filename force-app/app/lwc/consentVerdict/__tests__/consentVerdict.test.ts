import { createElement } from 'lwc';
import ConsentVerdict from 'c/consentVerdict';
import { graphql } from 'lightning/graphql';
import { createRecord } from 'lightning/uiRecordApi';

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

const create = createRecord as unknown as jest.Mock;
const verdict = (channel: string, may: string): object => ({
  Id: `v${channel}`,
  Channel__c: { value: channel, displayValue: channel },
  Verdict__c: { value: may, displayValue: may },
  Sentence__c: value(`${channel}: sentence`),
  Contact__r: { Id: '003000000000001AAA', Name: value('Fatima Vos') },
});
const EVIDENCE = {
  Id: 'e1',
  Channel__c: { value: 'Email', displayValue: 'Email' },
  State__c: { value: 'Given', displayValue: 'Given' },
  Captured_At__c: value('2026-03-03T17:05:00Z'),
  Source__c: value('=HYPERLINK("x")'),
  Contact__c: value('003000000000001AAA'),
  CreatedBy: { Name: value('Noor Noord') },
};
/** Both queries have the same variables, so that each is given what the other asks as well. */
const answer = (verdicts: readonly object[], evidence: readonly object[] = []): object => ({
  uiapi: { query: { Consent_Verdict__c: connection(verdicts), Consent_Evidence__c: connection(evidence) } },
});

async function render(): Promise<HTMLElement> {
  const element = createElement('c-consent-verdict', { is: ConsentVerdict });
  Object.assign(element, { recordId: '001000000000001AAA', objectApiName: 'Account' });
  document.body.appendChild(element);
  await settle();
  return element;
}
const text = (element: HTMLElement): string => element.shadowRoot?.textContent ?? '';
afterEach(() => document.body.replaceChildren());

describe('c-consent-verdict', () => {
  it('says per channel whether it may, with what was said about it', async () => {
    const element = await render();
    graphqlWire.emit(answer([verdict('Post', 'May'), verdict('Phone', 'May Not'), verdict('Email', 'May')], [EVIDENCE]));
    await settle();
    const sentences = [...(element.shadowRoot?.querySelectorAll('.channel__sentence') ?? [])].map((one) => one.textContent);
    expect(sentences).toEqual(['Phone: sentence', 'Email: sentence', 'Post: sentence']);
    expect(text(element)).toContain('May_Evidence_Given');
    expect(element.shadowRoot?.querySelectorAll('.chip_urgent')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('opens the history, and offers the evidence as a file in which nothing can calculate', async () => {
    const element = await render();
    graphqlWire.emit(answer([verdict('Email', 'May')], [EVIDENCE]));
    await settle();
    [...(element.shadowRoot?.querySelectorAll('lightning-button') ?? [])].at(-1)?.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(element.shadowRoot?.querySelector('.history')?.textContent).toContain('Noor Noord');
    const href = element.shadowRoot?.querySelector<HTMLAnchorElement>('a[download]')?.href ?? '';
    expect(decodeURIComponent(href)).toContain(`"'=HYPERLINK(""x"")"`);
    await expect(element).toBeAccessible();
  });

  it('withdraws in one action, and a refusal leaves it as it was', async () => {
    const element = await render();
    graphqlWire.emit(answer([verdict('Email', 'May')]));
    await settle();
    const menu = element.shadowRoot?.querySelector('lightning-button-menu');
    create.mockResolvedValueOnce({});
    menu?.dispatchEvent(new CustomEvent('select', { detail: { value: 'Every Channel' } }));
    await settle();
    expect(create.mock.calls[0]?.[0]).toMatchObject({
      apiName: 'Consent_Evidence__c',
      fields: { Contact__c: '003000000000001AAA', Channel__c: 'Every Channel', State__c: 'Withdrawn' },
    });
    create.mockRejectedValueOnce({ body: { message: 'no' } });
    menu?.dispatchEvent(new CustomEvent('select', { detail: { value: 'Email' } }));
    await settle();
    expect(create).toHaveBeenCalledTimes(2);
    expect(text(element)).toContain('Email: sentence');
  });

  it('lives without the consent package, and says so', async () => {
    const element = await render();
    graphqlWire.emitErrors([{ message: "Field 'Consent_Verdict__c' in type 'RecordQuery' is undefined" }]);
    await settle();
    const state = element.shadowRoot?.querySelector('c-state-message') as (HTMLElement & { kind: string; headline: string }) | null;
    expect([state?.kind, state?.headline]).toEqual(['info', 'c.May_Absent_Title']);
    await expect(element).toBeAccessible();
  });

  it('says that nobody is known', async () => {
    const element = await render();
    graphqlWire.emit(answer([]));
    await settle();
    expect((element.shadowRoot?.querySelector('c-state-message') as (HTMLElement & { headline: string }) | null)?.headline).toBe(
      'c.May_Nobody_Title',
    );
  });
});
