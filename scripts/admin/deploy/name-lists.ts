// The names of list views in the language of an org: no metadata translates them, so that an org has one name for all its readers.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type ListNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Names the lists of the staged package in a language such as `nl_NL`, as `namesFolder` has them: a file for each language, by object and
 * list. In a language without a file they keep their English names. Gives how many were named.
 */
export function nameLists(stage: string, language: string, namesFolder: string): number {
  const file = path.join(namesFolder, `${language}.json`);
  if (!existsSync(file)) return 0;
  const names = JSON.parse(readFileSync(file, 'utf8')) as ListNames;
  const lists = Object.entries(names).flatMap(([object, ofObject]) =>
    Object.entries(ofObject).map(([list, name]) => ({ object, list, name })),
  );
  return lists.filter((one) => nameList(stage, one)).length;
}

/** Of a standard object several folders may have lists. */
function nameList(
  stage: string,
  { object, list, name }: { readonly object: string; readonly list: string; readonly name: string },
): boolean {
  const [file] = globSync(`force-app/*/objects/${object}/listViews/${list}.listView-meta.xml`, { cwd: stage });
  if (file === undefined) return false;
  const target = path.join(stage, file);
  const escaped = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  writeFileSync(
    target,
    readFileSync(target, 'utf8').replace(/<label>[^<]*<\/label>/, () => `<label>${escaped}</label>`),
  );
  return true;
}
