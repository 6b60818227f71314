// The Dutch translations for an org without consent: the same files, less the labels and objects that such an org does not have.
import { cpSync, globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const TRANSLATION = /[ \t]*<customLabels>\s*<label>[\s\S]*?<\/label>\s*<name>([^<]+)<\/name>\s*<\/customLabels>\r?\n?/g;

/** Removes the translations of labels from the text of a translation file. */
export function withoutLabels(translation: string, labels: ReadonlySet<string>): string {
  return translation.replaceAll(TRANSLATION, (whole, name: string) => (labels.has(name) ? '' : whole));
}

/** Copies force-app/dutch to a folder of its own without the words of one package folder, and gives that folder. */
export function dutchWithout(folder: string, project: string): string {
  const labels = new Set(
    globSync(`force-app/${folder}/labels/*.labels-meta.xml`, { cwd: project }).flatMap((file) =>
      [...readFileSync(path.join(project, file), 'utf8').matchAll(/<fullName>([^<]+)<\/fullName>/g)].map((found) => found[1] ?? ''),
    ),
  );
  const copy = path.join(mkdtempSync(path.join(tmpdir(), 'dutch-')), 'dutch');
  cpSync(path.join(project, 'force-app/dutch'), copy, { recursive: true });
  for (const file of globSync('translations/*.translation-meta.xml', { cwd: copy })) {
    const target = path.join(copy, file);
    writeFileSync(target, withoutLabels(readFileSync(target, 'utf8'), labels));
  }
  return copy;
}
