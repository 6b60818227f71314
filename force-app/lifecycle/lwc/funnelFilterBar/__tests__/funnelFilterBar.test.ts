import { createElement } from 'lwc';
import '@sa11y/jest';
import FunnelFilterBar from 'c/funnelFilterBar';
import { getPicklistValues } from 'lightning/uiObjectInfoApi';

const picklistWire = getPicklistValues as unknown as { emit(value: unknown): void };
type Combobox = HTMLElement & { name: string; value: string; options: readonly { value: string }[] };

afterEach(() => document.body.replaceChildren());

describe('c-funnel-filter-bar', () => {
  it('offers what the org has, the user before others, and tells what is chosen', async () => {
    const element = createElement('c-funnel-filter-bar', { is: FunnelFilterBar });
    Object.assign(element, {
      filters: { days: 90, category: '', owner: '', vocabulary: '' },
      people: [
        { label: 'Me', value: '005000000000000000' },
        { label: 'Noor Noord', value: '005000000000001AAA' },
      ],
      vocabularies: [{ label: 'AIDA', value: 'a00000000000001AAA' }],
    });
    const told = jest.fn();
    element.addEventListener('filter', (event) => told((event as CustomEvent<object>).detail));
    document.body.appendChild(element);
    picklistWire.emit({ values: [{ label: 'Gas', value: 'Gas' }] });
    await Promise.resolve();
    const boxes = [...(element.shadowRoot?.querySelectorAll<Combobox>('lightning-combobox') ?? [])];
    expect(boxes.map(({ name, options }) => [name, options.map(({ value }) => value)])).toEqual([
      ['days', ['30', '90', '365']],
      ['category', ['', 'Gas']],
      ['owner', ['', '005000000000000000', 'nobody', '005000000000001AAA']],
      ['vocabulary', ['', 'a00000000000001AAA']],
    ]);
    expect(boxes[0]?.value).toBe('90');
    boxes[1]?.dispatchEvent(new CustomEvent('change', { detail: { value: 'Gas' } }));
    expect(told).toHaveBeenCalledWith({ name: 'category', value: 'Gas' });
    await expect(element).toBeAccessible();
  });
});
