// The `@salesforce/...` modules: what the platform answers at compile time is read from the session when a page starts.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rollup';

export interface SalesforceModulesOptions {
  /** Custom labels of the package, in their own language, by full name. */
  readonly labels: ReadonlyMap<string, string>;
  /** The shell's own words, in English. */
  readonly shellWords: ReadonlyMap<string, string>;
  /** Module that exports `word(name, fallback)`, `setting(name, fallback)`, `userId()`, `formFactor()` and the permissions of the user. */
  readonly sessionModule: string;
  /** Folder with the English labels and settings that come with the base components. */
  readonly baseComponentDefaults: string;
}

const PREFIX = '\0salesforce:';
const FORM_FACTOR = '@salesforce/client/formFactor';

export function salesforceModules(options: SalesforceModulesOptions): Plugin {
  const session = JSON.stringify(options.sessionModule);
  const fallbackOf = (id: string): string | undefined => {
    const file = path.join(options.baseComponentDefaults, `${id.replaceAll('/', '-')}.js`);
    return existsSync(file) ? JSON.stringify(file) : undefined;
  };

  function label(name: string, id: string): string | undefined {
    const own = name.startsWith('c.') ? options.labels : name.startsWith('shell.') ? options.shellWords : undefined;
    if (own) {
      const value = own.get(name.slice(name.indexOf('.') + 1));
      if (value === undefined) throw new Error(`There is no label ${name}.`);
      return `import { word } from ${session};\nexport default word(${JSON.stringify(name)}, ${JSON.stringify(value)});`;
    }
    const fallback = fallbackOf(id);
    return (
      fallback &&
      `import english from ${fallback};\nimport { word } from ${session};\nexport default word(${JSON.stringify(name)}, english);`
    );
  }

  function source(id: string): string | undefined {
    const [, kind = '', ...rest] = id.split('/');
    const name = rest.join('/');
    if (kind === 'label') return label(name, id);
    if (kind === 'i18n') {
      const fallback = fallbackOf(id);
      return (
        fallback &&
        `import usual from ${fallback};\nimport { setting } from ${session};\nexport default setting(${JSON.stringify(name)}, usual);`
      );
    }
    if (kind === 'schema') {
      const [objectApiName, ...field] = name.split('.');
      return `export default ${JSON.stringify(field.length > 0 ? { objectApiName, fieldApiName: field.join('.') } : { objectApiName })};`;
    }
    if (kind === 'customPermission' || kind === 'userPermission')
      return `import { ${kind} } from ${session};\nexport default ${kind}(${JSON.stringify(name)});`;
    if (id === FORM_FACTOR) return `import { formFactor } from ${session};\nexport default formFactor();`;
    if (id === '@salesforce/user/Id') return `import { userId } from ${session};\nexport default userId();`;
    return undefined;
  }

  return {
    name: 'salesforce-modules',
    resolveId: {
      order: 'pre',
      handler(id, importer) {
        // the base components stay those of a desktop: on a phone they expect the Salesforce app around them
        if (id === FORM_FACTOR && importer?.includes('/lightning-base-components/')) return null;
        return id.startsWith('@salesforce/') && source(id) !== undefined ? `${PREFIX}${id}` : null;
      },
    },
    load: (id) => (id.startsWith(PREFIX) ? (source(id.slice(PREFIX.length)) ?? null) : null),
  };
}
