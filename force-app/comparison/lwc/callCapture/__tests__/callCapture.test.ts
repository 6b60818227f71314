import { createElement } from 'lwc';
import '@sa11y/jest';
import CallCapture from 'c/callCapture';
import { getPicklistValues } from 'lightning/uiObjectInfoApi';

async function render(properties: object = {}): Promise<HTMLElement> {
  const element = createElement('c-call-capture', { is: CallCapture });
  Object.assign(element, { questions: ['When?', 'Why?'], values: {}, ...properties });
  document.body.appendChild(element);
  (getPicklistValues as unknown as { emit(value: unknown): void }).emit({ values: [{ label: 'One', value: 'one' }] });
  await Promise.resolve();
  return element;
}
const names = (host: HTMLElement): string[] =>
  [...(host.shadowRoot?.querySelectorAll<HTMLElement & { name: string }>('.input') ?? [])].map(({ name }) => name);

afterEach(() => document.body.replaceChildren());

describe('c-call-capture', () => {
  it('asks the questions of the script, and tells each answer as it is typed', async () => {
    const element = await render();
    expect(names(element).slice(0, 3)).toEqual(['answer1', 'answer2', 'endDate']);
    const answered = jest.fn();
    element.addEventListener('answer', (event) => answered((event as CustomEvent).detail));
    element.shadowRoot?.querySelector('.input')?.dispatchEvent(new CustomEvent('change', { detail: { value: 'Soon' } }));
    expect(answered).toHaveBeenCalledWith({ name: 'answer1', value: 'Soon' });
    await expect(element).toBeAccessible();
  });

  it('asks for provider and product only where there is no contract, and for more only where it makes sense', async () => {
    expect(names(await render())).not.toContain('provider');
    const element = await render({ isNewContract: true, values: { nextStep: 'Visit', lineId: 'l1', lineWords: 'Said this' } });
    expect(names(element)).toEqual(expect.arrayContaining(['provider', 'category', 'nextStepDate', 'worked']));
    expect(element.shadowRoot?.textContent).toContain('Said this');
  });
});
