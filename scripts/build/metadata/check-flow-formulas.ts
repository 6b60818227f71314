// Flows compiled as the local org would run them: formulas parsed and typed, conditions and assignments of matching types.
import { basename } from 'node:path';
import { loadFlows } from '../../local-org/flow/load-flows.ts';
import { UnsupportedFlowElement } from '../../local-org/flow/unsupported-flow-element.ts';
import type { Schema } from '../../local-org/metadata/schema.ts';
import type { Check } from './check.ts';
import { childrenOf, descendants } from './xml-document.ts';

/** The check of a package whose schema could be made; the local org stops at the first flow it refuses, so this tells one at a time. */
export function flowFormulaCheck(folders: readonly string[], schema: Schema): Check {
  return (model, report) => {
    try {
      loadFlows(folders, schema);
    } catch (error) {
      if (!(error instanceof UnsupportedFlowElement)) throw error;
      const file = model.tree.of('flow').find((flow) => basename(flow.path) === basename(error.file));
      if (!file) throw error;
      const node = [...descendants(file.root)].find((one) => childrenOf(one, 'name').some((name) => error.element.includes(name.text)));
      report(
        file,
        node ?? file.root,
        error.element,
        error.message.replace(`${error.file}: ${error.element} `, 'It '),
        'Correct it, or use an element that the local org runs.',
      );
    }
  };
}
