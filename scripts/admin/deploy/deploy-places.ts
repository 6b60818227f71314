// One deployment by the sf CLI's own library, with the CLI's authorisation: what the org took and what it refused.
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DeployResult } from '@salesforce/source-deploy-retrieve';
import { API_VERSION } from '../../platform/api-version.ts';

/** The library repeats line and column behind the problem. */
const POSITION = /\s*\(\d+:\d+\)$/;
/** The result is asked for after this time, and ever more seldom. */
const FIRST_WAIT_MILLISECONDS = 200;
const GROWTH = 1.15;
const LONGEST_WAIT_MILLISECONDS = 5_000;

export interface PlacesDeployment {
  /** An alias or username of the sf CLI. */
  readonly target: string;
  /** Judges everything and changes nothing. */
  readonly isDryRun: boolean;
  /** Root of the Salesforce project that holds the places. */
  readonly project: string;
  /** Told the id of the deployment when the org has it. */
  readonly started: (id: string) => void;
}

export interface Refusal {
  /** Below the project where the file is there, else the name of the component. */
  readonly place: string;
  /** From 1; absent where the org told none. */
  readonly line?: number;
  readonly problem: string;
}

export interface DeployAnswer {
  readonly isTaken: boolean;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refusals: readonly Refusal[];
}

/** Deploys folders and files below the project, all or nothing. Throws what the library throws when the org comes to no answer. */
export async function deployPlaces(
  places: readonly string[],
  { target, isDryRun, project, started }: PlacesDeployment,
): Promise<DeployAnswer> {
  // loading them takes longer than checking a command line
  const [{ ComponentSet }, { Org }] = await Promise.all([import('@salesforce/source-deploy-retrieve'), import('@salesforce/core')]);
  const org = await Org.create({ aliasOrUsername: target });
  const components = ComponentSet.fromSource({ fsPaths: places.map((place) => path.join(project, place)) });
  components.sourceApiVersion = API_VERSION;
  const deployment = await components.deploy({
    usernameOrConnection: org.getConnection(),
    apiOptions: { checkOnly: isDryRun, rollbackOnError: true },
  });
  started(deployment.id ?? '');
  for (let milliseconds = FIRST_WAIT_MILLISECONDS; !(await deployment.checkStatus()).done; milliseconds *= GROWTH)
    await wait(Math.min(milliseconds, LONGEST_WAIT_MILLISECONDS));
  return answerOf(outcomeOf(await deployment.pollStatus()), project);
}

/** What an org answered to a deployment, as far as it is read here. */
export interface Outcome {
  readonly success: boolean;
  readonly errorMessage?: string;
  readonly files: readonly {
    readonly fullName: string;
    readonly filePath?: string;
    /** Created, Changed, Unchanged, Deleted or Failed. */
    readonly state: string;
    readonly error?: string;
    readonly lineNumber?: number;
  }[];
}

function outcomeOf(result: DeployResult): Outcome {
  const { success, errorMessage } = result.response;
  return { success, files: result.getFileResponses(), ...(errorMessage ? { errorMessage } : {}) };
}

/** The answer with paths below the project. */
export function answerOf({ success, errorMessage, files }: Outcome, project: string): DeployAnswer {
  const count = (state: string): number => files.filter((file) => file.state === state).length;
  const refusals: Refusal[] = files
    .filter(({ state }) => state === 'Failed')
    .map(({ filePath, fullName, lineNumber, error }) => ({
      place: filePath ? path.relative(project, path.resolve(project, filePath)) : fullName,
      ...(lineNumber ? { line: lineNumber } : {}),
      problem: error?.replace(POSITION, '') ?? 'refused without a reason',
    }));
  if (errorMessage) refusals.push({ place: 'deployment', problem: errorMessage });
  return { isTaken: success, created: count('Created'), changed: count('Changed'), unchanged: count('Unchanged'), refusals };
}
