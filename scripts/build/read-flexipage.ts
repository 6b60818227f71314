// Reads one FlexiPage: its regions, the components and tab sets in them, their properties and who sees them.
import type { XmlElement } from '../local-org/metadata/metadata-xml.ts';
import type { FlexiPage, PageComponent, PageTab, PageText } from '../local-org/pages/site.ts';
import { readVisibility } from './read-visibility.ts';

const KINDS = ['AppPage', 'HomePage', 'RecordPage', 'UtilityBar'] as const;
const TAB_SET = 'flexipage:tabset';
const TAB = 'flexipage:tab';
const LABEL = /^\{!\$Label\.(?:c\.)?(\w+)\}$/;

/** What the components of a page refer to. */
interface PageContext {
  readonly facets: ReadonlyMap<string, XmlElement>;
  /** Custom labels by name. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Throws for a page of a kind that the local pages do not have, and for what its components refer to but is not there. */
export function readFlexiPage(name: string, file: XmlElement, labels: ReadonlyMap<string, string>): FlexiPage {
  const type = file.required('type');
  const kind = KINDS.find((known) => known === type);
  if (!kind) throw new Error(`${file.file} is a ${type}, which the local pages do not have.`);
  const regions = file.all('flexiPageRegions');
  const facets = new Map(regions.filter((region) => region.text('type') === 'Facet').map((region) => [region.required('name'), region]));
  const objectApiName = file.text('sobjectType');
  return {
    name,
    label: file.required('masterLabel'),
    kind,
    ...(objectApiName ? { objectApiName } : {}),
    template: file.all('template')[0]?.required('name') ?? '',
    regions: regions
      .filter((region) => region.text('type') === 'Region')
      .map((region) => ({ name: region.required('name'), components: componentsOf(region, { facets, labels }) })),
  };
}

function componentsOf(region: XmlElement, context: PageContext): readonly PageComponent[] {
  return instancesOf(region).map((instance) => readComponent(instance, context));
}

function instancesOf(region: XmlElement): readonly XmlElement[] {
  return region.all('itemInstances').flatMap((item) => {
    if (item.names.includes('fieldInstance'))
      throw new Error(`${region.file} has fields of its own (dynamic forms), which the local pages do not have.`);
    return item.all('componentInstance');
  });
}

function readComponent(instance: XmlElement, context: PageContext): PageComponent {
  const name = instance.required('componentName');
  const properties = propertiesOf(instance);
  const component = {
    identifier: instance.text('identifier') ?? name,
    name,
    ...visibilityOf(instance),
  };
  if (name !== TAB_SET) return { ...component, properties: { ...typedProperties(properties), ...listsOf(instance) } };
  const tabs = instancesOf(facet(properties.get('tabs'), instance, context)).map((tab) => readTab(tab, context));
  return { ...component, properties: {}, tabs };
}

function readTab(instance: XmlElement, context: PageContext): PageTab {
  const name = instance.required('componentName');
  if (name !== TAB) throw new Error(`${instance.file} has ${name} in a tab set, where only tabs belong.`);
  const properties = propertiesOf(instance);
  return {
    name: instance.text('identifier') ?? properties.get('body') ?? name,
    title: readText(properties.get('title') ?? '', instance, context),
    isOpenAtStart: properties.get('active') === 'true',
    ...visibilityOf(instance),
    components: componentsOf(facet(properties.get('body'), instance, context), context),
  };
}

function readText(text: string, instance: XmlElement, { labels }: PageContext): PageText {
  const label = LABEL.exec(text)?.[1];
  if (label === undefined) return { text };
  const words = labels.get(label);
  if (words === undefined) throw new Error(`${instance.file} names the label ${label}, which is not in force-app.`);
  return { text: words, label };
}

function facet(name: string | undefined, instance: XmlElement, { facets }: PageContext): XmlElement {
  const found = facets.get(name ?? '');
  if (!found) throw new Error(`${instance.file} names the facet ${name ?? '(none)'}, which the page does not have.`);
  return found;
}

/** Properties that hold several values, such as the columns of a related list. */
function listsOf(instance: XmlElement): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    instance.all('componentInstanceProperties').flatMap((property) => {
      const [list] = property.all('valueList');
      return list ? [[property.required('name'), list.all('valueListItems').map((item) => item.required('value'))] as const] : [];
    }),
  );
}

function propertiesOf(instance: XmlElement): ReadonlyMap<string, string> {
  return new Map(
    instance
      .all('componentInstanceProperties')
      .filter((property) => !property.names.includes('valueList'))
      .map((property) => [property.required('name'), property.text('value') ?? '']),
  );
}

function typedProperties(properties: ReadonlyMap<string, string>): PageComponent['properties'] {
  return Object.fromEntries(
    [...properties].map(([name, value]) => [name, value === 'true' || value === 'false' ? value === 'true' : value]),
  );
}

function visibilityOf(instance: XmlElement): Pick<PageComponent, 'visibility'> {
  const [rule] = instance.all('visibilityRule');
  return rule ? { visibility: readVisibility(rule) } : {};
}
