// What a run leaves behind in its folder when it has come to its end: nothing that only a run which goes on needs.
import { existsSync } from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CONTACTS } from './consent/contacts-snapshot.ts';
import { SNAPSHOT } from './org-snapshot.ts';

/** Removes what the org held when the run began, and the failed rows of jobs. */
export async function forgetPreparation(runFolder: string): Promise<void> {
  for (const name of [SNAPSHOT, CONTACTS]) await rm(join(runFolder, name), { force: true });
  const results = join(runFolder, 'results');
  if (!existsSync(results)) return;
  const names = await readdir(results);
  for (const name of names) if (name.endsWith('-failed.csv')) await rm(join(results, name));
  if (names.every((name) => name.endsWith('-failed.csv'))) await rmdir(results);
}
