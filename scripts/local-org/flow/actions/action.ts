// What a flow may call as an action: its inputs, and the message that they make.
import type { FlowValue, Resource } from '../flow.ts';
import type { OutgoingMessage } from '../flow-host.ts';

export interface ActionInput {
  readonly type: Resource['type'];
  readonly collection: boolean;
  readonly required: boolean;
}

export interface Action {
  readonly inputs: Readonly<Record<string, ActionInput>>;
  /** Value of an input; null when it is not given. A text tells why nothing can be sent. */
  message(input: (name: string) => FlowValue): OutgoingMessage | string;
}

/** A text input; null when it is blank. */
export function textOf(value: FlowValue): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The texts of a collection input, blanks left out. */
export function textsOf(value: FlowValue): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item !== '') : [];
}
