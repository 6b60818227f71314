// Standard objects of the platform with their fields, beyond those of the local org: names as jsforce's types of the standard schema tell them.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface PlatformObject {
  readonly fields: ReadonlySet<string>;
  /** Object that each parent relationship leads to, by the name of the relationship. */
  readonly parents: ReadonlyMap<string, string>;
}

const HEAD = /^type (?<part>Fields|ParentReferences)\$(?<object>\w+) = \{/;
const MEMBER = /^ {4}(?<name>\w+)\??: (?:SObjectDefinition\$(?<target>\w+))?/;

let read: ReadonlyMap<string, PlatformObject> | undefined;

/** Read once. The list is some releases old, so a standard name that it lacks may still exist. */
export function platformObjects(): ReadonlyMap<string, PlatformObject> {
  return (read ??= readDeclarations());
}

function readDeclarations(): ReadonlyMap<string, PlatformObject> {
  const main = createRequire(import.meta.url).resolve('jsforce');
  const source = readFileSync(path.join(main.slice(0, main.lastIndexOf('jsforce')), 'jsforce/lib/types/standard-schema.d.ts'), 'utf8');
  const objects = new Map<string, { readonly fields: Set<string>; readonly parents: Map<string, string> }>();
  let part = '';
  let object = '';
  for (const line of source.split('\n')) {
    const head = HEAD.exec(line)?.groups;
    if (head) [part, object] = [head['part'] ?? '', head['object'] ?? ''];
    else if (line.startsWith('}')) part = '';
    const member = part === '' ? undefined : MEMBER.exec(line)?.groups;
    if (!member?.['name']) continue;
    const known = objects.get(object) ?? { fields: new Set(), parents: new Map() };
    objects.set(object, known);
    if (part === 'Fields') known.fields.add(member['name']);
    else if (member['target'] !== undefined) known.parents.set(member['name'], member['target']);
  }
  return objects;
}
