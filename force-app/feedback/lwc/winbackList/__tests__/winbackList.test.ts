import { createElement } from 'lwc';
import '@sa11y/jest';
import WinbackList from 'c/winbackList';
import { graphql } from 'lightning/graphql';
import { updateRecord } from 'lightning/uiRecordApi';

interface TestWire {
  emit(value: unknown): void;
  emitErrors(errors: readonly { message: string }[]): void;
}
const graphqlWire = graphql as unknown as TestWire;
const save = updateRecord as unknown as jest.Mock;
const settle = (turns = 15): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const value = (of: unknown): object => ({ value: of, displayValue: null });
const survey = (id: string, more: object): { node: object } => ({
  node: {
    Id: id,
    Name: value(`EX-${id}`),
    Account__r: { Id: `a${id}`, Name: value('Bakkerij Jansen') },
    Loss_Date__c: value('2026-05-01'),
    Parted_On_Good_Terms__c: value('Yes'),
    Win_Back_Gate__c: value('Open'),
    Win_Back_Rule__c: value('12 months after the loss.'),
    ...more,
  },
});
const ANSWER = {
  uiapi: {
    query: {
      Exit_Survey__c: {
        edges: [
          survey('1', { Win_Back_Date__c: value('2026-11-20') }),
          survey('2', { Win_Back_Date__c: value('2027-05-01'), Parted_On_Good_Terms__c: value('Unknown') }),
          survey('3', { Parted_On_Good_Terms__c: value('No'), Win_Back_Gate__c: value('Blocked'), Win_Back_Date__c: value('2026-11-22') }),
          survey('4', {
            Parted_On_Good_Terms__c: value('No'),
            Win_Back_Gate__c: value('Open by exception'),
            Has_Exceptional_Offer__c: value(true),
            Exception_Reason__c: value('A year for free'),
          }),
        ],
      },
    },
  },
};

async function render(): Promise<HTMLElement> {
  const element = createElement('c-winback-list', { is: WinbackList });
  Object.assign(element, { heading: 'Blocked', where: { and: [] }, orderBy: {} });
  document.body.appendChild(element);
  await settle();
  graphqlWire.emit(ANSWER);
  await settle();
  return element;
}
const all = <Found extends HTMLElement = HTMLElement>(host: HTMLElement, css: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(css) ?? []),
];
const tick = (host: HTMLElement, box: string, checked: boolean): void => {
  all(host, box)[0]?.dispatchEvent(new CustomEvent('change', { detail: { checked } }));
};
const type = (host: HTMLElement, text: string): void => {
  all(host, '[data-reason]')[0]?.dispatchEvent(new CustomEvent('change', { detail: { value: text } }));
};
async function submit(host: HTMLElement): Promise<void> {
  all(host, 'c-form-frame')[0]?.dispatchEvent(new CustomEvent('save'));
  await settle();
}
async function press(host: HTMLElement, css: string): Promise<void> {
  await settle();
  all(host, css)[0]?.click();
  await settle();
}

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-22T11:00:00Z'), doNotFake: ['queueMicrotask', 'setTimeout'] });
  window.sessionStorage.clear();
  save.mockReset().mockResolvedValue({});
});
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-winback-list', () => {
  it('tells date, rule and whether goodwill allows it, with the reason', async () => {
    const element = await render();
    expect(all(element, '.when .chip').map(({ textContent }) => textContent)).toEqual([
      'c.Winback_Due_Since_Other',
      'c.Winback_Due_In_Other',
      'c.Winback_Due_Today',
    ]);
    expect(all(element, 'td > .chip').map(({ textContent }) => textContent)).toEqual([
      'c.Winback_Gate_Good',
      'c.Winback_Gate_Unknown',
      'c.Winback_Gate_Blocked',
      'c.Winback_Gate_Exception',
    ]);
    expect(all(element, 'tbody tr')[0]?.textContent).toContain('12 months after the loss.');
    await expect(element).toBeAccessible();
  });

  it('offers an exception only where bad terms ask for one, and saves it with its reason', async () => {
    const element = await render();
    const changed = jest.fn();
    element.addEventListener('changed', changed);
    expect(all(element, '[data-survey]').map(({ dataset }) => dataset.survey)).toEqual(['3', '4']);
    await press(element, '[data-survey="3"]');
    tick(element, '[data-moved]', true);
    await submit(element);
    expect(all<HTMLElement & { refusal: string }>(element, 'c-form-frame')[0]?.refusal).toContain('c.Winback_Reason_Missing');
    type(element, 'A new director since May');
    await submit(element);
    expect(save.mock.calls).toEqual([
      [
        {
          fields: {
            Id: '3',
            Has_Exceptional_Offer__c: false,
            Has_Contact_Changed_Employer__c: true,
            Exception_Reason__c: 'A new director since May',
          },
        },
      ],
    ]);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('takes an exception back', async () => {
    const element = await render();
    await press(element, '[data-survey="4"]');
    tick(element, '[data-offer]', false);
    await submit(element);
    expect(save.mock.calls[0]).toMatchObject([{ fields: { Id: '4', Has_Exceptional_Offer__c: false, Exception_Reason__c: null } }]);
  });

  it('keeps what was typed when the org refuses', async () => {
    save.mockRejectedValue({ status: 400, body: { message: 'Say what the exceptional offer is, or who left.' } });
    const element = await render();
    await press(element, '[data-survey="3"]');
    tick(element, '[data-offer]', true);
    type(element, 'x');
    await submit(element);
    expect(all<HTMLElement & { refusal: string }>(element, 'c-form-frame')[0]?.refusal).toContain('Say what the exceptional offer is');
    await press(element, '[data-survey="3"]');
    await press(element, '[data-survey="3"]');
    expect(all<HTMLElement & { value: string }>(element, '[data-reason]')[0]?.value).toBe('x');
    await expect(element).toBeAccessible();
  });

  it('says that nobody is here, and what failed', async () => {
    const element = await render();
    const state = (): { kind: string; failure?: string } | undefined =>
      all<HTMLElement & { kind: string; failure?: string }>(element, 'c-state-message')[0];
    graphqlWire.emit({ uiapi: { query: { Exit_Survey__c: { edges: [] } } } });
    await settle();
    expect(state()?.kind).toBe('info');
    graphqlWire.emitErrors([{ message: 'socket hang up' }]);
    await settle();
    expect(state()?.failure).toBe('failed');
  });
});
