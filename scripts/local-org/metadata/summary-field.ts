// A roll-up summary field from its metadata: what it aggregates over which children.
import { MetadataRefusal } from './metadata-refusal.ts';
import type { XmlElement } from './metadata-xml.ts';
import type { Field, SummaryDefinition } from './schema.ts';

/** Reads the summary elements of `<CustomField>`. Throws MetadataRefusal when they do not make a roll-up. */
export function summaryDefinition(xml: XmlElement): SummaryDefinition {
  const operation = xml.required('summaryOperation');
  if (operation !== 'count' && operation !== 'sum' && operation !== 'min' && operation !== 'max') {
    throw new MetadataRefusal(xml.file, `<summaryOperation> is "${operation}", none of count, sum, min, max`);
  }
  const [childObject, foreignKeyField] = dotted(xml, xml.required('summaryForeignKey'));
  const summarized = xml.text('summarizedField');
  if ((summarized === undefined) !== (operation === 'count')) {
    throw new MetadataRefusal(xml.file, operation === 'count' ? 'counts, so it takes no <summarizedField>' : 'has no <summarizedField>');
  }
  const filters = xml.all('summaryFilterItems').map((item) => {
    if (item.names.includes('valueField'))
      throw new MetadataRefusal(xml.file, 'has <valueField> in a filter, which the local org does not implement');
    return { field: dotted(xml, item.required('field'))[1], operator: item.required('operation'), value: item.text('value') ?? '' };
  });
  return {
    operation,
    childObject,
    foreignKeyField,
    filters,
    ...(summarized === undefined ? {} : { summarizedField: dotted(xml, summarized)[1] }),
  };
}

/** A count has 18 digits and no decimals; the others take type and digits from the field they summarize, once all objects are known. */
export function roundedSummary(xml: XmlElement): { precision: number; scale: number } | Record<string, never> {
  return xml.text('summaryOperation') === 'count' ? { precision: 18, scale: 0 } : {};
}

/** The type, digits and length of a roll-up over a field of the child: those of that field. */
export function summarizedType(summary: Field, summarized: Field): Field {
  return { ...summary, type: summarized.type, precision: summarized.precision, scale: summarized.scale };
}

function dotted(xml: XmlElement, path: string): readonly [string, string] {
  const [object, field, ...rest] = path.split('.');
  if (!object || !field || rest.length > 0) throw new MetadataRefusal(xml.file, `"${path}" is not written Object.Field`);
  return [object, field];
}
