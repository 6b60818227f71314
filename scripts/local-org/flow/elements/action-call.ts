// Action: sends a custom notification or a mail for each interview.
import type { Action } from '../actions/action.ts';
import { customNotification } from '../actions/custom-notification.ts';
import { simpleEmail } from '../actions/simple-email.ts';
import type { Reader } from '../flow.ts';
import { fail, guarded } from '../flow-errors.ts';
import type { ElementCompiler } from './element.ts';

/** By action type, which is the action's name too for those that every org has. */
const ACTIONS: Readonly<Record<string, Action>> = {
  customNotificationAction: customNotification,
  emailSimple: simpleEmail,
};

export const actionCall: ElementCompiler = (builder, xml, node) => {
  const type = xml.text('actionType') ?? '(none)';
  const name = xml.text('actionName') ?? type;
  const action = Object.hasOwn(ACTIONS, type) && name === type ? ACTIONS[type] : undefined;
  if (!action) throw builder.refusal(node.name, `calls the action ${name} of type ${type}, which the local org does not implement`);
  builder.onlyKnown(xml, node.name, [
    'actionName',
    'actionType',
    'connector',
    'faultConnector',
    'flowTransactionModel',
    'inputParameters',
    'nameSegment',
    'offset',
    'storeOutputAutomatically',
    'versionString',
  ]);
  if (builder.timing === 'before-save') throw builder.refusal(node.name, 'calls an action, which before-save flows may not');
  if (xml.text('flowTransactionModel') === 'NewTransaction')
    throw builder.refusal(node.name, 'runs in a transaction of its own, which the local org does not implement');
  const inputs = new Map<string, Reader>();
  for (const parameter of xml.all('inputParameters')) {
    builder.onlyKnown(parameter, node.name, ['name', 'value']);
    const input = parameter.required('name');
    const expected = Object.hasOwn(action.inputs, input) ? action.inputs[input] : undefined;
    if (!expected) throw builder.refusal(node.name, `hands ${input} to ${name}, which the local org does not implement`);
    const source = builder.value(parameter.all('value')[0], node.name);
    builder.checkFits(expected, source, node.name);
    inputs.set(input, source.read);
  }
  for (const [input, { required }] of Object.entries(action.inputs)) {
    if (required && !inputs.has(input)) throw builder.refusal(node.name, `gives no ${input} to ${name}`);
  }
  const next = builder.next(xml, 'connector', node.name);
  const faultPath = builder.next(xml, 'faultConnector', node.name);
  node.bulk = (waiting, { host }) => {
    for (const interview of waiting) {
      guarded(interview, () => {
        const message = action.message((input) => inputs.get(input)?.(interview) ?? null);
        const refused = typeof message === 'string' ? message : host.send(message);
        interview.node = next;
        if (refused !== undefined)
          fail(interview, `This error occurred when the flow tried to call the action ${name}: ${refused}.`, faultPath);
      });
    }
  };
};
