// A page as its FlexiPage describes it: regions with components.
import { LightningElement, api } from 'lwc';
import type { FlexiPage as FlexiPageDefinition, PageComponent } from '../../../../site.ts';

interface ShownRegion {
  readonly name: string;
  readonly regionClass: string;
  readonly components: readonly (PageComponent & { readonly key: string })[];
}

/** Regions that stand beside the main one where there is room. */
const ASIDE = /sidebar|right|left/i;

export default class FlexiPage extends LightningElement {
  @api page: FlexiPageDefinition | undefined;
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  get regions(): readonly ShownRegion[] {
    return (this.page?.regions ?? []).map((region) => ({
      name: region.name,
      regionClass: ASIDE.test(region.name) ? 'region region_aside' : `region region_${region.name === 'header' ? 'header' : 'main'}`,
      components: region.components.map((component, index) => ({ ...component, key: `${index} ${component.name}` })),
    }));
  }
  get gridClass(): string {
    return this.regions.some(({ regionClass }) => regionClass.includes('aside')) ? 'regions regions_two' : 'regions';
  }
}
