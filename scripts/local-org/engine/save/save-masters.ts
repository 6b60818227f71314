// Saving masters whose roll-ups changed: through the whole order of execution, on behalf of the platform.
import type { SaveError } from '../../../platform/save-result.ts';
import type { SaveContext } from '../org-core.ts';
import type { SaveMasters } from './apply-roll-ups.ts';

export function saveMasters(context: SaveContext): SaveMasters {
  const inner: SaveContext = { ...context, depth: context.depth + 1, view: undefined, system: true };
  return (object, rows) => {
    const results = context.core.saves.update(inner, object, rows, { allOrNone: false });
    const errors = new Map<string, readonly SaveError[]>();
    for (const [index, result] of results.entries()) if (!result.success) errors.set(rows[index]?.Id ?? '', result.errors);
    return errors;
  };
}
