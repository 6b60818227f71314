// Everything that the built pages depend on, as one digest.
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const INPUTS = [
  'force-app/**/lwc/**/*.{ts,html,css}',
  'force-app/**/*.{labels,translation,objectTranslation,app,tab,flexipage,layout,listView,compactLayout}-meta.xml',
  'scripts/local-org/pages/{browser,words}/**/*.{ts,html,css,json}',
  'scripts/local-org/pages/site.ts',
  'scripts/build/**/*.ts',
  'package-lock.json',
];

/** Changes when a file is changed, added, removed or renamed; tests do not count. */
export function inputsDigest(root: string, mode: string): string {
  const hash = createHash('sha256').update(mode);
  const files = INPUTS.flatMap((pattern) => globSync(pattern, { cwd: root })).filter((file) => !/\.test\.ts$|__tests__/.test(file));
  for (const file of [...new Set(files)].sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  return hash.digest('hex');
}
