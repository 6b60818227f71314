// The names that a formula of an object may use, by what the package and the platform say of them; what is unknown fits every place.
import type { FormulaReference, FormulaScope } from '../../local-org/formula/compiled-formula.ts';
import { followPath } from './field-paths.ts';
import type { PackageModel, PackageObject } from './package-model.ts';

/** Global variables whose fields are standard ones, mostly texts. */
const GLOBALS: ReadonlySet<string> = new Set([
  '$Profile',
  '$UserRole',
  '$Organization',
  '$Api',
  '$System',
  '$ObjectType',
  '$Action',
  '$Client',
]);
const UNKNOWN: FormulaReference = { type: 'null' };

/** A scope, and the names that it was asked for and could not tell the type of: what is built on them was judged in part. */
export interface JudgingScope extends FormulaScope {
  readonly unknown: ReadonlySet<string>;
}

export function modelScope(model: PackageModel, object: PackageObject): JudgingScope {
  const unknown = new Set<string>();
  const doubt = (name: string): FormulaReference => {
    unknown.add(name);
    return UNKNOWN;
  };
  const along = (from: PackageObject | undefined, path: readonly string[], name: string): FormulaReference | undefined => {
    const followed = from && followPath(from, path, model);
    if (!followed || 'open' in followed) return doubt(name);
    if ('missing' in followed) return followed.missing.includes('__') || from.custom ? undefined : doubt(name);
    return followed.field.inFormulas ?? doubt(name);
  };
  const global = (head: string, path: readonly string[], name: string): FormulaReference | undefined => {
    const [first = '', ...rest] = path;
    if (head === '$Label') return model.labels.some((label) => label.name === first) ? { type: 'text' } : undefined;
    if (head === '$Permission')
      return model.tree.of('customPermission').some((one) => one.name === first) ? { type: 'boolean' } : undefined;
    if (head === '$User') return along(model.objects.get('User'), path, name);
    if (head === '$Setup') return model.objects.has(first) ? along(model.objects.get(first), rest, name) : undefined;
    if (head === '$CustomMetadata') return customMetadata(path, name);
    return GLOBALS.has(head) ? doubt(name) : undefined;
  };
  const customMetadata = ([type = '', record = '', ...field]: readonly string[], name: string): FormulaReference | undefined => {
    const isThere = model.tree.of('md').some((one) => one.name === `${type.replace(/__mdt$/, '')}.${record}`);
    return isThere ? along(model.objects.get(type), field, name) : undefined;
  };
  return {
    unknown,
    resolve(name) {
      const [head = '', ...path] = name.split('.');
      return head.startsWith('$') ? global(head, path, name) : along(object, name.split('.'), name);
    },
  };
}
