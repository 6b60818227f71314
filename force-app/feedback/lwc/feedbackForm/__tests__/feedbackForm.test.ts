import { createElement } from 'lwc';
import '@sa11y/jest';
import FeedbackForm from 'c/feedbackForm';
import { graphql } from 'lightning/graphql';
import { createRecord } from 'lightning/uiRecordApi';

const graphqlWire = graphql as unknown as { emit(value: unknown): void };
const create = createRecord as unknown as jest.Mock;
const settle = (turns = 15): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));

async function render(accountId = 'a1'): Promise<HTMLElement> {
  const element = createElement('c-feedback-form', { is: FeedbackForm });
  Object.assign(element, { accountId });
  document.body.appendChild(element);
  await settle();
  return element;
}
const all = <Found extends HTMLElement = HTMLElement>(host: HTMLElement, css: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(css) ?? []),
];
const type = (host: HTMLElement, name: string, text: string): void => {
  all(host, `[data-name="${name}"]`)[0]?.dispatchEvent(new CustomEvent('change', { detail: { value: text } }));
};
const choose = (host: HTMLElement, score: number): void => {
  all(host, `input[value="${score}"]`)[0]?.dispatchEvent(new CustomEvent('change'));
};
async function save(host: HTMLElement): Promise<void> {
  await settle();
  all(host, 'c-form-frame')[0]?.dispatchEvent(new CustomEvent('save'));
  await settle();
}

beforeEach(() => {
  window.sessionStorage.clear();
  create.mockReset().mockResolvedValue({ id: 'f1' });
});
afterEach(() => document.body.replaceChildren());

describe('c-feedback-form', () => {
  it('saves score, words and suggestions of an account, and tells which score', async () => {
    const element = await render();
    const saved = jest.fn();
    element.addEventListener('saved', saved);
    choose(element, 4);
    type(element, 'comment', 'Waited long');
    type(element, 'suggestionService', 'Call back');
    await save(element);
    expect(create.mock.calls[0]).toMatchObject([
      {
        apiName: 'Feedback__c',
        fields: { Account__c: 'a1', Score__c: 4, Comment__c: 'Waited long', Suggestion_Service__c: 'Call back', Is_Anonymous__c: false },
      },
    ]);
    expect(saved).toHaveBeenCalledTimes(1);
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('names nobody when it is anonymous, and needs no account', async () => {
    const element = await render('');
    graphqlWire.emit({ uiapi: { query: { Contact: { edges: [{ node: { Id: 'c1', Name: { value: 'Blom' } } }] } } } });
    choose(element, 0);
    type(element, 'contactId', 'c1');
    all(element, 'lightning-input')[0]?.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
    await save(element);
    expect(create.mock.calls[0]).toMatchObject([{ fields: { Account__c: null, Contact__c: null, Is_Anonymous__c: true, Score__c: 0 } }]);
  });

  it('asks for the score first', async () => {
    const element = await render();
    await save(element);
    expect(all<HTMLElement & { refusal: string }>(element, 'c-form-frame')[0]?.refusal).toContain('c.Score_Form_Score_Missing');
    expect(create).not.toHaveBeenCalled();
  });

  it('keeps everything when it is refused, and when the page is left', async () => {
    create.mockRejectedValue({ status: 400, body: { message: 'Feedback cannot have been given in the future.' } });
    const element = await render();
    choose(element, 7);
    type(element, 'comment', 'Waited long');
    await save(element);
    expect(all<HTMLElement & { refusal: string }>(element, 'c-form-frame')[0]?.refusal).toContain('cannot have been given');
    document.body.replaceChildren();
    const again = await render();
    expect(all<HTMLElement & { value: string }>(again, '[data-name="comment"]')[0]?.value).toBe('Waited long');
    expect(all<HTMLInputElement>(again, 'input[value="7"]')[0]?.checked).toBe(true);
    await expect(again).toBeAccessible();
  });
});
