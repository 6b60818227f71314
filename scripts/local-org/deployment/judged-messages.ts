// What a deployment came to, component by component: findings of the judge and of the local org itself, by the names that the client sent.
import type { ComponentMessage, FileProperties } from '../api/metadata/metadata-service.ts';
import { componentKey, contentOf, saysTheSame, type ComponentContent } from './component-content.ts';
import type { Fault } from './judge.ts';
import { componentsIn } from './overlay.ts';

/**
 * Messages for every component that came in: refused where a fault stands in its file; faults elsewhere are told as well. `before` is what
 * the org held, to tell what is new or different.
 */
export async function judgedMessages(
  incoming: readonly FileProperties[],
  faults: readonly Fault[],
  source: string,
  before: ComponentContent,
): Promise<readonly ComponentMessage[]> {
  const zipFiles = new Map(incoming.map((one) => [componentKey(one.type, one.fullName), one.fileName]));
  const components = await componentsIn(source);
  const after = contentOf(components);
  const failures = faults.map(({ file, line, problem }): ComponentMessage => {
    const component = components.find(
      ({ xml, content, type }) => file === xml || (content !== undefined && type.name !== 'CustomObject' && file.startsWith(content)),
    );
    const [type, fullName] = [component?.type.name ?? '', component?.fullName ?? file];
    return {
      componentType: type,
      fullName,
      fileName: zipFiles.get(componentKey(type, fullName)) ?? '',
      success: false,
      created: false,
      changed: false,
      deleted: false,
      problem,
      lineNumber: line,
    };
  });
  const failed = new Set(failures.map(({ componentType, fullName }) => componentKey(componentType, fullName)));
  const successes = incoming
    .filter(({ type, fullName }) => !failed.has(componentKey(type, fullName)))
    .map(({ type, fullName, fileName }): ComponentMessage => {
      const key = componentKey(type, fullName);
      const created = !before.has(key);
      if (!after.has(key)) return refusedWithItsFile(type, fullName, fileName);
      return {
        componentType: type,
        fullName,
        fileName,
        success: true,
        created,
        changed: !created && !saysTheSame(key, before, after),
        deleted: false,
      };
    });
  return [...failures, ...successes];
}

/** A part of an object that was left out. */
function refusedWithItsFile(componentType: string, fullName: string, fileName: string): ComponentMessage {
  const problem = 'What it belongs to was refused.';
  return { componentType, fullName, fileName, success: false, created: false, changed: false, deleted: false, problem };
}
