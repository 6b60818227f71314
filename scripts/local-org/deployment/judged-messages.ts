// What a deployment came to, component by component: findings of the judge and of the local org itself, by the names that the client sent.
import type { ComponentMessage, FileProperties } from '../api/metadata/metadata-service.ts';
import type { Fault } from './judge.ts';
import { componentsIn } from './overlay.ts';

/** Messages for every component that came in: refused where a fault stands in its file; faults elsewhere are told as well. */
export async function judgedMessages(
  incoming: readonly FileProperties[],
  faults: readonly Fault[],
  source: string,
  isKnown: (type: string, fullName: string) => boolean,
): Promise<readonly ComponentMessage[]> {
  const zipFiles = new Map(incoming.map((one) => [`${one.type} ${one.fullName}`, one.fileName]));
  const components = faults.length > 0 ? await componentsIn(source) : [];
  const failures = faults.map(({ file, line, problem }): ComponentMessage => {
    const component = components.find(
      ({ xml, content, type }) => file === xml || (content !== undefined && type.name !== 'CustomObject' && file.startsWith(content)),
    );
    const [type, fullName] = [component?.type.name ?? '', component?.fullName ?? file];
    return {
      componentType: type,
      fullName,
      fileName: zipFiles.get(`${type} ${fullName}`) ?? '',
      success: false,
      created: false,
      changed: false,
      deleted: false,
      problem,
      lineNumber: line,
    };
  });
  const failed = new Set(failures.map(({ componentType, fullName }) => `${componentType} ${fullName}`));
  const successes = incoming
    .filter(({ type, fullName }) => !failed.has(`${type} ${fullName}`))
    .map(({ type, fullName, fileName }): ComponentMessage => {
      const isThere = isKnown(type, fullName);
      return { componentType: type, fullName, fileName, success: true, created: !isThere, changed: isThere, deleted: false };
    });
  return [...failures, ...successes];
}
