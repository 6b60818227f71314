// The platform's sentences for flows that fail.
import type { SaveError } from '../../platform/save-result.ts';
import { FormulaError } from '../formula/formula-error.ts';
import type { Interview, Node, Program } from './flow.ts';

/** The platform's sentence for a save that a flow has stopped. */
export function processFailedMessage(label: string, detail: string): string {
  return `We can't save this record because the “${label}” process failed. Give your Salesforce admin these details. ${detail}`;
}

/** The error of a record whose flow has failed without a fault path. */
export function processFailed(program: Program, detail: string): SaveError {
  return {
    statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER',
    message: processFailedMessage(program.label, detail),
    fields: [],
  };
}

/** What an element has to tell when the data that it touches refuses; also the value of $Flow.FaultMessage. */
export function dataFault(action: string, errors: readonly SaveError[]): string {
  const reasons = errors.map((error) => `${error.statusCode}: ${error.message}`).join('; ');
  return `This error occurred when the flow tried to ${action}: ${reasons}. You can look up ExceptionCode values in the SOAP API Developer Guide.`;
}

/** Sends an interview down the fault path, or ends it with an error when there is none. */
export function fail(interview: Interview, detail: string, faultPath: Node | undefined): void {
  if (interview.at) interview.trace?.failed.add(interview.at.name);
  if (faultPath) {
    interview.fault = detail;
    interview.version += 1;
    interview.node = faultPath;
    return;
  }
  interview.errors.push(unhandled(interview, detail));
  end(interview);
}

/** A formula that fails ends its interview, as on the platform; anything else is a fault of the local org and is thrown on. */
export function guarded(interview: Interview, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    interview.errors.push(unhandled(interview, `The formula expression is invalid: ${error.message}.`));
    end(interview);
  }
}

/** Nobody waits for a scheduled flow: its error is for the administrator, without the sentence about saving. */
function unhandled(interview: Interview, detail: string): SaveError {
  if (interview.batch.timing === 'scheduled') return { statusCode: 'FLOW_EXCEPTION', message: detail, fields: [] };
  return processFailed(outermost(interview), detail);
}

/** Ends an interview, whatever subflow it is in. */
function end(interview: Interview): void {
  interview.node = undefined;
  interview.frames.length = 0;
}

function outermost(interview: Interview): Program {
  return interview.frames[0]?.program ?? interview.program;
}
