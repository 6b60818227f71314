// Where the metadata that was deployed to a local org lies: a Salesforce project in source format inside the org's folder.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT = { packageDirectories: [{ path: 'force-app', default: true }] };
/** Where the sf CLI's library puts what it converts. */
const DEFAULT_PACKAGE = join('force-app', 'main', 'default');

/** Makes a project that holds no metadata, unless there is one; gives the folder that its metadata goes in. */
export function openSourceProject(folder: string): string {
  const source = sourceOf(folder);
  mkdirSync(source, { recursive: true });
  const file = join(folder, 'sfdx-project.json');
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(PROJECT));
  return source;
}

export function sourceOf(project: string): string {
  return join(project, DEFAULT_PACKAGE);
}

/** A copy of a project to try a deployment on; what stood there is replaced. */
export function copyProject(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}

/** Puts a project in the place of another. A crash between the two steps leaves the old one beside it, where `recoverProject` finds it. */
export function replaceProject(project: string, next: string): void {
  const old = `${project}-old`;
  rmSync(old, { recursive: true, force: true });
  renameSync(project, old);
  renameSync(next, project);
  rmSync(old, { recursive: true, force: true });
}

/** Puts back what a crash inside `replaceProject` left aside. */
export function recoverProject(project: string): void {
  if (!existsSync(project) && existsSync(`${project}-old`)) renameSync(`${project}-old`, project);
}
