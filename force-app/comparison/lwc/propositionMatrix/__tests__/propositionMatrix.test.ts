import { createElement } from 'lwc';
import '@sa11y/jest';
import PropositionMatrix from 'c/propositionMatrix';
import { graphql } from 'lightning/graphql';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';

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
const named = (Id: string, more: object = {}): object => ({ node: { Id, Name: { value: Id }, ...more } });
const answer = (pairs: readonly object[] = [], products: readonly object[] = [named('p1'), named('p2')]): object => ({
  uiapi: {
    query: {
      Product2: { edges: products },
      Proposition__c: { edges: [named('o1'), named('o2')] },
      Product_Proposition__c: { edges: pairs.map((node) => ({ node })) },
    },
  },
});
const ALLOWED = { Id: 'x1', Product__c: { value: 'p1' }, Proposition__c: { value: 'o1' }, Is_Allowed__c: { value: true } };

async function render(): Promise<HTMLElement> {
  const element = createElement('c-proposition-matrix', { is: PropositionMatrix });
  document.body.appendChild(element);
  await settle();
  return element;
}

beforeEach(() => {
  update.mockReset().mockResolvedValue({});
  create.mockReset().mockResolvedValue({});
});
afterEach(() => document.body.replaceChildren());

describe('c-proposition-matrix', () => {
  it('says of each cell what is decided, in words and by a sign, and one of them is reached by tab', async () => {
    const element = await render();
    wire.emit(
      answer([
        ALLOWED,
        {
          Id: 'x2',
          Product__c: { value: 'p2' },
          Proposition__c: { value: 'o2' },
          Is_Allowed__c: { value: false },
          Reason__c: { value: 'Thin' },
        },
      ]),
    );
    await settle();
    expect(all(element, 'button.cell').map((cell) => cell.getAttribute('aria-label'))).toEqual([
      'c.Matrix_Allowed',
      'c.Matrix_Open',
      'c.Matrix_Open',
      'c.Matrix_Refused',
    ]);
    expect(all(element, '.sign').map((sign) => sign.textContent)).toEqual(['✓', '', '', '✕']);
    expect(all(element, 'button[tabindex="0"]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('moves by arrow keys, allows at once, and asks why before it refuses', async () => {
    const element = await render();
    wire.emit(answer([ALLOWED]));
    await settle();
    const cells = all(element, 'button.cell');
    cells[0]?.focus();
    cells[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, composed: true }));
    await settle();
    expect(all(element, 'button[tabindex="0"]').map((cell) => cell.dataset.key)).toEqual(['p1|o2']);
    cells[1]?.click();
    await settle();
    expect(create).toHaveBeenCalledWith({
      apiName: 'Product_Proposition__c',
      fields: { Product__c: 'p1', Proposition__c: 'o2', Is_Allowed__c: true, Reason__c: null },
    });
    cells[0]?.click();
    await settle();
    const [reason] = all<HTMLElement & { reportValidity: () => boolean }>(element, '.reason');
    expect(update).not.toHaveBeenCalled();
    if (!reason) throw new Error('the reason is not asked');
    reason.reportValidity = () => true;
    reason.dispatchEvent(new CustomEvent('change', { detail: { value: ' Too thin ' } }));
    await expect(element).toBeAccessible();
    all(element, 'c-form-frame')[0]?.dispatchEvent(new CustomEvent('save'));
    await settle();
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'x1', Is_Allowed__c: false, Reason__c: 'Too thin' } });
  });

  it('tells what the org refuses, and has a state for nothing, no permission and failure', async () => {
    const element = await render();
    wire.emit(answer());
    await settle();
    create.mockRejectedValueOnce({ status: 403, body: { message: 'You may not.' } });
    all(element, 'button.cell')[0]?.click();
    await settle();
    expect(all(element, '.refusal')).toHaveLength(1);
    const kind = (): string | undefined => all<HTMLElement & { kind: string }>(element, 'c-state-message')[0]?.kind;
    const failure = (): string | undefined => all<HTMLElement & { failure?: string }>(element, 'c-data-card')[0]?.failure;
    wire.emit(answer([], []));
    await settle();
    expect(kind()).toBe('info');
    wire.emitErrors([{ message: "Field 'Product2' in type 'RecordQuery' is undefined" }]);
    await settle();
    expect(failure()).toBe('no-permission');
    wire.emitErrors([{ message: 'Busy' }]);
    await settle();
    expect(failure()).toBe('failed');
    await expect(element).toBeAccessible();
  });
});
