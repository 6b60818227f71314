import { createElement } from 'lwc';
import '@sa11y/jest';
import CallHistory from 'c/callHistory';
import { graphql } from 'lightning/graphql';

const wire = graphql as unknown as { emit(value: unknown, filter?: unknown, refresh?: () => Promise<void>): void };

afterEach(() => document.body.replaceChildren());

it('tells the latest calls with what was answered, and nothing where there are none', async () => {
  const element = createElement('c-call-history', { is: CallHistory }) as HTMLElement & { refresh: () => Promise<void> };
  Object.assign(element, { accountId: 'a1' });
  document.body.appendChild(element);
  const refresh = jest.fn().mockResolvedValue(undefined);
  wire.emit({ uiapi: { query: { Call_Outcome__c: { edges: [] } } } });
  await Promise.resolve();
  expect(element.shadowRoot?.textContent).toBe('');
  const call = {
    Id: 'o1',
    Outcome__c: { value: 'Interested', displayValue: 'Interested' },
    Called_At__c: { value: '2026-11-22T10:00:00.000Z' },
    Answer_1__c: { value: 'Summer' },
    Objection__c: { value: 'Too dear' },
    Next_Step__c: { value: 'Visit', displayValue: 'Visit' },
    Next_Step_Date__c: { value: '2026-12-01' },
  };
  wire.emit({ uiapi: { query: { Call_Outcome__c: { edges: [{ node: call }] } } } }, undefined, refresh);
  await Promise.resolve();
  const details = [...(element.shadowRoot?.querySelectorAll('.details li') ?? [])].map((item) => item.textContent);
  expect(details[0]).toBe('Summer');
  expect(details[1]).toBe('“Too dear”');
  expect(details[2]).toMatch(/^→ Visit .*2026/);
  await expect(element).toBeAccessible();
  await element.refresh();
  expect(refresh).toHaveBeenCalledTimes(1);
});
