import { createElement } from 'lwc';
import CampaignAudience from 'c/campaignAudience';
import { saveEach } from 'c/recordBatch';
import { graphql } from 'lightning/graphql';

jest.mock('c/recordBatch', () => ({ saveEach: jest.fn() }));
const save = saveEach as jest.Mock;

// sfdx-lwc-jest replaces wire adapters by test adapters, which the platform's types do not know
interface TestWire {
  emit(
    value: unknown,
    filter?: (config: { readonly query?: unknown; readonly variables?: Readonly<Record<string, unknown>> }) => boolean,
  ): void;
  emitErrors(
    errors: readonly { message: string }[],
    filter?: (config: { readonly query?: unknown; readonly variables?: Readonly<Record<string, unknown>> }) => boolean,
  ): void;
}
const graphqlWire = graphql as unknown as TestWire;
const settle = (turns = 8): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const value = <T>(of: T): { readonly value: T } => ({ value: of });
const connection = (nodes: readonly object[]): object => ({ edges: nodes.map((node) => ({ node })) });
const groups = (all: readonly object[]): object => connection(all.map((aggregate) => ({ aggregate })));

const has =
  (name: string) =>
  ({ variables }: { readonly variables?: object }): boolean =>
    Boolean(variables && name in variables);
/** Queries that wait for a choice are given it as well, and find nothing of theirs in it. */
const CAMPAIGNS = {
  uiapi: {
    aggregate: {},
    query: {
      Campaign: connection([{ Id: '701000000000001AAA', Name: value('Stroom'), Type: value('Email'), IsActive: value(true) }]),
      Frequency_Policy__c: connection([{ Person_Campaigns__c: value(8), Rolling_Days__c: value(30), Rolling_Touches__c: value(4) }]),
    },
  },
};
const PEOPLE = {
  uiapi: {
    query: {
      Contact: connection([
        { Id: '003000000000001AAA', Name: value('Anna Peters'), Account: { Id: '001', Name: value('Bakkerij') } },
        { Id: '003000000000002AAA', Name: value('Bram Bos'), Account: null },
      ]),
    },
  },
};
const CHECK = {
  uiapi: {
    query: { CampaignMember: connection([]) },
    aggregate: { running: groups([{ ContactId: value('003000000000002AAA'), Id: { count: value(8) } }]), rolling: groups([]) },
  },
};

async function chosen(): Promise<HTMLElement> {
  const element = createElement('c-campaign-audience', { is: CampaignAudience });
  Object.assign(element, { today: '2026-11-22' });
  document.body.appendChild(element);
  await settle();
  graphqlWire.emit(CAMPAIGNS);
  await settle();
  const campaign = element.shadowRoot?.querySelector('lightning-combobox');
  campaign?.dispatchEvent(new CustomEvent('change', { detail: { value: '701000000000001AAA' } }));
  await settle();
  graphqlWire.emit(PEOPLE, has('where'));
  await settle();
  graphqlWire.emit(CHECK, has('members'));
  await settle();
  return element;
}
const boxes = (element: HTMLElement): HTMLInputElement[] => [...(element.shadowRoot?.querySelectorAll('input') ?? [])];
const brand = (element: HTMLElement): Element | null | undefined =>
  [...(element.shadowRoot?.querySelectorAll('lightning-button') ?? [])].at(-1);
afterEach(() => document.body.replaceChildren());

describe('c-campaign-audience', () => {
  it('lets only those be chosen whom the campaign may take, and says why not the others', async () => {
    const element = await chosen();
    expect(boxes(element).map(({ disabled }) => disabled)).toEqual([false, true]);
    const rows = [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent);
    expect(rows[0]).toContain('Audience_May');
    expect(rows[1]).toContain('Frequency_Person_Full');
    await expect(element).toBeAccessible();
  });

  it('keeps who was refused chosen, with the words of the org', async () => {
    const element = await chosen();
    const [box] = boxes(element);
    if (box) box.checked = true;
    box?.dispatchEvent(new CustomEvent('change'));
    await settle();
    save.mockResolvedValue([{ saved: false, words: 'may not be mailed' }]);
    brand(element)?.dispatchEvent(new CustomEvent('click'));
    await settle(20);
    expect(element.shadowRoot?.querySelector('.refusal')?.textContent).toContain('may not be mailed');
    expect(boxes(element)[0]?.checked).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('tells a lost connection, and keeps the choice', async () => {
    const element = await chosen();
    const [box] = boxes(element);
    if (box) box.checked = true;
    box?.dispatchEvent(new CustomEvent('change'));
    await settle();
    save.mockRejectedValue(new Error('gone'));
    brand(element)?.dispatchEvent(new CustomEvent('click'));
    await settle(20);
    expect(element.shadowRoot?.querySelector('.refusal')?.textContent).toContain('Audience_Not_Reached');
    expect(boxes(element)[0]?.checked).toBe(true);
  });
});
