// Subflow: runs another flow inside the interview, with values handed in and out.
import type { FlowValue, Interview, Resource } from '../flow.ts';
import type { ElementCompiler } from './element.ts';

export const subflow: ElementCompiler = (builder, xml, node) => {
  builder.onlyKnown(xml, node.name, ['connector', 'flowName', 'inputAssignments', 'outputAssignments', 'storeOutputAutomatically']);
  const called = builder.flow(xml.required('flowName'), node.name);
  if (called.trigger) throw builder.refusal(node.name, `calls ${called.name}, which is started by records`);
  if (called.schedule) throw builder.refusal(node.name, `calls ${called.name}, which is started by its schedule`);
  const { program } = called;
  if (builder.timing === 'before-save' && program.changesData) {
    throw builder.refusal(node.name, `calls ${called.name}, which changes records; before-save flows may not`);
  }
  const inputs = xml.all('inputAssignments').map((input) => {
    const name = input.required('name');
    const variable = program.inputs.get(name.toLowerCase());
    if (!variable?.write) throw builder.refusal(node.name, `hands ${name} to ${called.name}, which has no such input`);
    const source = builder.value(input.all('value')[0], node.name);
    builder.checkFits(variable, source, node.name);
    return { read: source.read, write: variable.write };
  });
  const copies = xml.all('outputAssignments').map((output) => {
    const name = output.required('name');
    const variable = program.outputs.get(name.toLowerCase());
    if (!variable) throw builder.refusal(node.name, `takes ${name} from ${called.name}, which has no such output`);
    const target = builder.target(output.required('assignToReference'), node.name);
    builder.checkFits(target, variable, node.name);
    return { variable, target };
  });
  const kept = xml.flag('storeOutputAutomatically') === true ? builder.target(node.name, node.name) : undefined;
  const next = builder.next(xml, 'connector', node.name);

  const leave = (interview: Interview, inner: FlowValue[]): void => {
    const outer = interview.slots;
    const read = (variable: Resource): FlowValue => {
      interview.slots = inner;
      const value = variable.read(interview);
      interview.slots = outer;
      return value;
    };
    for (const { variable, target } of copies) target.write(interview, read(variable));
    kept?.write(interview, inner as FlowValue);
  };
  node.step = (interview) => {
    const values = inputs.map((input) => input.read(interview));
    interview.frames.push({ program: interview.program, slots: interview.slots, next, leave });
    interview.program = program;
    interview.slots = [...program.initial];
    interview.version += 1;
    inputs.forEach((input, index) => input.write(interview, values[index] ?? null));
    return program.start;
  };
};
