import { createElement } from 'lwc';
import '@sa11y/jest';
import ClaimForm from 'c/claimForm';

type Input = HTMLElement & { name: string; value: unknown; reportValidity: () => boolean };
async function render(claim?: object): Promise<HTMLElement> {
  const element = createElement('c-claim-form', { is: ClaimForm });
  Object.assign(element, { claim, today: '2026-11-22' });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}
const inputs = (host: HTMLElement): Input[] => [...(host.shadowRoot?.querySelectorAll<Input>('.input') ?? [])];
const change = async (host: HTMLElement, name: string, detail: object): Promise<void> => {
  inputs(host)
    .find((input) => input.name === name)
    ?.dispatchEvent(new CustomEvent('change', { detail }));
  await Promise.resolve();
};

afterEach(() => {
  document.body.replaceChildren();
  window.sessionStorage.clear();
});

describe('c-claim-form', () => {
  it('asks for the words that belong to the kind, and for the days of an offer only where one is compared', async () => {
    const element = await render();
    const names = (): string[] => inputs(element).map(({ name }) => name);
    expect(names()).toEqual(expect.arrayContaining(['Our_Fact__c', 'Their_Fact__c']));
    await change(element, 'Kind__c', { value: 'Objection' });
    expect(names()).toEqual(expect.arrayContaining(['Objection__c', 'Answer__c']));
    expect(names()).not.toContain('Our_Fact__c');
    await change(element, 'Is_Special_Offer__c', { checked: true });
    expect(names()).toContain('Offer_End_Date__c');
    await expect(element).toBeAccessible();
  });

  it('notes a check of today, and hands over everything once it is complete', async () => {
    const element = await render({
      Id: 'c1',
      Kind__c: { value: 'Difference' },
      Our_Fact__c: { value: 'Low' },
      Checked_On_Date__c: { value: '2026-10-01' },
      Valid_Until_Date__c: { value: '2026-10-31' },
    });
    const saved = jest.fn();
    element.addEventListener('save', (event) => saved((event as CustomEvent).detail));
    element.shadowRoot?.querySelector<HTMLElement>('lightning-button')?.click();
    const frame = element.shadowRoot?.querySelector('c-form-frame');
    await Promise.resolve();
    for (const input of inputs(element)) input.reportValidity = () => input.name !== 'Topic__c';
    frame?.dispatchEvent(new CustomEvent('save'));
    expect(saved).not.toHaveBeenCalled();
    for (const input of inputs(element)) input.reportValidity = () => true;
    frame?.dispatchEvent(new CustomEvent('save'));
    expect(saved.mock.calls[0]).toMatchObject([{ Our_Fact__c: 'Low', Checked_On_Date__c: '2026-11-22', Valid_Until_Date__c: null }]);
  });

  it('keeps what is typed, blank words too, until its owner drops it', async () => {
    const claim = { Id: 'c1', Kind__c: { value: 'Difference' }, Our_Fact__c: { value: 'Low' }, Their_Fact__c: { value: 'High' } };
    const element = await render(claim);
    await change(element, 'Our_Fact__c', { value: '' });
    await change(element, 'Their_Fact__c', { value: 'Higher' });
    element.remove();
    const values = Object.fromEntries(inputs(await render(claim)).map(({ name, value }) => [name, value]));
    expect(values).toMatchObject({ Our_Fact__c: null, Their_Fact__c: 'Higher' });
  });
});
