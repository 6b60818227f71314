import { createElement } from 'lwc';
import '@sa11y/jest';
import ScriptEditor from 'c/scriptEditor';
import { graphql } from 'lightning/graphql';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { newVersion } from '../newVersion';

interface TestWire {
  emit(value: unknown, filter?: unknown, refresh?: () => Promise<void>): void;
  emitErrors(errors: readonly { message: string }[]): void;
}
const wire = graphql as unknown as TestWire;
const update = updateRecord as unknown as jest.Mock;
const create = createRecord as unknown as jest.Mock;
const settle = (turns = 12): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const all = <Found extends HTMLElement = HTMLElement>(host: HTMLElement, css: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(css) ?? []),
];
const button = (host: HTMLElement, label: string): HTMLElement | undefined =>
  all<HTMLElement & { label: string }>(host, 'lightning-button').find((one) => one.label === label);

const CLAIMS = [
  {
    Id: 'c2',
    Kind__c: { value: 'Difference', displayValue: 'Difference' },
    Topic__c: { value: 'Price' },
    Our_Fact__c: { value: 'Low' },
    Status__c: { value: 'In Use' },
    Not_Sayable_Reason__c: { value: 'No source.' },
  },
  {
    Id: 'c1',
    Kind__c: { value: 'Opening' },
    Topic__c: { value: 'Days' },
    Line__c: { value: 'You can leave' },
    Status__c: { value: 'In Use' },
    Is_Sayable__c: { value: true },
    Audience__c: { value: 'Customer-Facing' },
  },
  { Id: 'c3', Kind__c: { value: 'Opening' }, Topic__c: { value: 'Old' }, Status__c: { value: 'Retired' } },
];
const SCRIPT = {
  Id: 's1',
  Name: { value: 'Against them' },
  Version__c: { value: 3 },
  Status__c: { value: 'Draft', displayValue: 'Draft' },
  Opening_Line__c: { value: 'Hello' },
  Comparison_Claims__r: { edges: CLAIMS.map((node) => ({ node })) },
};
const answer = (fields: object = {}): object => ({
  uiapi: { query: { Comparison_Script__c: { edges: [{ node: { ...SCRIPT, ...fields } }] } } },
});

async function render(): Promise<HTMLElement> {
  const element = createElement('c-script-editor', { is: ScriptEditor });
  Object.assign(element, { recordId: 's1' });
  document.body.appendChild(element);
  await settle();
  return element;
}

beforeEach(() => {
  update.mockReset().mockResolvedValue({});
  create.mockReset().mockResolvedValue({});
});
afterEach(() => {
  document.body.replaceChildren();
  window.sessionStorage.clear();
});

describe('c-script-editor', () => {
  it('shows every line with its verdict, openings first and retired ones last without buttons', async () => {
    const element = await render();
    wire.emit(answer());
    await settle();
    expect(all(element, '.verdict').map((one) => one.textContent)).toEqual(['c.Editor_Sayable', 'No source.', '']);
    expect(all(element, '.line__buttons')).toHaveLength(2);
    expect(all(element, 'lightning-textarea')).toHaveLength(4);
    await expect(element).toBeAccessible();
  });

  it('previews and saves words while it is a draft, and offers a new version when it is not', async () => {
    const element = await render();
    wire.emit(answer());
    await settle();
    const [opening] = all<HTMLElement & { name: string }>(element, 'lightning-textarea');
    opening?.dispatchEvent(new CustomEvent('change', { detail: { value: 'Good day' } }));
    await settle();
    button(element, 'c.Claim_Save')?.click();
    await settle();
    expect(update).toHaveBeenCalledWith({ fields: { Id: 's1', Opening_Line__c: 'Good day' } });
    wire.emit(answer({ Status__c: { value: 'Active', displayValue: 'Active' } }));
    await settle();
    expect(all(element, 'lightning-textarea')).toEqual([]);
    expect(button(element, 'c.Editor_New_Version')).toBeDefined();
    await expect(element).toBeAccessible();
  });

  it('keeps the form open when the org refuses a line, and says why', async () => {
    const element = await render();
    wire.emit(answer());
    await settle();
    button(element, 'c.Editor_Add_Line')?.click();
    await settle();
    create.mockRejectedValueOnce({
      body: { message: 'An error occurred.', output: { fieldErrors: { Their_Fact__c: [{ message: 'Give both facts.' }] } } },
    });
    all(element, 'c-claim-form')[0]?.dispatchEvent(new CustomEvent('save', { detail: { Kind__c: 'Difference' } }));
    await settle();
    expect(create).toHaveBeenCalledWith({ apiName: 'Comparison_Claim__c', fields: { Kind__c: 'Difference', Comparison_Script__c: 's1' } });
    // beside what was typed, not at the head of the card
    expect(all<HTMLElement & { refusal: string }>(element, 'c-claim-form').map(({ refusal }) => refusal)).toEqual(['c.Editor_Not_Saved']);
    expect(all(element, '.refusal')).toHaveLength(0);
  });

  it('finds what was typed and not saved when it is opened once more', async () => {
    const element = await render();
    wire.emit(answer({ Status__c: { value: 'Draft' } }));
    await settle();
    const [line] = all<HTMLElement & { value: string }>(element, 'lightning-textarea');
    line?.dispatchEvent(new CustomEvent('change', { detail: { value: 'Good morning' } }));
    element.remove();
    const again = await render();
    wire.emit(answer({ Status__c: { value: 'Draft' } }));
    await settle();
    expect(all<HTMLElement & { value: string }>(again, 'lightning-textarea')[0]?.value).toBe('Good morning');
  });

  it('has a state for what may not be seen, what failed and what is gone', async () => {
    const element = await render();
    const kind = (): string | undefined => all<HTMLElement & { kind: string }>(element, 'c-state-message')[0]?.kind;
    const failure = (): string | undefined => all<HTMLElement & { failure?: string }>(element, 'c-data-card')[0]?.failure;
    wire.emitErrors([{ message: "Field 'Comparison_Script__c' in type 'RecordQuery' is undefined" }]);
    await settle();
    expect(failure()).toBe('no-permission');
    wire.emitErrors([{ message: 'Busy' }]);
    await settle();
    expect(failure()).toBe('failed');
    wire.emit({ uiapi: { query: { Comparison_Script__c: { edges: [] } } } });
    await settle();
    expect(kind()).toBe('info');
    await expect(element).toBeAccessible();
  });
});

it('the next version is a draft with the words and the claims in use, made at once', () => {
  const { document, variables } = newVersion(SCRIPT);
  expect(document).toContain('allOrNone: true');
  expect(Object.keys(variables)).toEqual(['script', 'c0', 'c1']);
  expect(variables.script).toMatchObject({ Comparison_Script__c: { Status__c: 'Draft', Replaces__c: 's1', Opening_Line__c: 'Hello' } });
  expect(variables.c0).toMatchObject({
    Comparison_Claim__c: { Comparison_Script__c: '@{script}', Topic__c: 'Price', Status__c: 'In Use' },
  });
});
