import { createElement } from 'lwc';
import ConsentVerdict from 'c/consentVerdict';
import { executeMutation, graphql } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';

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

const run = executeMutation as unknown as jest.Mock;
const rights = getObjectInfo as unknown as TestWire;
const PERSON = '003000000000001AAA';
const SAID = {
  channel: 'Email',
  capturedAt: '2026-11-22T10:00:00.000Z',
  source: 'Fair',
  wording: 'Send me offers',
  purpose: '',
  confirmedAt: '',
};
/** The variables of each mutation. */
const sent = (): readonly Readonly<Record<string, unknown>>[] =>
  (run.mock.calls as readonly [{ readonly variables: Readonly<Record<string, unknown>> }][]).map(([{ variables }]) => variables);
const verdict = (channel: string, may: string): object => ({
  Id: `v${channel}`,
  Channel__c: { value: channel, displayValue: channel },
  Verdict__c: { value: may, displayValue: may },
  Sentence__c: value(`${channel}: sentence`),
  Contact__r: { Id: PERSON, Name: value('Fatima Vos') },
});
const EVIDENCE = {
  Id: 'e1',
  Channel__c: { value: 'Email', displayValue: 'Email' },
  State__c: { value: 'Given', displayValue: 'Given' },
  Captured_At__c: value('2026-03-03T17:05:00Z'),
  Source__c: value('=HYPERLINK("x")'),
  Contact__c: value(PERSON),
  CreatedBy: { Name: value('Noor Noord') },
};
/** Both queries of consent have the same variables, so that each is given what the other asks as well. */
const answer = (verdicts: readonly object[], evidence: readonly object[] = [], people: readonly object[] = []): object => ({
  uiapi: { query: { Consent_Verdict__c: connection(verdicts), Consent_Evidence__c: connection(evidence), Contact: connection(people) } },
});

async function render(): Promise<HTMLElement> {
  const element = createElement('c-consent-verdict', { is: ConsentVerdict });
  Object.assign(element, { recordId: '001000000000001AAA', objectApiName: 'Account' });
  document.body.appendChild(element);
  await settle();
  return element;
}
const text = (element: HTMLElement): string => element.shadowRoot?.textContent ?? '';
afterEach(() => {
  document.body.replaceChildren();
  run.mockReset();
});

describe('c-consent-verdict', () => {
  it('says per channel whether it may, with what was said about it', async () => {
    const element = await render();
    graphqlWire.emit(answer([verdict('Post', 'May'), verdict('Phone', 'May Not'), verdict('Email', 'May')], [EVIDENCE]));
    await settle();
    const names = [...(element.shadowRoot?.querySelectorAll('.channel__name') ?? [])].map((one) => one.textContent);
    expect(names).toEqual(['Phone', 'Email', 'Post']);
    expect(text(element)).toContain('May_Evidence_Given');
    expect(element.shadowRoot?.querySelectorAll('.chip_urgent')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('gives the reason alone beside the channel and the verdict, and names absent evidence only where it stands in the way', async () => {
    const element = await render();
    const sentence = value('Call: may not — existing customer only');
    graphqlWire.emit(answer([{ ...verdict('Phone', 'May Not'), Sentence__c: sentence }, verdict('Email', 'May')]));
    await settle();
    const [phone, email] = [...(element.shadowRoot?.querySelectorAll('.channel') ?? [])].map((one) => one.textContent);
    expect(phone).toContain('Existing customer only');
    expect(phone).not.toContain('Call: may not');
    expect(phone).toContain('May_Evidence_None');
    expect(email).not.toContain('May_Evidence_None');
  });

  it('does not say twice what the verdict tells itself', async () => {
    const element = await render();
    const sentence = value('E-mail: may, through Fair');
    graphqlWire.emit(answer([{ ...verdict('Email', 'May'), Sentence__c: sentence }], [{ ...EVIDENCE, Source__c: value('Fair') }]));
    await settle();
    expect(text(element)).not.toContain('May_Evidence_Given');
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
    run.mockResolvedValueOnce({ data: {} });
    menu?.dispatchEvent(new CustomEvent('select', { detail: { value: 'Every Channel' } }));
    await settle();
    expect(sent()[0]).toMatchObject({
      c0: { Consent_Evidence__c: { Contact__c: PERSON, Channel__c: 'Every Channel', State__c: 'Withdrawn' } },
    });
    run.mockResolvedValueOnce({ errors: [{ message: 'no' }] });
    menu?.dispatchEvent(new CustomEvent('select', { detail: { value: 'Email' } }));
    await settle();
    expect(run).toHaveBeenCalledTimes(2);
    expect(text(element)).toContain('Email: sentence');
  });

  it('withdraws from the standard records too, and by its own evidence where those are refused', async () => {
    const element = await render();
    graphqlWire.emit(answer([verdict('Email', 'May')], [], [{ Id: PERSON, IndividualId: value('0PK1') }]));
    rights.emit({ createable: true });
    await settle();
    run.mockResolvedValueOnce({ errors: [{ message: 'insufficient access' }] }).mockResolvedValueOnce({ data: {} });
    element.shadowRoot
      ?.querySelector('lightning-button-menu')
      ?.dispatchEvent(new CustomEvent('select', { detail: { value: 'Every Channel' } }));
    await settle();
    const [standard, own] = sent();
    expect(Object.values(standard ?? {})).toHaveLength(3);
    expect(standard?.c1).toMatchObject({
      ContactPointTypeConsent: { PartyId: '0PK1', ContactPointType: 'Email', PrivacyConsentStatus: 'OptOut' },
    });
    expect(own).toMatchObject({ c0: { Consent_Evidence__c: { Channel__c: 'Every Channel', State__c: 'Withdrawn' } } });
  });

  it('registers a consent in the standard records, with an individual for whoever has none', async () => {
    const element = await render();
    graphqlWire.emit(answer([verdict('Email', 'Ask First')], [], [{ Id: PERSON, LastName: value('Vos') }]));
    rights.emit({ createable: true });
    await settle();
    element.shadowRoot?.querySelector<HTMLElement>('.actions lightning-button')?.click();
    await settle();
    const form = element.shadowRoot?.querySelector('c-consent-form');
    run.mockResolvedValueOnce({ data: {} });
    form?.dispatchEvent(new CustomEvent('register', { detail: SAID }));
    await settle();
    expect(sent()[0]).toMatchObject({
      c0: { Individual: { LastName: 'Vos' } },
      c1: { Id: PERSON, Contact: { IndividualId: '@{c0}' } },
      c2: {
        ContactPointTypeConsent: {
          PartyId: '@{c0}',
          ContactPointType: 'Email',
          PrivacyConsentStatus: 'OptIn',
          CaptureDate: SAID.capturedAt,
          CaptureSource: 'Fair',
          Name: 'Send me offers',
        },
      },
    });
    expect(element.shadowRoot?.querySelector('c-consent-form')).toBeNull();
  });

  it('keeps the form with what was typed when it is refused', async () => {
    const element = await render();
    graphqlWire.emit(answer([verdict('Email', 'Ask First')]));
    await settle();
    element.shadowRoot?.querySelector<HTMLElement>('.actions lightning-button')?.click();
    await settle();
    const form = element.shadowRoot?.querySelector('c-consent-form') as (HTMLElement & { refusal: string }) | null;
    run.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    form?.dispatchEvent(new CustomEvent('register', { detail: SAID }));
    await settle();
    expect(form?.refusal).toBe('c.May_Not_Registered');
    expect(element.shadowRoot?.querySelector('c-consent-form')).toBe(form);
  });

  it('offers nothing that the user may not do, and says whom to ask', async () => {
    const element = await render();
    graphqlWire.emit(answer([verdict('Email', 'May')]));
    rights.emit({ createable: false });
    await settle();
    expect(element.shadowRoot?.querySelector('.actions')).toBeNull();
    expect(text(element)).toContain('c.May_Read_Only');
    await expect(element).toBeAccessible();
  });

  it('lives without the consent package, and says so', async () => {
    const element = await render();
    graphqlWire.emitErrors([{ message: "Field 'Consent_Verdict__c' in type 'RecordQuery' is undefined" }]);
    await settle();
    const state = element.shadowRoot?.querySelector('c-state-message') as (HTMLElement & { kind: string; headline: string }) | null;
    expect([state?.kind, state?.headline]).toEqual(['info', 'c.May_Absent_Title']);
    expect(element.shadowRoot?.querySelector<HTMLElement & { failure?: string }>('c-data-card')?.failure).toBeUndefined();
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
