import { createElement } from 'lwc';
import '@sa11y/jest';
import AccountOffer from 'c/accountOffer';
import { graphql } from 'lightning/graphql';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import { getRecord, updateRecord } from 'lightning/uiRecordApi';

interface TestWire {
  emit(value: unknown): void;
}
const offer = graphql as unknown as TestWire & { emitErrors(errors: readonly { message: string }[]): void };
const account = getRecord as unknown as TestWire;
const choices = getPicklistValues as unknown as TestWire;
const rights = getObjectInfo as unknown as TestWire;
const update = updateRecord as unknown as jest.Mock;
const settle = (turns = 12): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const all = <Found extends HTMLElement = HTMLElement>(host: HTMLElement, css: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(css) ?? []),
];
const category = { Product_Category__c: { value: 'Gas', displayValue: 'Gas' } };
const answer = (products: readonly object[]): object => ({
  uiapi: { query: { Product2: { edges: products.map((node) => ({ node })) } } },
});
const GAS = { Id: 'p1', Name: { value: 'Gas fixed' }, ...category, Answers_Needs__c: { value: 'Lower Costs' } };

async function render(
  needs: object = { Business_Needs__c: { value: null } },
  products: readonly object[] = [GAS],
  mayChoose = true,
): Promise<HTMLElement> {
  const element = createElement('c-account-offer', { is: AccountOffer });
  Object.assign(element, { recordId: '001000000000001AAA' });
  document.body.appendChild(element);
  await settle();
  account.emit({ apiName: 'Account', id: '001000000000001AAA', fields: { Name: { value: 'Bakery' }, ...needs } });
  rights.emit({ fields: { Business_Needs__c: { updateable: mayChoose } } });
  choices.emit({ values: [{ label: 'Lagere kosten', value: 'Lower Costs' }] });
  offer.emit(answer(products));
  await settle();
  return element;
}

beforeEach(() => update.mockReset().mockResolvedValue({}));
afterEach(() => document.body.replaceChildren());

describe('c-account-offer', () => {
  it('shows where the account has nothing of ours, and that nobody knows who supplies it', async () => {
    const element = await render();
    expect(all(element, 'td').map((cell) => cell.textContent)).toEqual([
      'c.Offer_Oursc.Offer_Not_Ours',
      'c.Offer_Elsewherec.Offer_Ask',
      expect.any(String),
    ]);
    expect(all(element, '.muted').map((one) => one.textContent)).toContain('c.Offer_No_Needs');
    await expect(element).toBeAccessible();
  });

  it('saves a need that is pressed, and shows which product answers it', async () => {
    const element = await render();
    all(element, 'button.need')[0]?.click();
    await settle();
    expect(update).toHaveBeenCalledWith({ fields: { Id: '001000000000001AAA', Business_Needs__c: 'Lower Costs' } });
    account.emit({
      apiName: 'Account',
      id: '001000000000001AAA',
      fields: { Name: { value: 'Bakery' }, Business_Needs__c: { value: 'Lower Costs' } },
    });
    await settle();
    expect(all(element, 'button.need').map((one) => one.getAttribute('aria-pressed'))).toEqual(['true']);
    expect(all(element, 'dt').map((one) => one.textContent)).toEqual(['Lagere kosten']);
    await expect(element).toBeAccessible();
  });

  it('shows the needs, without buttons, to whoever may not change them', async () => {
    const element = await render({ Business_Needs__c: { value: 'Lower Costs' } }, [GAS], false);
    expect(all(element, 'button.need')).toEqual([]);
    expect(all(element, 'dt').map((one) => one.textContent)).toEqual(['Lagere kosten']);
  });

  it('says why a need was not saved', async () => {
    update.mockRejectedValue({ body: { message: 'No' } });
    const element = await render();
    all(element, 'button.need')[0]?.click();
    await settle();
    expect(all(element, '[role="alert"]').map((one) => one.textContent)).toEqual(['c.Editor_Not_Saved']);
  });

  it('asks nothing about needs of whoever may not see them, and says so when no product has a category', async () => {
    const element = await render({}, []);
    expect(all(element, 'button.need')).toEqual([]);
    expect(all(element, 'c-state-message')).toHaveLength(1);
  });

  it('says that products are not for this user, or that something failed', async () => {
    const element = await render();
    offer.emitErrors([{ message: "Field 'Product2' in type 'RecordQuery' is undefined" }]);
    await settle();
    expect(all<HTMLElement & { failure: string }>(element, 'c-data-card').map(({ failure }) => failure)).toEqual(['no-permission']);
  });
});
