// Translated words of objects, fields and picklists, by language.
import type { XmlElement } from './metadata-xml.ts';
import type { ObjectDefinition } from './object-definition.ts';
import type { Field, Picklist } from './schema.ts';

export interface FieldTranslation {
  readonly label?: string;
  readonly inlineHelpText?: string;
  /** Translated picklist labels by master label. */
  readonly values: ReadonlyMap<string, string>;
}

export interface ObjectTranslation {
  readonly label?: string;
  readonly labelPlural?: string;
  readonly nameFieldLabel?: string;
  readonly errorMessages: ReadonlyMap<string, string>;
  readonly fields: ReadonlyMap<string, FieldTranslation>;
}

/** Stands among the objects for all of them: the words of fields that every object has. */
export const EVERY_OBJECT = '*';

/** All translated words of one language. */
export interface Translation {
  readonly objects: Map<string, ObjectTranslation>;
  /** Translated labels of a global value set, by its name and then by master label. */
  readonly valueSets: Map<string, ReadonlyMap<string, string>>;
}

/** Reads `<CustomObjectTranslation>` and the `<CustomFieldTranslation>` files beside it. */
export function objectTranslation(root: XmlElement, fieldFiles: readonly XmlElement[]): ObjectTranslation {
  const caseValue = (plural: boolean): string | undefined =>
    root
      .all('caseValues')
      .find((value) => value.flag('plural') === plural)
      ?.text('value');
  return {
    ...words({ label: caseValue(false), labelPlural: caseValue(true), nameFieldLabel: root.text('nameFieldLabel') }),
    errorMessages: new Map(root.all('validationRules').flatMap((rule) => pair(rule, 'name', 'errorMessage'))),
    fields: new Map([...root.all('fields'), ...fieldFiles].map((field) => [field.required('name'), fieldTranslation(field)])),
  };
}

function fieldTranslation(field: XmlElement): FieldTranslation {
  return {
    ...words({ label: field.text('label'), inlineHelpText: field.text('help') }),
    values: valueTranslations(field, 'picklistValues'),
  };
}

/** Master label → translation of `<picklistValues>` or `<valueTranslation>` elements; untranslated ones are left out. */
export function valueTranslations(parent: XmlElement, element: string): ReadonlyMap<string, string> {
  return new Map(parent.all(element).flatMap((value) => pair(value, 'masterLabel', 'translation')));
}

function pair(element: XmlElement, key: string, value: string): readonly (readonly [string, string])[] {
  const text = element.text(value);
  return text === undefined ? [] : [[element.required(key), text]];
}

/** An object with its words in a language; what has no translation stays as it is. */
export function translatedObject(object: ObjectDefinition, translation: Translation): ObjectDefinition {
  const own = translation.objects.get(object.name);
  return {
    ...object,
    ...words({ label: own?.label, labelPlural: own?.labelPlural }),
    fields: object.fields.map((definition) => ({
      ...definition,
      field: translatedField(definition.field, own, translation),
    })),
    validationRules: object.validationRules.map((rule) => ({ ...rule, ...words({ errorMessage: own?.errorMessages.get(rule.name) }) })),
  };
}

function translatedField(field: Field, object: ObjectTranslation | undefined, translation: Translation): Field {
  const own = object?.fields.get(field.name);
  const named = own?.label ?? (field.nameField ? object?.nameFieldLabel : undefined);
  const label = named ?? translation.objects.get(EVERY_OBJECT)?.fields.get(field.name)?.label;
  const picklist = field.picklist && translatedPicklist(field.picklist, own, translation);
  return { ...field, ...words({ label, inlineHelpText: own?.inlineHelpText }), ...(picklist ? { picklist } : {}) };
}

function translatedPicklist(picklist: Picklist, own: FieldTranslation | undefined, translation: Translation): Picklist {
  const shared = picklist.valueSetName === undefined ? undefined : translation.valueSets.get(picklist.valueSetName);
  return {
    ...picklist,
    values: picklist.values.map((value) => ({ ...value, label: own?.values.get(value.label) ?? shared?.get(value.label) ?? value.label })),
  };
}

/** The texts that are there. */
function words<K extends string>(texts: Record<K, string | undefined>): { readonly [P in K]?: string } {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)) as { readonly [P in K]?: string };
}
