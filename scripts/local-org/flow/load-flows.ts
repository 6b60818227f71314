// Loads the active flows of package folders, in the order in which the platform runs them.
import { basename } from 'node:path';
import type { Schema } from '../metadata/schema.ts';
import { readMetadataXml } from '../metadata/metadata-xml.ts';
import type { XmlElement } from '../metadata/metadata-xml.ts';
import { packageFiles } from '../metadata/package-files.ts';
import { compileFlow } from './compile-flow.ts';
import type { Flow } from './flow.ts';
import { UnsupportedFlowElement } from './unsupported-flow-element.ts';

const SUFFIX = '.flow-meta.xml';

/** Trigger orders 1–1000 first, then flows without one, then 1001–2000; by name where that leaves it open. */
function rank({ trigger }: Flow): number {
  const order = trigger?.order;
  return order === undefined ? 1000.5 : order;
}

/**
 * Reads and compiles every active flow below the folders. Flows that are not active do not run and are not looked at.
 * Throws UnsupportedFlowElement (file and element) or MetadataRefusal (file) for what the local org would not execute faithfully.
 */
export function loadFlows(folders: readonly string[], schema: Schema): readonly Flow[] {
  const roots = new Map<string, XmlElement>();
  for (const file of packageFiles(folders, SUFFIX)) {
    const root = readMetadataXml(file, 'Flow');
    if (root.text('status') === 'Active') roots.set(basename(file, SUFFIX), root);
  }
  const compiled = new Map<string, Flow>();
  const open: string[] = [];
  const flow = (name: string): Flow | undefined => {
    const known = compiled.get(name);
    const root = roots.get(name);
    if (known || !root) return known;
    if (open.includes(name))
      throw new UnsupportedFlowElement(root.file, 'a subflow', `leads back to the flow itself: ${[...open, name].join(' → ')}`);
    open.push(name);
    const made = compileFlow(name, root, schema, flow);
    open.pop();
    compiled.set(name, made);
    return made;
  };
  for (const name of roots.keys()) flow(name);
  return [...compiled.values()].sort((left, right) => rank(left) - rank(right) || (left.name < right.name ? -1 : 1));
}
