// A page as its FlexiPage describes it: the regions of its template with the components that the user may see.
import { LightningElement, api, wire } from 'lwc';
import { getRecord, type RecordRepresentation, type RecordWire } from 'lightning/uiRecordApi';
import type { FlexiPage as FlexiPageDefinition, PageComponent, Visibility } from '../../../../site.ts';
import { customPermission, session, userPermission } from '../../../session.ts';
import { fieldPaths, type VisibilityFacts } from '../../../visibility.ts';
import { fieldAt } from './field-at.ts';

interface ShownRegion {
  readonly name: string;
  readonly regionClass: string;
  readonly components: readonly PageComponent[];
}

/** Region names of the templates that these pages can lay out, by template. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  'flexipage:defaultAppHomeTemplate': ['main'],
  'flexipage:recordHomeTemplateDesktop': ['header', 'main', 'sidebar'],
  'home:desktopTemplate': ['top', 'bottomLeft', 'bottomRight', 'sidebar'],
};

export default class FlexiPage extends LightningElement {
  @api page: FlexiPageDefinition | undefined;
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  userId = session().userId;
  record: RecordRepresentation | undefined;
  user: RecordRepresentation | undefined;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$recordFields' })
  readRecord({ data }: RecordWire): void {
    this.record = data;
  }
  @wire(getRecord, { recordId: '$userId', optionalFields: '$userFields' })
  readUser({ data }: RecordWire): void {
    this.user = data;
  }

  get recordFields(): readonly string[] {
    return fieldPaths('record', this.rules).map((path) => `${this.objectApiName}.${path}`);
  }
  get userFields(): readonly string[] {
    return fieldPaths('user', this.rules).map((path) => `User.${path}`);
  }
  private get rules(): readonly (Visibility | undefined)[] {
    return (this.page?.regions ?? []).flatMap(({ components }) => rulesOf(components));
  }

  get regions(): readonly ShownRegion[] {
    return (this.page?.regions ?? [])
      .filter(({ components }) => components.length > 0)
      .map((region) => ({ ...region, regionClass: `region region_${region.name}` }));
  }
  /** A template that is not known here is refused, not guessed. */
  get refusal(): string {
    const known = TEMPLATES[this.page?.template ?? ''];
    const strange = this.regions.find(({ name }) => !known?.includes(name));
    return known && !strange ? '' : `${this.page?.template ?? ''} ${strange?.name ?? ''}`.trim();
  }
  get gridClass(): string {
    return this.regions.some(({ name }) => name === 'sidebar') ? 'regions regions_with-sidebar' : 'regions';
  }
  get facts(): VisibilityFacts {
    return {
      hasCustomPermission: (name) => customPermission(name) === true,
      hasUserPermission: (name) => userPermission(name) === true,
      formFactor: session().formFactor,
      userField: (path) => fieldAt(this.user, path),
      recordField: (path) => fieldAt(this.record, path),
    };
  }
}

function rulesOf(components: readonly PageComponent[]): readonly (Visibility | undefined)[] {
  return components.flatMap(({ visibility, tabs = [] }) => [
    visibility,
    ...tabs.flatMap((tab) => [tab.visibility, ...rulesOf(tab.components)]),
  ]);
}
