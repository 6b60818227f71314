// Modules that exist only in the build, by their name.
import type { Plugin } from 'rollup';

export function generatedModules(sources: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'generated-modules',
    resolveId: { order: 'pre', handler: (id) => (Object.hasOwn(sources, id) ? `\0${id}` : null) },
    load: (id) => (id.startsWith('\0') ? (sources[id.slice(1)] ?? null) : null),
  };
}
