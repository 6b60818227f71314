import { createElement } from 'lwc';
import RuleHealth from 'c/ruleHealth';
import { graphql } from 'lightning/graphql';
import { updateRecord } from 'lightning/uiRecordApi';

// sfdx-lwc-jest replaces wire adapters and imperative functions by test doubles, which the platform's types do not know
type Asked = { readonly query?: unknown; readonly variables?: Readonly<Record<string, unknown>> };
interface TestWire {
  emit(value: unknown, filter?: (config: Asked) => boolean): void;
  emitErrors(errors: readonly { message: string }[], filter?: (config: Asked) => boolean): void;
}
const graphqlWire = graphql as unknown as TestWire;
const update = updateRecord as unknown as jest.Mock;
const settle = (turns = 8): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const value = <T>(of: T): { readonly value: T } => ({ value: of });
const found = (...nodes: readonly object[]): object => ({ totalCount: nodes.length, edges: nodes.map((node) => ({ node })) });
const answer = (query: object): object => ({ uiapi: { query } });

const ofPolicy = ({ variables }: Asked): boolean => !variables;
const ofRules = ({ variables }: Asked): boolean => Boolean(variables && 'regimes' in variables);
const ofConsent = ({ variables }: Asked): boolean => Boolean(variables && 'consentRules' in variables);
const ofWork = ({ variables }: Asked): boolean => Boolean(variables && 'faults' in variables);

const REGIME = { Id: 'a01', Name: value('Gas, first term'), Source__c: value('Terms 2024'), Checked_On_Date__c: value('2025-01-10') };

async function render(): Promise<HTMLElement> {
  const element = createElement('c-rule-health', { is: RuleHealth });
  document.body.appendChild(element);
  await settle();
  return element;
}
async function answerAll(limit: number | null = 365): Promise<void> {
  graphqlWire.emit(answer({ Lifecycle_Policy__c: limit === null ? found() : found({ Value_Number__c: value(limit) }) }), ofPolicy);
  await settle();
  graphqlWire.emit(answer({ regimes: found(REGIME), regimesInUse: { totalCount: 24 }, policies: found() }), ofRules);
  graphqlWire.emit(
    answer({ faults: found({ Id: 'a02', Name: value('FF-1'), Flow_Name__c: value('Feedback_Ask') }), unruled: found() }),
    ofWork,
  );
  await settle();
}
const textOf = (element: HTMLElement, selector: string): readonly string[] =>
  [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent?.trim() ?? '');

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z'), doNotFake: ['queueMicrotask', 'setTimeout'] }));
afterEach(() => {
  jest.useRealTimers();
  document.body.replaceChildren();
});

describe('c-rule-health', () => {
  it('asks for rules that went unread for as long as the policy says, and counts them by kind', async () => {
    const element = await render();
    let since: unknown;
    graphqlWire.emit(answer({ Lifecycle_Policy__c: found({ Value_Number__c: value(365) }) }), ofPolicy);
    await settle();
    graphqlWire.emit(answer({ regimes: found(REGIME), regimesInUse: { totalCount: 24 } }), (config) => {
      if (ofRules(config)) since = JSON.stringify(config.variables?.regimes);
      return ofRules(config);
    });
    graphqlWire.emit(answer({}), ofWork);
    await settle();
    expect(since).toContain('2025-11-22');
    expect(textOf(element, 'tbody tr:first-child td')).toEqual(['24', '1']);
    await expect(element).toBeAccessible();
  });

  it('opens the records of a number, and a rule that was read today is saved with that day alone', async () => {
    update.mockResolvedValue({});
    const element = await render();
    await answerAll();
    element.shadowRoot?.querySelector<HTMLElement>('button[data-name="regimes"]')?.click();
    await settle();
    expect(textOf(element, '.table tbody td')[0]).toBe('Terms 2024');
    await expect(element).toBeAccessible();
    element.shadowRoot?.querySelector<HTMLElement>('lightning-button[data-id="a01"]')?.click();
    await settle();
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'a01', Checked_On_Date__c: '2026-11-22' } });
  });

  it('names what flows left undone with the step that mends it, and leaves out what the org does not have', async () => {
    const element = await render();
    await answerAll();
    graphqlWire.emitErrors([{ message: "Cannot query field 'Consent_Rule__c'" }], ofConsent);
    await settle();
    expect(textOf(element, '.task .chip_urgent')).toEqual(['1']);
    expect(textOf(element, '.task .second')).toEqual(['c.Health_Faults_Step']);
    expect(textOf(element, 'tbody tr th')).not.toContain('c.Health_Consent_Rules');
    element.shadowRoot?.querySelector<HTMLElement>('button[data-name="faults"]')?.click();
    await settle();
    expect(textOf(element, '.table tbody td')).toEqual(['Feedback_Ask']);
  });

  it('tells that the policy is missing instead of guessing how old a rule may be', async () => {
    const element = await render();
    await answerAll(null);
    expect(element.shadowRoot?.querySelector('table')).toBeNull();
    expect(element.shadowRoot?.querySelector('c-state-message')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('tells whoever may not see the rules', async () => {
    const element = await render();
    graphqlWire.emitErrors([{ message: "Cannot query field 'Event_Rule__c' on type 'Query'" }], ofRules);
    await settle();
    expect(element.shadowRoot?.querySelector<HTMLElement & { failure?: string }>('c-data-card')?.failure).toBe('no-permission');
    await expect(element).toBeAccessible();
  });
});
