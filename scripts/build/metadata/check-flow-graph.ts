// Flows as a reviewer reads them: described, connected, without data elements in loops, and with a fault path wherever one can be.
import type { Check, Report } from './check.ts';
import { beginnings, connectorsOf, DATA_ELEMENTS, flowGraph, insideLoop, reachable, type FlowGraph } from './flow-graph.ts';
import { child, textOf } from './xml-document.ts';

/** What a flow may do before a record is saved (Salesforce Help, "Record-Triggered Flow Considerations"). */
const BEFORE_SAVE: ReadonlySet<string> = new Set([
  'assignments',
  'collectionProcessors',
  'customErrors',
  'decisions',
  'loops',
  'recordLookups',
  'transforms',
]);
const NAME =
  /^[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*_(?:BeforeSave|AfterSave|BeforeDelete|Scheduled|PlatformEvent|Screen|Sub)_[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*$/;
const LONGEST_DESCRIPTION = 255;
const LONGEST_FORMULA = 3900;

function checkDescription(graph: FlowGraph, report: Report): void {
  const { file } = graph;
  const description = textOf(file.root, 'description') ?? '';
  for (const word of ['Starts', 'Does', 'Writes'])
    if (!description.includes(word))
      report.advise(
        file,
        file.root,
        file.name,
        `Its description does not say "${word} …".`,
        'Describe what it starts on, does and writes.',
      );
  if (!NAME.test(file.name) || file.name.length > 80)
    report.advise(
      file,
      file.root,
      file.name,
      'Its name does not tell object, moment and purpose.',
      'Name it <Object>_<BeforeSave|AfterSave|Scheduled|PlatformEvent|Screen|Sub>_<Verb_Phrase>, at most 80 characters.',
    );
  if (textOf(file.root, 'status') !== 'Active')
    report.advise(file, child(file.root, 'status') ?? file.root, file.name, 'It would not run.', 'Set status to Active.');
  for (const one of [{ name: file.name, node: file.root }, ...graph.elements.values(), ...graph.resources.values()]) {
    const text = textOf(one.node, 'description');
    if (text === undefined) report.advise(file, one.node, one.name, 'It has no description.', 'Say in one sentence what it does and why.');
    else if (text.length > LONGEST_DESCRIPTION)
      report(
        file,
        one.node,
        one.name,
        `Its description has ${text.length} characters; Flow Builder takes ${LONGEST_DESCRIPTION}.`,
        'Shorten it.',
      );
  }
  for (const resource of graph.resources.values()) {
    const length = textOf(resource.node, 'expression')?.length ?? 0;
    if (length > LONGEST_FORMULA)
      report(
        file,
        resource.node,
        resource.name,
        `Its formula has ${length} characters; a flow takes ${LONGEST_FORMULA}.`,
        'Split it into several formulas.',
      );
  }
}

function checkConnections(graph: FlowGraph, report: Report): void {
  const { file } = graph;
  for (const part of [...(graph.start ? [graph.start] : []), ...[...graph.elements.values()].map((element) => element.node)]) {
    for (const [node, target] of connectorsOf(part))
      if (!graph.elements.has(target))
        report(file, node, target, 'There is no such element to go to.', 'Connect it to an existing element.');
  }
  const reached = reachable(graph, beginnings(graph));
  for (const element of graph.elements.values()) {
    if (!reached.has(element.name)) report.advise(file, element.node, element.name, 'Nothing leads to it.', 'Connect it or remove it.');
    const custom = element.kind === 'customErrors' || element.kind === 'decisions';
    if (DATA_ELEMENTS.has(element.kind) && !child(element.node, 'faultConnector'))
      report.advise(file, element.node, element.name, 'It has no fault path.', 'Add a faultConnector that tells what went wrong.');
    if (!custom && textOf(element.node, 'connector', 'targetReference') === element.name)
      report(file, element.node, element.name, 'It leads to itself.', 'Use a loop element.');
  }
  for (const loop of [...graph.elements.values()].filter((element) => element.kind === 'loops')) {
    for (const name of insideLoop(graph, loop)) {
      const element = graph.elements.get(name);
      if (element && DATA_ELEMENTS.has(element.kind))
        report.advise(
          file,
          element.node,
          name,
          `It runs once for each turn of the loop ${loop.name}.`,
          'Gather in the loop; read and write after it.',
        );
    }
  }
}

export const checkFlowGraphs: Check = (model, report) => {
  for (const file of model.tree.of('flow')) {
    const graph = flowGraph(file);
    checkDescription(graph, report);
    checkConnections(graph, report);
    for (const double of graph.doubles) report(file, double.node, double.name, 'The name is used twice.', 'Rename one of them.');
    if (graph.start && textOf(graph.start, 'triggerType') === 'RecordBeforeSave') {
      for (const element of graph.elements.values())
        if (!BEFORE_SAVE.has(element.kind))
          report(file, element.node, element.name, `A flow before save cannot hold ${element.kind}.`, 'Move it to a flow after save.');
    }
  }
};
