// Flows compiled as the local org would run them: formulas parsed and typed, conditions and assignments of matching types; else their formulas alone.
import { basename } from 'node:path';
import type { FormulaScope } from '../../local-org/formula/compiled-formula.ts';
import { compileFormula } from '../../local-org/formula/compile-formula.ts';
import { loadFlows } from '../../local-org/flow/load-flows.ts';
import { UnsupportedFlowElement } from '../../local-org/flow/unsupported-flow-element.ts';
import type { Schema } from '../../local-org/metadata/schema.ts';
import type { Check } from './check.ts';
import { child, childrenOf, descendants } from './xml-document.ts';

/** Elements, triggers and actions that exist, but that the local org does not run. */
const NOT_RUN = /the local org|not implement/;
/** Every name fits every place. */
const ANYTHING: FormulaScope = { resolve: () => ({ type: 'null' }) };

/** The formulas of flows by themselves, without the types of what they name. */
export const bareFormulaCheck: Check = (model, report) => {
  for (const file of model.tree.of('flow'))
    for (const node of childrenOf(file.root, 'formulas').flatMap((formula) => child(formula, 'expression') ?? [])) {
      try {
        compileFormula(node.text, ANYTHING, { setting: 'flow' });
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const tell = NOT_RUN.test(message) ? report.unjudged : report;
        tell(file, node, 'expression', message, 'Correct the formula.');
      }
    }
};

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
      const message = error.message.replace(`${error.file}: ${error.element} `, 'It ');
      if (model.isLocalOrg || !NOT_RUN.test(message))
        report(file, node ?? file.root, error.element, message, 'Correct it, or use an element that the local org runs.');
      else {
        report.unjudged(file, node ?? file.root, error.element, message, 'Only an org can judge what the local org does not run.');
        bareFormulaCheck(model, report);
      }
    }
  };
}
