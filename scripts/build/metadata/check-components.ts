// Lightning components: targets and properties of their configuration, and what pages set.
import type { Check, Report } from './check.ts';
import type { PackageModel } from './package-model.ts';
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, descendants, textOf } from './xml-document.ts';

/** Where a component may stand (Lightning Web Components Developer Guide, "XML Configuration File Elements"). */
const TARGETS: ReadonlySet<string> = new Set([
  ...['lightning__AppPage', 'lightning__HomePage', 'lightning__RecordPage', 'lightning__RecordAction', 'lightning__Tab'],
  ...['lightning__UtilityBar', 'lightning__FlowScreen', 'lightning__FlowAction', 'lightning__GlobalAction', 'lightning__Inbox'],
  ...['lightning__UrlAddressable', 'lightning__Dashboard', 'lightning__EnablementProgram', 'lightning__ServiceCloudVoiceToolkitApi'],
  ...['lightning__VoiceExtension', 'lightningCommunity__Page', 'lightningCommunity__Page_Layout', 'lightningCommunity__Default'],
  ...['lightningCommunity__Theme_Layout', 'lightningSnapin__ChatHeader', 'lightningSnapin__ChatMessage', 'lightningSnapin__Minimized'],
  ...['lightningSnapin__PreChat', 'lightningStatic__Email', 'analytics__Dashboard'],
]);
const TYPES: ReadonlySet<string> = new Set(['String', 'Integer', 'Boolean', 'Color', 'Picklist', 'ContentReference', 'Date', 'DateTime']);
/** Lists of a type, and the type that a flow chooses. */
const TYPE_FORM = /^\{?(?<type>[\w/:@.]+?)(?:\[\])?\}?$/;

function checkConfiguration(file: SourceFile, model: PackageModel, report: Report): void {
  const targets = new Set(childrenOf(child(file.root, 'targets') ?? file.root, 'target').map((node) => node.text));
  for (const node of childrenOf(child(file.root, 'targets') ?? file.root, 'target'))
    if (!TARGETS.has(node.text)) report(file, node, node.text, 'There is no such target.', 'Name a target such as lightning__AppPage.');
  if (textOf(file.root, 'isExposed') === 'true' && targets.size === 0)
    report.advise(file, file.root, file.name, 'It is exposed, but has no target to stand in.', 'Add <targets>, or set isExposed to false.');
  for (const config of childrenOf(child(file.root, 'targetConfigs') ?? file.root, 'targetConfig')) {
    for (const target of (config.attributes['targets'] ?? '').split(',').map((text) => text.trim()))
      if (!targets.has(target)) report(file, config, target, 'It is configured, but is none of the targets.', 'Add it to <targets>.');
    const names = childrenOf(config, 'property').map((node) => node.attributes['name'] ?? '');
    for (const node of childrenOf(config, 'property')) {
      const { name = '', type = '' } = node.attributes;
      const isGeneric = type.startsWith('{');
      const single = TYPE_FORM.exec(type)?.groups?.['type'] ?? '';
      if (!isGeneric && !TYPES.has(single) && !type.startsWith('@salesforce/schema') && !type.startsWith('apex://'))
        report(file, node, name, `"${type}" is no type of a property.`, `Choose one of: ${[...TYPES].join(', ')}.`);
      if (names.indexOf(name) !== names.lastIndexOf(name)) report(file, node, name, 'The property stands twice.', 'Keep one of them.');
      if (!hasProperty(file.name, name, model))
        report(file, node, name, 'The component has no public property of this name.', `Declare it: @api ${name}.`);
    }
    for (const node of childrenOf(child(config, 'objects') ?? config, 'object'))
      if (!model.objects.has(node.text))
        report.about(node.text)(file, node, node.text, 'There is no such object.', 'Name an existing object.');
  }
}

/** True as well when the code makes its properties in a way that cannot be read here. */
function hasProperty(component: string, name: string, model: PackageModel): boolean {
  const code = model.tree.components.filter((source) => source.component === component && /\.(?:ts|js)$/.test(source.path));
  return code.length === 0 || code.some(({ text }) => new RegExp(`@api\\s+(?:get\\s+|set\\s+)?${name}\\b`).test(text));
}

/** Names of the properties that a component's configuration offers; undefined for components of Aura, whose design files are not read. */
export function propertiesOf(component: string, model: PackageModel): ReadonlySet<string> | undefined {
  const file = model.tree.of('js').find(({ name }) => name === component);
  return (
    file && new Set([...descendants(file.root)].filter(({ name }) => name === 'property').map((node) => node.attributes['name'] ?? ''))
  );
}

/** Properties that a page gives to a component must be those of its configuration. */
function checkPages(model: PackageModel, report: Report): void {
  for (const page of model.tree.of('flexipage')) {
    for (const instance of [...descendants(page.root)].filter(({ name }) => name === 'componentInstance')) {
      const properties = propertiesOf((textOf(instance, 'componentName') ?? '').replace(/^c:/, ''), model);
      for (const node of properties ? childrenOf(instance, 'componentInstanceProperties') : []) {
        const name = textOf(node, 'name') ?? '';
        // height, icon and the like belong to the place in a utility bar
        if (textOf(node, 'type') !== 'decorator' && !properties?.has(name))
          report(page, node, name, `${textOf(instance, 'componentName')} has no such property.`, 'Name a property of its configuration.');
      }
    }
  }
}

export const checkComponents: Check = (model, report) => {
  for (const file of model.tree.of('js')) checkConfiguration(file, model, report);
  checkPages(model, report);
};
