import { createElement } from 'lwc';
import '@sa11y/jest';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import ConsentForm from 'c/consentForm';
import { timeFaults } from '../saidConsent';
import { instantAt, wallTime } from '../wallTime';

const NOW = new Date('2026-11-22T11:00:00Z');
const settle = (turns = 4): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
type Field = HTMLElement & { name: string; value: string; reportValidity: jest.Mock };

async function render(): Promise<HTMLElement> {
  const element = createElement('c-consent-form', { is: ConsentForm });
  Object.assign(element, { personId: '003', personName: 'Fatima Vos', channels: [{ value: 'Email', label: 'Email' }] });
  document.body.appendChild(element);
  await settle();
  return element;
}
const fields = (element: HTMLElement): Field[] => [
  ...(element.shadowRoot?.querySelectorAll<Field>('lightning-combobox, lightning-input, lightning-textarea') ?? []),
];
const times = (element: HTMLElement): HTMLInputElement[] => [...(element.shadowRoot?.querySelectorAll('input') ?? [])];
const setTime = async (element: HTMLElement, name: string, value: string): Promise<void> => {
  const input = times(element).find((one) => one.name === name);
  if (input) input.value = value;
  input?.dispatchEvent(new CustomEvent('change'));
  await settle();
};
const fill = (element: HTMLElement, name: string, value: string): void => {
  fields(element)
    .find((field) => field.name === name)
    ?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
};
const press = (element: HTMLElement, button: 'save' | 'cancel'): void => {
  element.shadowRoot?.querySelector('c-form-frame')?.dispatchEvent(new CustomEvent(button));
};

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask', 'nextTick', 'setTimeout'] });
  window.sessionStorage.clear();
});
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('a consent to be registered', () => {
  it.each([
    ['2026-11-22T10:00:00Z', '', undefined, undefined],
    ['', '', 'missing', undefined],
    ['2026-11-22T12:00:00Z', '', 'future', undefined],
    ['2026-11-22T10:00:00Z', '2026-11-22T09:00:00Z', undefined, 'earlier'],
    ['2026-11-22T10:00:00Z', '2026-11-23T09:00:00Z', undefined, 'future'],
    ['2026-11-22T10:00:00Z', '2026-11-22T10:30:00Z', undefined, undefined],
  ])('said at %s and confirmed at "%s" is wrong as to %s and %s', (capturedAt, confirmedAt, captured, confirmed) => {
    expect(timeFaults({ channel: '', source: '', wording: '', purpose: '', capturedAt, confirmedAt }, NOW)).toEqual({
      capturedAt: captured,
      confirmedAt: confirmed,
    });
  });
});

describe('a time on the wall', () => {
  it.each([
    ['2026-11-22T12:00', '2026-11-22T11:00:00.000Z'],
    ['2026-07-01T00:30', '2026-06-30T22:30:00.000Z'],
    ['2026-03-29T03:30', '2026-03-29T01:30:00.000Z'],
  ])('%s in Amsterdam is %s', (wall, instant) => {
    expect(instantAt(wall, 'Europe/Amsterdam')?.toISOString()).toBe(instant);
    expect(wallTime(new Date(instant), 'Europe/Amsterdam')).toBe(wall);
  });

  it('is none where nothing was filled in', () => {
    expect(instantAt('', 'Europe/Amsterdam')).toBeUndefined();
  });
});

describe('c-consent-form', () => {
  it('asks for everything that proves a consent, and is accessible', async () => {
    const element = await render();
    expect(fields(element).map(({ name }) => name)).toEqual(['channel', 'source', 'wording']);
    expect(times(element).map(({ name, value }) => [name, value !== ''])).toEqual([
      ['capturedAt', true],
      ['confirmedAt', false],
    ]);
    expect(fields(element).some(({ value }) => value)).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('keeps what is typed until it is registered or cancelled', async () => {
    const element = await render();
    fill(element, 'source', 'Fair');
    document.body.replaceChildren();
    const again = await render();
    expect(fields(again).find(({ name }) => name === 'source')?.value).toBe('Fair');
    const cancelled = jest.fn();
    again.addEventListener('cancel', cancelled);
    press(again, 'cancel');
    expect(cancelled).toHaveBeenCalledTimes(1);
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('registers only what every field agrees to', async () => {
    const element = await render();
    const registered = jest.fn();
    element.addEventListener('register', (event) => registered((event as CustomEvent).detail));
    const reports = { isSound: false };
    for (const field of fields(element)) {
      field.reportValidity = jest.fn(() => reports.isSound || field.name !== 'channel');
    }
    await setTime(element, 'confirmedAt', '2026-11-20T10:00');
    press(element, 'save');
    expect(registered).not.toHaveBeenCalled();
    await settle();
    expect(element.shadowRoot?.textContent).toContain('c.May_Register_Earlier');
    expect(fields(element).every((field) => field.reportValidity.mock.calls.length === 1)).toBe(true);
    reports.isSound = true;
    fill(element, 'channel', 'Email');
    await setTime(element, 'capturedAt', '2026-11-19T10:00');
    press(element, 'save');
    expect(registered).toHaveBeenCalledWith(
      expect.objectContaining({ channel: 'Email', confirmedAt: instantAt('2026-11-20T10:00', TIME_ZONE)?.toISOString() }),
    );
  });
});
