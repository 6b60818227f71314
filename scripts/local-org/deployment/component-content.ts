// What components say, to tell those that a deployment changes from those that it leaves as they were.
import { readFileSync } from 'node:fs';
import type { SourceComponent } from '@salesforce/source-deploy-retrieve';

/** The components below a folder by type and name; what they say is read when it is asked for. */
export interface ComponentContent {
  has(key: string): boolean;
  /** The files of a component, in the order of their paths. Parts that share a file with others, such as labels, have that file. */
  files(key: string): readonly Buffer[];
}

export function componentKey(type: string, fullName: string): string {
  return `${type} ${fullName}`;
}

export function contentOf(components: readonly SourceComponent[]): ComponentContent {
  const byKey = new Map(components.map((component) => [componentKey(component.type.name, component.fullName), component]));
  const read = new Map<string, Buffer>();
  return {
    has: (key) => byKey.has(key),
    files: (key) =>
      filesOf(byKey.get(key)).map((file) => {
        const known = read.get(file) ?? readFileSync(file);
        read.set(file, known);
        return known;
      }),
  };
}

/** Whether a component says the same in both. */
export function saysTheSame(key: string, one: ComponentContent, other: ComponentContent): boolean {
  const [these, those] = [one.files(key), other.files(key)];
  return these.length === those.length && these.every((file, at) => file.equals(those[at] ?? Buffer.alloc(0)));
}

/** The parts of an object are components of their own. */
function filesOf(component: SourceComponent | undefined): readonly string[] {
  if (!component) return [];
  const content = component.type.children ? [] : component.walkContent();
  return [...(component.xml === undefined ? [] : [component.xml]), ...content].sort();
}
