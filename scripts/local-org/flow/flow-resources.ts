// The resources that a flow file declares: variables, constants, formulas, text templates, and the outputs of its elements.
import type { FormulaType } from '../formula/compiled-formula.ts';
import type { XmlElement } from '../metadata/metadata-xml.ts';
import type { FlowValue, Resource } from './flow.ts';
import type { FlowBuilder } from './flow-builder.ts';

const TYPES: Readonly<Record<string, FormulaType | 'record'>> = {
  String: 'text',
  Picklist: 'text',
  Multipicklist: 'text',
  Number: 'number',
  Currency: 'number',
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
  SObject: 'record',
};

function typeOf(builder: FlowBuilder, xml: XmlElement, element: string): FormulaType | 'record' {
  const name = xml.required('dataType');
  const type = TYPES[name];
  if (type === undefined) throw builder.refusal(element, `has the data type ${name}, which the local org does not implement`);
  return type;
}

function variable(builder: FlowBuilder, xml: XmlElement, name: string): Resource {
  builder.onlyKnown(xml, name, ['dataType', 'isCollection', 'isInput', 'isOutput', 'objectType', 'scale', 'value']);
  const type = typeOf(builder, xml, name);
  const collection = xml.flag('isCollection') === true;
  const object = type === 'record' ? builder.object(xml.text('objectType'), name) : undefined;
  const source = builder.value(xml.all('value')[0], name);
  if (source.literal === undefined)
    throw builder.refusal(name, 'starts with a reference, which the local org does not implement; use an assignment');
  const empty: FlowValue = collection ? [] : object ? {} : null;
  return builder.names.stored(type, collection, object, source.literal ?? empty);
}

/** Declares what may be named; gives the names of formulas and templates, which are compiled when first named. */
export function declareResources(builder: FlowBuilder, root: XmlElement): readonly string[] {
  const { names } = builder;
  const later: string[] = [];
  for (const xml of root.all('variables')) {
    const name = xml.required('name');
    names.add(name, variable(builder, xml, name));
  }
  for (const xml of root.all('constants')) {
    const name = xml.required('name');
    builder.onlyKnown(xml, name, ['dataType', 'value']);
    const source = builder.value(xml.all('value')[0], name);
    names.add(name, { type: typeOf(builder, xml, name), collection: false, read: source.read });
  }
  for (const xml of root.all('formulas')) {
    const name = xml.required('name');
    builder.onlyKnown(xml, name, ['dataType', 'expression', 'scale']);
    const type = typeOf(builder, xml, name);
    names.addLater(name, () =>
      builder.guarded(name, () => names.formulaResource(name, xml.required('expression'), type, xml.number('scale'))),
    );
    later.push(name);
  }
  for (const xml of root.all('textTemplates')) {
    const name = xml.required('name');
    builder.onlyKnown(xml, name, ['text', 'isViewedAsPlainText']);
    names.addLater(name, () => ({ type: 'text', collection: false, read: builder.text(xml.text('text') ?? '', name).read }));
    later.push(name);
  }
  return later;
}

/** Declares the values that elements themselves hold: found records, the item of a loop, the id of a created record, outputs of subflows. */
export function declareOutputs(builder: FlowBuilder, root: XmlElement): void {
  const { names } = builder;
  const automatic = (xml: XmlElement): boolean => xml.flag('storeOutputAutomatically') === true;
  for (const xml of root.all('recordLookups').filter(automatic)) {
    const name = xml.required('name');
    const collection = xml.flag('getFirstRecordOnly') !== true;
    names.add(name, names.stored('record', collection, builder.object(xml.text('object'), name), collection ? [] : null));
  }
  for (const xml of root.all('recordCreates').filter(automatic))
    names.add(xml.required('name'), names.stored('text', false, undefined, null));
  for (const xml of root.all('collectionProcessors')) fromCollection(builder, xml, true);
  for (const xml of root.all('loops')) if (xml.text('assignNextValueToReference') === undefined) fromCollection(builder, xml, false);
  for (const xml of root.all('subflows').filter(automatic)) names.add(xml.required('name'), subflowOutputs(builder, xml));
}

/** The output of an element that works on a collection has the type of its items. */
function fromCollection(builder: FlowBuilder, xml: XmlElement, collection: boolean): void {
  const name = xml.required('name');
  builder.names.addLater(name, () => {
    const source = builder.resource(xml.required('collectionReference'), name);
    return builder.names.stored(source.type, collection, source.object, collection ? [] : null);
  });
}

/** `Subflow.output`: the slots of the finished subflow are kept whole in one slot of the caller. */
function subflowOutputs(builder: FlowBuilder, xml: XmlElement): Resource {
  const name = xml.required('name');
  const kept = builder.names.stored('record', false, undefined, null);
  return {
    ...kept,
    member(output) {
      const variable = builder.flow(xml.required('flowName'), name).program.outputs.get(output.toLowerCase());
      return (
        variable && {
          type: variable.type,
          collection: variable.collection,
          ...(variable.object ? { object: variable.object } : {}),
          read(interview) {
            const inner = kept.read(interview);
            if (inner === null) return null;
            const outer = interview.slots;
            interview.slots = inner as FlowValue[];
            const value = variable.read(interview);
            interview.slots = outer;
            return value;
          },
        }
      );
    },
  };
}

/** Compiles the formulas and templates that nothing has named yet, so that what is wrong in them is refused too. */
export function compileRest(builder: FlowBuilder, later: readonly string[]): void {
  for (const name of later) builder.resource(name, name);
}
