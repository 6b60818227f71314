// `@{reference.path}` in composite requests: values out of the answers of earlier requests.
import { ApiError } from '../../../platform/api-error.ts';

const REFERENCE = /@\{([A-Za-z]\w*)((?:\.\w+|\[\d+\])*)\}/g;

/**
 * Replaces references in a text, or in every text of a JSON value. A text that is one reference alone takes the value's own type.
 * Throws ApiError 400 PROCESSING_HALTED when the reference names a request that failed or a value that is not there.
 */
export function resolveReferences(value: unknown, results: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string') return resolveText(value, results);
  if (Array.isArray(value)) return value.map((entry) => resolveReferences(entry, results));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, resolveReferences(entry, results)]));
}

function resolveText(text: string, results: ReadonlyMap<string, unknown>): unknown {
  const whole = /^@\{([A-Za-z]\w*)((?:\.\w+|\[\d+\])*)\}$/.exec(text);
  if (whole) return lookUp(results, whole[1] ?? '', whole[2] ?? '');
  return text.replaceAll(REFERENCE, (_, name: string, path: string) => String(lookUp(results, name, path)));
}

function lookUp(results: ReadonlyMap<string, unknown>, name: string, path: string): unknown {
  if (!results.has(name)) throw new ApiError(400, 'PROCESSING_HALTED', `Invalid reference specified. No value for ${name}${path} found`);
  let value = results.get(name);
  for (const [, member, index] of path.matchAll(/\.(\w+)|\[(\d+)\]/g)) {
    const next: unknown =
      typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[member ?? index ?? ''] : undefined;
    if (next === undefined) throw new ApiError(400, 'PROCESSING_HALTED', `Invalid reference specified. No value for ${name}${path} found`);
    value = next;
  }
  return value;
}
