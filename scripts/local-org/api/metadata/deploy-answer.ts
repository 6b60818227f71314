// A deployment as clients are told about it, alike over SOAP and REST (Metadata API Developer Guide, "DeployResult").
import type { ComponentMessage, DeployResult } from './metadata-service.ts';

type Told = Readonly<Record<string, string | number | boolean | undefined>>;

/** The result without its details. Tests are Apex tests, of which there are none. */
export function deployAnswer(result: DeployResult, userName: string): Told {
  const { id, status, options, messages, createdDate, completedDate, createdById, errorMessage } = result;
  const isDone = status !== 'Pending' && status !== 'InProgress';
  const failures = messages.filter(({ success }) => !success);
  return {
    checkOnly: options.checkOnly,
    completedDate,
    createdBy: createdById,
    createdByName: userName,
    createdDate,
    done: isDone,
    errorMessage,
    errorStatusCode: errorMessage === undefined ? undefined : 'UNKNOWN_EXCEPTION',
    id,
    ignoreWarnings: options.ignoreWarnings,
    lastModifiedDate: completedDate ?? createdDate,
    numberComponentErrors: failures.length,
    numberComponentsDeployed: status === 'Failed' ? 0 : messages.length - failures.length,
    numberComponentsTotal: messages.length,
    numberTestErrors: 0,
    numberTestsCompleted: 0,
    numberTestsTotal: 0,
    rollbackOnError: options.rollbackOnError,
    runTestsEnabled: false,
    startDate: createdDate,
    status,
    success: status === 'Succeeded',
  };
}

/** The details of a result: refused components first. */
export function deployDetails(result: DeployResult): {
  readonly componentFailures: readonly Told[];
  readonly componentSuccesses: readonly Told[];
} {
  const isApplied = result.status === 'Succeeded' || result.status === 'SucceededPartial';
  const all = result.messages.map((message) => componentAnswer(message, result, isApplied));
  return {
    componentFailures: all.filter(({ success }) => success !== true),
    componentSuccesses: all.filter(({ success }) => success === true),
  };
}

function componentAnswer(message: ComponentMessage, { createdDate, completedDate }: DeployResult, isApplied: boolean): Told {
  const { componentType, fullName, fileName, success, created, changed, deleted, problem, lineNumber } = message;
  return {
    changed: changed || created || deleted,
    columnNumber: lineNumber === undefined ? undefined : 1,
    componentType,
    created: created && isApplied,
    createdDate: completedDate ?? createdDate,
    deleted: deleted && isApplied,
    fileName,
    fullName,
    lineNumber,
    problem,
    problemType: problem === undefined ? undefined : success ? 'Warning' : 'Error',
    success,
    warning: success && problem !== undefined,
  };
}

export const NO_TESTS = { numFailures: 0, numTestsRun: 0, totalTime: 0 } as const;
