import { createElement } from 'lwc';
import FormFrame from 'c/formFrame';

type Button = HTMLElement & { disabled: boolean; label: string };
function show(more: object = {}): HTMLElement {
  const element = createElement('c-form-frame', { is: FormFrame });
  Object.assign(element, { heading: 'Register feedback', ...more });
  document.body.appendChild(element);
  return element;
}
const part = <Found extends HTMLElement>(element: HTMLElement, css: string): Found | null =>
  element.shadowRoot?.querySelector<Found>(css) ?? null;

describe('c-form-frame', () => {
  afterEach(() => document.body.replaceChildren());

  it('tells when somebody saves or gives up', async () => {
    const element = show();
    const [saved, given] = [jest.fn(), jest.fn()];
    element.addEventListener('save', saved);
    element.addEventListener('cancel', given);
    part(element, '[data-save]')?.click();
    part(element, '[data-cancel]')?.click();
    expect([saved.mock.calls.length, given.mock.calls.length]).toEqual([1, 1]);
    await expect(element).toBeAccessible();
  });

  it('says why the org refused, at once', async () => {
    const element = show({ refusal: 'Say why.' });
    expect(part(element, '[role="alert"]')?.textContent).toBe('c.Form_Refused_Title. Say why.');
    await expect(element).toBeAccessible();
  });

  it('takes no second press while the first is under way, and a label of its own', () => {
    const button = part<Button>(show({ isSaving: true, saveLabel: 'Make the task' }), '[data-save]');
    expect([button?.disabled, button?.label]).toEqual([true, 'Make the task']);
  });

  it('has a name for screen readers where no heading stands above it', async () => {
    const element = show({ heading: '', label: 'Claim' });
    expect(part(element, 'section')?.getAttribute('aria-label')).toBe('Claim');
    expect(part(element, 'h3')).toBeNull();
    await expect(element).toBeAccessible();
  });
});
