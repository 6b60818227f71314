// One component on a page, by the name that FlexiPages give it; one that the local pages do not have is refused by name.
import { LightningElement, api, getComponentDef } from 'lwc';
import components from 'pages:components';
import unsupported from '@salesforce/label/shell.Unsupported_Component';
import { fillLabel } from 'c/labelText';
import DynamicRelatedList from 'shell/dynamicRelatedList';
import RecordDetail from 'shell/recordDetail';
import RecordHighlights from 'shell/recordHighlights';
import RelatedLists from 'shell/relatedLists';
import { DYNAMIC_LIST } from '../../../related-lists.ts';

type ComponentClass = typeof LightningElement;

/** Standard components of record pages, as far as the local pages have them. */
const STANDARD: Readonly<Record<string, ComponentClass>> = {
  'force:detailPanel': RecordDetail,
  'force:highlightsPanel': RecordHighlights,
  'force:relatedListContainer': RelatedLists,
  [DYNAMIC_LIST]: DynamicRelatedList,
};

export default class PageComponent extends LightningElement {
  @api properties: Readonly<Record<string, unknown>> = {};
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  constructorOfComponent: ComponentClass | undefined;
  refusal = '';

  private componentName = '';

  @api
  get name(): string {
    return this.componentName;
  }
  set name(name: string) {
    this.componentName = name;
    void this.load(name);
  }

  get allProperties(): Readonly<Record<string, unknown>> {
    return { ...this.properties, ...this.recordProperties };
  }

  /** As on the platform: a component that declares recordId and objectApiName gets them from the page it is on. */
  private get recordProperties(): Readonly<Record<string, unknown>> {
    const { recordId, objectApiName, constructorOfComponent } = this;
    const declared = constructorOfComponent ? getComponentDef(constructorOfComponent).props : {};
    const given = { recordId, objectApiName };
    return Object.fromEntries(Object.entries(given).filter(([name, value]) => value !== undefined && Object.hasOwn(declared, name)));
  }

  private async load(name: string): Promise<void> {
    const load = components[name.replace(/^c:/, '')];
    const standard = STANDARD[name];
    this.refusal = (standard ?? load) ? '' : fillLabel(unsupported, name);
    this.constructorOfComponent = standard ?? (load ? (await load()).default : undefined);
  }
}
