import { createElement } from 'lwc';
import '@sa11y/jest';
import CallVerdict from 'c/callVerdict';
import { graphql } from 'lightning/graphql';

const wire = graphql as unknown as { emit(value: unknown): void; emitErrors(errors: readonly { message: string }[]): void };
async function render(isNaturalPerson: boolean): Promise<HTMLElement> {
  const element = createElement('c-call-verdict', { is: CallVerdict });
  Object.assign(element, { accountId: 'a1', isNaturalPerson });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}
const said = async (host: HTMLElement): Promise<readonly string[]> => {
  await Promise.resolve();
  return [...(host.shadowRoot?.querySelectorAll('li') ?? [])].map((item) => `${item.className}: ${item.textContent}`);
};
const answer = (...nodes: readonly object[]): object => ({
  uiapi: { query: { Consent_Verdict__c: { edges: nodes.map((node) => ({ node })) } } },
});

afterEach(() => document.body.replaceChildren());

describe('c-call-verdict', () => {
  it('says nothing before it knows, and then what the verdict of each person says', async () => {
    const element = await render(true);
    expect(await said(element)).toEqual([]);
    wire.emit(
      answer(
        {
          Id: 'v1',
          Verdict__c: { value: 'May' },
          Sentence__c: { value: 'may, consent of 3 February' },
          Contact__r: { Id: 'c1', Name: { value: 'Blom' } },
        },
        { Id: 'v2', Verdict__c: { value: 'May Not' }, Sentence__c: { value: 'may not' } },
        { Id: 'v3', Verdict__c: { value: 'Ask First' }, Sentence__c: { value: 'ask' } },
      ),
    );
    expect(await said(element)).toEqual([
      'verdict verdict_may: Blom: may, consent of 3 February',
      'verdict verdict_may-not: may not',
      'verdict verdict_ask: ask',
    ]);
    await expect(element).toBeAccessible();
  });

  it('keeps the script for when the customer calls where nobody may be called', async () => {
    const element = await render(true);
    wire.emit(answer({ Id: 'v1', Verdict__c: { value: 'May Not' }, Sentence__c: { value: 'may not' } }));
    expect(await said(element)).toEqual(['verdict verdict_may-not: may not', 'verdict verdict_ask: c.Script_Only_When_Called']);
  });

  it('never says that calling is allowed without a verdict: not installed, not permitted, not decided', async () => {
    const person = await render(true);
    wire.emitErrors([{ message: "Field 'Consent_Verdict__c' in type 'RecordQuery' is undefined" }]);
    expect(await said(person)).toEqual(['verdict verdict_ask: c.Script_Natural_Person']);
    document.body.replaceChildren();
    const company = await render(false);
    wire.emit(answer());
    expect(await said(company)).toEqual(['verdict verdict_ask: c.Script_Nobody_Known']);
  });

  it('says when it was checked, and lets nobody rely on it, while there is no connection', async () => {
    const element = await render(false);
    wire.emit(answer({ Id: 'v1', Verdict__c: { value: 'May' }, Sentence__c: { value: 'may' } }));
    await Promise.resolve();
    Object.assign(element, { isOffline: true });
    expect(await said(element)).toEqual(['verdict verdict_ask: c.Script_Verdict_As_Of', 'verdict verdict_ask: may']);
    await expect(element).toBeAccessible();
  });

  it('says that it could not be checked instead of what the legal form would say', async () => {
    const element = await render(false);
    wire.emitErrors([{ message: 'Failed to fetch' }]);
    expect(await said(element)).toEqual(['verdict verdict_ask: c.Script_Verdict_Unchecked']);
  });
});
