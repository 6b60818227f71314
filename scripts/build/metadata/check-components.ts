// Lightning components: targets and properties of their configuration, the components and schema that their code asks for, and what pages set.
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
const SCHEMA = /@salesforce\/schema\/([\w.]+)/g;
const CODE_IMPORT = /from\s+['"]c\/(\w+)['"]/g;
const TAG = /<c-([a-z0-9-]+)/g;

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
      if (!TYPES.has(type) && !type.startsWith('@salesforce/schema') && !type.startsWith('apex://'))
        report(file, node, name, `"${type}" is no type of a property.`, `Choose one of: ${[...TYPES].join(', ')}.`);
      if (names.indexOf(name) !== names.lastIndexOf(name)) report(file, node, name, 'The property stands twice.', 'Keep one of them.');
      if (!hasProperty(file.name, name, model))
        report(file, node, name, 'The component has no public property of this name.', `Declare it: @api ${name}.`);
    }
    for (const node of childrenOf(child(config, 'objects') ?? config, 'object'))
      if (!model.objects.has(node.text)) report(file, node, node.text, 'There is no such object.', 'Name an existing object.');
  }
}

/** True as well when the code makes its properties in a way that cannot be read here. */
function hasProperty(component: string, name: string, model: PackageModel): boolean {
  const code = model.tree.components.filter((source) => source.component === component && /\.(?:ts|js)$/.test(source.path));
  return code.length === 0 || code.some(({ text }) => new RegExp(`@api\\s+(?:get\\s+|set\\s+)?${name}\\b`).test(text));
}

/** What code and templates name must be there; a page of a bundle's own file is told by that file. */
function checkCode(model: PackageModel, report: Report): void {
  for (const { path, component, text } of model.tree.components) {
    const bundle = model.tree.of('js').find((file) => file.name === component);
    if (!bundle) continue;
    const tell = (name: string, message: string, fix: string): void => report({ ...bundle, path }, bundle.root, name, message, fix);
    const named = [...text.matchAll(CODE_IMPORT)].map(([, name = '']) => name);
    const tags = path.endsWith('.html') ? [...text.matchAll(TAG)].map(([, tag = '']) => camelCase(tag)) : [];
    for (const name of [...named, ...tags])
      if (!model.components.has(name)) tell(name, 'There is no such component.', 'Name an existing component.');
    for (const [, reference = ''] of text.matchAll(SCHEMA)) {
      const [object = '', field] = reference.split('.');
      const found = model.objects.get(object);
      if (!found) tell(reference, 'There is no such object.', 'Name an existing object.');
      else if (field !== undefined && !field.endsWith('__r') && found.custom && !found.fields.has(field))
        tell(reference, 'There is no such field.', 'Name an existing field.');
    }
  }
}

function camelCase(tag: string): string {
  return tag.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Properties that a page gives to a component must be those of its configuration. */
function checkPages(model: PackageModel, report: Report): void {
  const known = new Map(
    model.tree
      .of('js')
      .map((file) => [
        file.name,
        new Set([...descendants(file.root)].filter(({ name }) => name === 'property').map((node) => node.attributes['name'] ?? '')),
      ]),
  );
  for (const page of model.tree.of('flexipage')) {
    for (const instance of [...descendants(page.root)].filter(({ name }) => name === 'componentInstance')) {
      const properties = known.get((textOf(instance, 'componentName') ?? '').replace(/^c:/, ''));
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
  checkCode(model, report);
  checkPages(model, report);
};
