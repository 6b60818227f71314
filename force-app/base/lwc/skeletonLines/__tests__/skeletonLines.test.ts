import { createElement } from 'lwc';
import SkeletonLines from 'c/skeletonLines';

describe('c-skeleton-lines', () => {
  afterEach(() => document.body.replaceChildren());

  it('draws as many lines as asked for, hidden from screen readers, which hear words instead', async () => {
    const element = createElement('c-skeleton-lines', { is: SkeletonLines });
    Object.assign(element, { lines: '4', says: 'Loading the calls' });
    document.body.appendChild(element);
    expect(element.shadowRoot?.querySelectorAll('[aria-hidden="true"] .bone')).toHaveLength(4);
    expect(element.shadowRoot?.querySelector('[role="status"]')?.textContent).toBe('Loading the calls');
    await expect(element).toBeAccessible();
  });

  it('is silent where its owner speaks', () => {
    const element = createElement('c-skeleton-lines', { is: SkeletonLines });
    document.body.appendChild(element);
    expect(element.shadowRoot?.querySelector('[role="status"]')).toBeNull();
  });
});
