import { createElement } from 'lwc';
import '@sa11y/jest';
import ExitForm from 'c/exitForm';
import { createRecord } from 'lightning/uiRecordApi';

const create = createRecord as unknown as jest.Mock;
const settle = (turns = 15): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));

async function render(accountId = 'a1'): Promise<HTMLElement> {
  const element = createElement('c-exit-form', { is: ExitForm });
  Object.assign(element, { accountId });
  document.body.appendChild(element);
  await settle();
  return element;
}
const all = <Found extends HTMLElement = HTMLElement>(host: HTMLElement, css: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(css) ?? []),
];
/** One after the other: fields of the contract appear when there is a provider. */
function type(host: HTMLElement, values: Readonly<Record<string, string>>): Promise<void> {
  return Object.entries(values).reduce(async (earlier, [name, value]) => {
    await earlier;
    all(host, `[data-name="${name}"]`)[0]?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await settle();
  }, Promise.resolve());
}
async function save(host: HTMLElement): Promise<void> {
  all(host, 'c-form-frame')[0]?.dispatchEvent(new CustomEvent('save'));
  await settle();
}
const ANSWERS = { category: 'Gas', reason: 'Better Price', terms: 'Yes' };

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-22T11:00:00Z'), doNotFake: ['queueMicrotask', 'setTimeout'] });
  window.sessionStorage.clear();
  create.mockReset().mockResolvedValue({ id: 'x1' });
});
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-exit-form', () => {
  it('saves what was taken elsewhere, why and on which terms, lost today unless another day is given', async () => {
    const element = await render();
    const saved = jest.fn();
    element.addEventListener('saved', saved);
    await type(element, ANSWERS);
    await save(element);
    expect(create.mock.calls[0]).toMatchObject([
      {
        apiName: 'Exit_Survey__c',
        fields: {
          Account__c: 'a1',
          Product_Category__c: 'Gas',
          Reason__c: 'Better Price',
          Parted_On_Good_Terms__c: 'Yes',
          Loss_Date__c: '2026-11-22',
          New_Competitor__c: null,
          New_Contract_End_Date__c: null,
        },
      },
    ]);
    expect(saved).toHaveBeenCalledTimes(1);
  });

  it('takes the new contract only together with its provider', async () => {
    const element = await render();
    await type(element, { ...ANSWERS, provider: 'p1', endDate: '2027-06-30', unit: 'Months', length: '1' });
    await save(element);
    expect(create.mock.calls[0]).toMatchObject([
      {
        fields: { New_Competitor__c: 'p1', New_Contract_End_Date__c: '2027-06-30', New_Notice_Length__c: 1, New_Notice_Unit__c: 'Months' },
      },
    ]);
    document.body.replaceChildren();
    const again = await render();
    await type(again, { ...ANSWERS, provider: 'p1', endDate: '2027-06-30' });
    await type(again, { provider: '' });
    await save(again);
    expect(create.mock.calls[1]).toMatchObject([{ fields: { New_Competitor__c: null, New_Contract_End_Date__c: null } }]);
  });

  it('names what is missing', async () => {
    const element = await render('');
    await type(element, { category: 'Gas' });
    await save(element);
    expect(all<HTMLElement & { refusal: string }>(element, 'c-form-frame')[0]?.refusal).toContain('c.Exit_Form_Missing');
    expect(create).not.toHaveBeenCalled();
  });

  it('keeps everything when it is refused, and when the page is left', async () => {
    create.mockRejectedValue({ status: 400, body: { message: 'An exit survey is about a loss that happened.' } });
    const element = await render();
    await type(element, { ...ANSWERS, comment: 'Too dear' });
    await save(element);
    expect(all<HTMLElement & { refusal: string }>(element, 'c-form-frame')[0]?.refusal).toContain('a loss that happened');
    document.body.replaceChildren();
    const again = await render();
    expect(all<HTMLElement & { value: string }>(again, '[data-name="comment"]')[0]?.value).toBe('Too dear');
    await expect(again).toBeAccessible();
  });
});
