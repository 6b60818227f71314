// Where the metadata that was deployed to a local org lies: a Salesforce project in source format inside the org's folder.
import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

/**
 * A copy of a project to try a deployment on; what stood there is replaced. Its files are links to the same content, which costs a tenth of
 * copying them: whoever changes one there puts another in its place, with `putFile` or `putLink`.
 */
export function copyProject(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const place = join(to, entry.parentPath.slice(from.length), entry.name);
    if (entry.isDirectory()) mkdirSync(place, { recursive: true });
    else linkSync(join(entry.parentPath, entry.name), place);
  }
}

/** A file with this text in the place of whatever stood there. */
export function putFile(place: string, text: string): void {
  rmSync(place, { force: true });
  writeFileSync(place, text);
}

/** A link to a file in the place of whatever stood there. */
export function putLink(place: string, file: string): void {
  rmSync(place, { force: true });
  linkSync(file, place);
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
