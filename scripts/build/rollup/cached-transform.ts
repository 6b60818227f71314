// Keeps on disk what the LWC compiler makes of installed packages, so that a build compiles only the project's own files.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, TransformResult } from 'rollup';

/** `salt` names everything else that the result depends on: versions and options of the compiler. */
export function cachedTransform(plugin: Plugin, salt: string, folder: string): Plugin {
  const { transform } = plugin;
  if (typeof transform !== 'function') throw new Error(`${plugin.name} has no plain transform to cache.`);
  mkdirSync(folder, { recursive: true });
  return {
    ...plugin,
    transform(code, id) {
      if (!id.includes('/node_modules/')) return transform.call(this, code, id);
      const key = createHash('sha256').update(salt).update('\0').update(id).update('\0').update(code).digest('hex');
      const file = path.join(folder, `${key}.json`);
      if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as TransformResult;
      const keep = (result: TransformResult): TransformResult => {
        // written beside and renamed: another build may read at the same time
        writeFileSync(`${file}.${process.pid}`, JSON.stringify(result ?? null));
        renameSync(`${file}.${process.pid}`, file);
        return result;
      };
      const result = transform.call(this, code, id);
      return result instanceof Promise ? result.then(keep) : keep(result as TransformResult);
    },
  };
}
