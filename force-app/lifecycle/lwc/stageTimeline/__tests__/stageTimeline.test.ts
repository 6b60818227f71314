import { createElement } from 'lwc';
import '@sa11y/jest';
import StageTimeline from 'c/stageTimeline';
import { graphql } from 'lightning/graphql';
import { MOST_RECORDS } from '../timelineAnswer';

interface Config {
  readonly query?: string;
  readonly variables?: { readonly accountId?: string };
}
interface TestWire {
  emit(value: unknown, filter?: (config: Config) => boolean, refresh?: () => Promise<void>): void;
  emitErrors(errors: readonly { message: string }[], filter?: (config: Config) => boolean, refresh?: () => Promise<void>): void;
}
const wire = graphql as unknown as TestWire;

// the platform's stub makes every document undefined; these names let each query be answered by itself
jest.mock('../timelineQueries', () => ({
  QUERIES: Object.fromEntries(
    ['competitorContracts', 'ownContracts', 'assets', 'stages', 'tasks', 'meetings', 'feedback', 'exits', 'touches', 'campaigns'].map(
      (name) => [name, name],
    ),
  ),
}));
const SOURCES = [
  'competitorContracts',
  'ownContracts',
  'assets',
  'stages',
  'tasks',
  'meetings',
  'feedback',
  'exits',
  'touches',
  'campaigns',
];
const of =
  (name: string) =>
  ({ query }: Config): boolean =>
    query === name;
const ofNames = ({ query }: Config): boolean => query === undefined;

const value = (held: unknown): object => ({ value: held });
const CONNECTIONS: Readonly<Record<string, string>> = {
  competitorContracts: 'Competitor_Contract__c',
  ownContracts: 'Contract',
  assets: 'Asset',
  stages: 'Lifecycle_Position__c',
  tasks: 'Task',
  meetings: 'Event',
  feedback: 'Feedback__c',
  exits: 'Exit_Survey__c',
  touches: 'Event_Touch__c',
  campaigns: 'CampaignMember',
};
const answer = (name: string, nodes: readonly object[], hasNextPage = false): object => ({
  uiapi: { query: { [CONNECTIONS[name] ?? '']: { pageInfo: { hasNextPage }, edges: nodes.map((node) => ({ node })) } } },
});
const CONTRACT = {
  Id: 'c1',
  Competitor__r: { Id: 'p1', Name: value('Noordlicht Energie') },
  Product_Category__c: value('Gas'),
  End_Date__c: value('2026-12-31'),
  Decision_Date__c: value('2026-11-30'),
  Status__c: value('Active'),
};

const settle = (turns = 20): Promise<void> => Promise.resolve().then(() => (turns > 0 ? settle(turns - 1) : undefined));
const all = <Found extends HTMLElement = HTMLElement>(host: HTMLElement, css: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(css) ?? []),
];

async function render(): Promise<HTMLElement> {
  const element = createElement('c-stage-timeline', { is: StageTimeline });
  Object.assign(element, { recordId: 'a1', objectApiName: 'Account' });
  document.body.appendChild(element);
  await settle();
  return element;
}
/** Every source answers with nothing, but for those given. */
async function answerAll(given: Readonly<Record<string, readonly object[]>>): Promise<void> {
  wire.emit({ uiapi: { query: {} } }, ofNames);
  for (const name of SOURCES) wire.emit(answer(name, given[name] ?? []), of(name));
  await settle();
}

beforeAll(() => {
  // jsdom knows no sizes
  window.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  Element.prototype.getBoundingClientRect = () =>
    ({ left: 0, top: 0, right: 900, bottom: 500, width: 900, height: 500, x: 0, y: 0 }) as DOMRect;
});
beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-22T11:00:00Z'), doNotFake: ['queueMicrotask', 'setTimeout'] });
  window.localStorage.clear();
});
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-stage-timeline', () => {
  it('shows bones until every source has answered, so that nothing moves afterwards', async () => {
    const element = await render();
    expect(all(element, '.skeleton')).toHaveLength(1);
    wire.emit(answer('competitorContracts', [CONTRACT]), of('competitorContracts'));
    await settle();
    expect(all(element, '.skeleton')).toHaveLength(1);
    await answerAll({ competitorContracts: [CONTRACT] });
    expect(all(element, '.skeleton')).toHaveLength(0);
    expect(all(element, 'c-timeline-drawing')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('tells a new account what to do first', async () => {
    const element = await render();
    await answerAll({});
    const [message] = all<HTMLElement & { headline: string }>(element, 'c-state-message');
    expect(message?.headline).toBe('c.Timeline_Empty_Title');
    await expect(element).toBeAccessible();
  });

  it('names what is missing, what could not be loaded and what was cut off, and shows the rest', async () => {
    const element = await render();
    await answerAll({ competitorContracts: [CONTRACT] });
    wire.emitErrors([{ message: "Field 'Feedback__c' in type 'RecordQuery' is undefined" }], of('feedback'));
    wire.emitErrors([{ message: 'The org could not be reached.' }], of('tasks'));
    wire.emit(answer('campaigns', [], true), of('campaigns'));
    await settle();
    expect(all(element, '.note').map((note) => note.textContent?.trim())).toEqual([
      'c.Timeline_Hidden_Sources',
      'c.Timeline_Failed_Sources',
      'c.Timeline_More_Records',
    ]);
    expect(MOST_RECORDS).toBe(2000);
    expect(all(element, 'c-timeline-drawing')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['no-permission', "Field 'Task' in type 'RecordQuery' is undefined"],
    ['failed', 'The org could not be reached.'],
  ])('says %s when nothing at all came, and asks again on demand', async (failure, message) => {
    const element = await render();
    const refresh = jest.fn(() => Promise.resolve());
    wire.emit({ uiapi: { query: {} } }, ofNames);
    for (const name of SOURCES) wire.emitErrors([{ message }], of(name), refresh);
    await settle();
    const [card] = all<HTMLElement & { failure?: string }>(element, 'c-data-card');
    expect(card?.failure).toBe(failure);
    card?.dispatchEvent(new CustomEvent('refresh'));
    expect(refresh).toHaveBeenCalledTimes(SOURCES.length);
    await expect(element).toBeAccessible();
  });

  it('hides a kind, remembers it, and shows everything again when nothing is left', async () => {
    const element = await render();
    await answerAll({ competitorContracts: [CONTRACT] });
    const [kind] = all<HTMLButtonElement>(element, '.kind');
    expect([kind?.getAttribute('aria-pressed'), kind?.textContent]).toEqual(['true', expect.stringContaining('1')]);
    kind?.click();
    await settle();
    expect(all(element, 'c-timeline-drawing')).toHaveLength(0);
    expect(JSON.parse(window.localStorage.getItem('stageTimeline.005000000000000000') ?? '{}')).toMatchObject({ hidden: ['competitor'] });
    all(element, 'c-state-message')[0]?.dispatchEvent(new CustomEvent('action'));
    await settle();
    expect(all(element, 'c-timeline-drawing')).toHaveLength(1);
  });

  it('is a list when it was one last time, and on paper', async () => {
    window.localStorage.setItem('stageTimeline.005000000000000000', JSON.stringify({ view: 'list' }));
    const element = await render();
    await answerAll({ competitorContracts: [CONTRACT] });
    expect([all(element, 'c-timeline-drawing').length, all(element, 'c-timeline-list').length]).toEqual([0, 1]);
    all(element, '[data-view="drawing"]')[0]?.click();
    await settle();
    window.dispatchEvent(new CustomEvent('beforeprint'));
    await settle();
    const [whole] = all<HTMLElement & { isWhole: boolean }>(element, 'c-timeline-list.whole');
    expect(whole?.isWhole).toBe(true);
    window.dispatchEvent(new CustomEvent('afterprint'));
    await settle();
    expect(all(element, 'c-timeline-list.whole')).toHaveLength(0);
  });

  it('asks for nothing before it knows its account', async () => {
    const element = createElement('c-stage-timeline', { is: StageTimeline });
    document.body.appendChild(element);
    await settle();
    const asked: Config[] = [];
    wire.emit(undefined, (config) => asked.push(config) < 0);
    expect(asked.every(({ query }) => query === undefined)).toBe(true);
    expect(all<HTMLElement & { heading: string }>(element, 'c-data-card')[0]?.heading).toBe('c.Timeline_Title');
  });
});
