// Code and templates of Lightning components: the schema, labels, classes, resources and components that they name, and words that nobody can translate.
import type { Check, Tell } from './check.ts';
import { followPath } from './field-paths.ts';
import type { PackageModel } from './package-model.ts';
import type { ComponentSource, SourceFile } from './source-tree.ts';

const SCHEMA = /@salesforce\/schema\/([\w.]+)/g;
const CODE_IMPORT = /from\s+['"]c\/(\w+)['"]/g;
const TAG = /<c-([a-z0-9-]+)/g;
const COMMENT = /<!--[\s\S]*?-->/g;
/** Text between tags, and attributes whose text people read or hear. */
const SHOWN_TEXT = />([^<>{}]*\p{L}{2}[^<>{}]*)</gu;
const SHOWN_ATTRIBUTE = /\s(?:label|title|placeholder|alternative-text|aria-label|alt)="([^"{}]*\p{L}{2}[^"{}]*)"/gu;

/** What may be imported from the org besides schema and labels: the kind of its file, by the first part of the name. */
const IMPORTS: Readonly<Record<string, readonly [kind: string, what: string]>> = {
  apex: ['cls', 'Apex class'],
  customPermission: ['customPermission', 'custom permission'],
  messageChannel: ['messageChannel', 'message channel'],
  resourceUrl: ['resource', 'static resource'],
};
const IMPORT = /@salesforce\/(apex|customPermission|messageChannel|resourceUrl)\/(\w+)/g;

export const checkComponentCode: Check = (model, report) => {
  for (const source of model.tree.components) {
    const bundle = model.tree.of('js').find((file) => file.name === source.component);
    if (!bundle) continue;
    const at =
      (tell: Tell) =>
      (index: number, name: string, message: string, fix: string): void =>
        tell({ ...bundle, path: source.path }, lineAt(bundle, source, index), name, message, fix);
    checkNames(source, model, at(report));
    checkSchema(source, model, (name, ...told) => at(report.about(name))(...told));
    if (source.path.endsWith('.html')) checkWords(source, at(report.advise));
  }
};

type TellAt = (index: number, name: string, message: string, fix: string) => void;

function lineAt({ root }: SourceFile, { text }: ComponentSource, index: number): SourceFile['root'] {
  return { ...root, line: text.slice(0, index).split('\n').length };
}

function checkNames({ path, text }: ComponentSource, model: PackageModel, tell: TellAt): void {
  const code = [...text.matchAll(CODE_IMPORT)].map(({ 1: name = '', index }) => ({ name, index }));
  const tags = path.endsWith('.html') ? [...text.matchAll(TAG)].map(({ 1: tag = '', index }) => ({ name: camelCase(tag), index })) : [];
  for (const { name, index } of [...code, ...tags])
    if (!model.components.has(name)) tell(index, name, 'There is no such component.', 'Name an existing component.');
  for (const { 1: from = '', 2: named = '', index } of text.matchAll(IMPORT)) {
    const [kind = '', what = ''] = IMPORTS[from] ?? [];
    const name = kind === 'messageChannel' ? named.replace(/__c$/, '') : named;
    if (!model.tree.of(kind).some((file) => file.name === name)) tell(index, name, `There is no such ${what}.`, 'Name one of the package.');
  }
}

function checkSchema({ text }: ComponentSource, model: PackageModel, tell: (missing: string, ...told: Parameters<TellAt>) => void): void {
  for (const { 1: reference = '', index } of text.matchAll(SCHEMA)) {
    const [name = '', ...path] = reference.split('.');
    const object = model.objects.get(name);
    if (!object) {
      tell(name, index, reference, 'There is no such object.', 'Name an existing object.');
      continue;
    }
    const followed = path.length === 0 || path.at(-1)?.endsWith('__r') ? undefined : followPath(object, path, model);
    if (followed && 'message' in followed)
      tell(object.custom ? '__c' : followed.missing, index, reference, 'There is no such field.', followed.message);
  }
}

/** Every word on the screen is a label, so that it can be translated. */
function checkWords({ text }: ComponentSource, tell: TellAt): void {
  const bare = text.replace(COMMENT, (comment) => ' '.repeat(comment.length));
  for (const pattern of [SHOWN_TEXT, SHOWN_ATTRIBUTE])
    for (const { 1: words = '', index } of bare.matchAll(pattern))
      tell(
        index,
        words.trim().slice(0, 40),
        'The words stand in the template, where nobody can translate them.',
        'Make them a custom label.',
      );
}

function camelCase(tag: string): string {
  return tag.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
