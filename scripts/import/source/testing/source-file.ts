// Files for tests: fixtures by name, and temporary ones that disappear with the test.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

/** Path of a file in `source/__fixtures__`. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../__fixtures__/${name}`, import.meta.url));
}

/** Writes a file for the duration of a test; text is written as UTF-8. */
export function temporaryFile(context: TestContext, content: string | Uint8Array, name = 'source.csv'): string {
  const folder = mkdtempSync(join(tmpdir(), 'import-test-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
