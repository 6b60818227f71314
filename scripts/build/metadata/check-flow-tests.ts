// Flow tests: the flow, the elements and the fields that they speak of exist.
import type { Check, Report } from './check.ts';
import { followPath } from './field-paths.ts';
import { flowGraph, type FlowGraph } from './flow-graph.ts';
import type { PackageModel } from './package-model.ts';
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, descendants } from './xml-document.ts';

/** Points of a test that are no elements. */
const ENDS: ReadonlySet<string> = new Set(['Start', 'Finish']);

export const checkFlowTests: Check = (model, report) => {
  for (const file of model.tree.of('flowtest')) {
    const at = child(file.root, 'flowApiName') ?? file.root;
    const flow = model.tree.of('flow').find(({ name }) => name === at.text);
    if (flow) checkTest(file, flowGraph(flow), model, report);
    else report(file, at, at.text, 'There is no such flow.', 'Name a flow of the package.');
  }
};

function checkTest(file: SourceFile, graph: FlowGraph, model: PackageModel, report: Report): void {
  for (const node of childrenOf(file.root, 'testPoints').flatMap((point) => child(point, 'elementApiName') ?? []))
    if (!ENDS.has(node.text) && !graph.elements.has(node.text))
      report(file, node, node.text, 'The flow has no such element.', 'Name an element, or Start or Finish.');
  const object = model.objects.get(graph.object ?? '');
  for (const node of descendants(file.root)) {
    if (node.name === 'leftValueReference') {
      const [head = '', ...path] = node.text.split('.');
      const isRecord = head === '$Record' || head === '$Record__Prior';
      const followed = isRecord && object && path.length > 0 ? followPath(object, path, model) : undefined;
      if (followed && 'message' in followed)
        report.about(object?.custom ? '__c' : followed.missing)(file, node, node.text, followed.message, 'Name an existing field.');
      if (!head.startsWith('$') && !graph.elements.has(head) && !graph.resources.has(head) && !graph.inputs.has(head))
        report(file, node, node.text, 'The flow has nothing of this name.', 'Name an element or a resource of the flow.');
    } else if (node.name === 'sobjectValue') {
      for (const field of fieldsOf(node.text) ?? [])
        if (object && !object.fields.has(field))
          report.about(object.custom ? '__c' : field)(file, node, field, `${object.name} has no such field.`, 'Name an existing field.');
      if (!fieldsOf(node.text)) report(file, node, node.name, 'It is no record as JSON.', 'Write {"Field": value, …}.');
    }
  }
}

function fieldsOf(json: string): readonly string[] | undefined {
  try {
    return Object.keys(JSON.parse(json) as object).filter((name) => name !== 'attributes');
  } catch {
    return undefined;
  }
}
