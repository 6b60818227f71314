// The components of a region or a tab, one below the other, as far as the user may see them.
import { LightningElement, api } from 'lwc';
import type { PageComponent } from '../../../../site.ts';
import { isVisible, type VisibilityFacts } from '../../../visibility.ts';

interface ShownComponent extends PageComponent {
  readonly isTabSet: boolean;
}

export default class PageItems extends LightningElement {
  @api components: readonly PageComponent[] = [];
  @api facts: VisibilityFacts | undefined;
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  get shown(): readonly ShownComponent[] {
    const { facts } = this;
    if (!facts) return [];
    return this.components
      .filter(({ visibility }) => isVisible(visibility, facts))
      .map((component) => ({ ...component, isTabSet: component.tabs !== undefined }));
  }
}
