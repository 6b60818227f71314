// Reads one FlexiPage: its regions, the components in them and their properties.
import type { XmlElement } from '../local-org/metadata/metadata-xml.ts';
import type { FlexiPage, PageComponent, PageRegion } from '../local-org/pages/site.ts';

const KINDS = ['AppPage', 'HomePage', 'RecordPage'] as const;

/** Throws for a page of a kind that the local pages do not have. */
export function readFlexiPage(name: string, file: XmlElement): FlexiPage {
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
    regions: regions.filter((region) => region.text('type') === 'Region').map((region) => readRegion(region, facets)),
  };
}

function readRegion(region: XmlElement, facets: ReadonlyMap<string, XmlElement>): PageRegion {
  return { name: region.required('name'), components: componentsOf(region, facets) };
}

function componentsOf(region: XmlElement, facets: ReadonlyMap<string, XmlElement>): readonly PageComponent[] {
  return region
    .all('itemInstances')
    .flatMap((item) => item.all('componentInstance'))
    .flatMap((instance) => readComponent(instance, facets));
}

/** Components that only hold others, such as tab sets, are taken apart: what is in their facets follows in order. */
function readComponent(instance: XmlElement, facets: ReadonlyMap<string, XmlElement>): readonly PageComponent[] {
  const properties = instance
    .all('componentInstanceProperties')
    .map((property) => [property.required('name'), property.text('value') ?? ''] as const);
  const held = properties.flatMap(([, value]) => facets.get(value) ?? []);
  if (held.length > 0) return held.flatMap((facet) => componentsOf(facet, facets));
  return [
    { name: instance.required('componentName'), properties: Object.fromEntries(properties.map(([key, value]) => [key, typed(value)])) },
  ];
}

function typed(value: string): string | boolean {
  return value === 'true' || value === 'false' ? value === 'true' : value;
}
