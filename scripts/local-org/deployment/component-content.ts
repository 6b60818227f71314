// What components say, to tell those that a deployment changes from those that it leaves as they were.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SourceComponent } from '@salesforce/source-deploy-retrieve';

/** Fingerprint of each component by type and name. Parts that share a file with others, such as labels, have the fingerprint of the file. */
export type ComponentContent = ReadonlyMap<string, string>;

export function componentKey(type: string, fullName: string): string {
  return `${type} ${fullName}`;
}

export function contentOf(components: readonly SourceComponent[]): ComponentContent {
  const files = new Map<string, Buffer>();
  const read = (file: string): Buffer => {
    const known = files.get(file) ?? readFileSync(file);
    files.set(file, known);
    return known;
  };
  return new Map(
    components.map((component) => {
      const hash = createHash('sha1');
      for (const file of filesOf(component)) hash.update(read(file));
      return [componentKey(component.type.name, component.fullName), hash.digest('base64')];
    }),
  );
}

/** The parts of an object are components of their own. */
function filesOf(component: SourceComponent): readonly string[] {
  const content = component.type.children ? [] : component.walkContent();
  return [...(component.xml === undefined ? [] : [component.xml]), ...content].sort();
}
