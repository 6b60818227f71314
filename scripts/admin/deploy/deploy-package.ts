// Carries out the steps of a deployment and keeps what each came to.
import type { DeployStep } from './deploy-steps.ts';

export type StepResult = 'deployed' | 'refused';

export interface Deployment {
  /** In the order of the steps; steps after a refused core were not tried. */
  readonly results: readonly (readonly [DeployStep, StepResult])[];
  readonly isDone: boolean;
}

export interface DeployTools {
  /** Deploys folders with the sf CLI, its output on the terminal; true when the org took them. */
  readonly deploy: (folders: readonly string[]) => Promise<boolean>;
  /** A folder with the Dutch words for an org that has not got a package folder. */
  readonly dutchWithout: (folder: string) => string;
  readonly tell: (line: string) => void;
}

/** A refused core ends the deployment; a refused gated folder is explained, and the next one is tried. */
export async function deployPackage(steps: readonly DeployStep[], { deploy, dutchWithout, tell }: DeployTools): Promise<Deployment> {
  const results: (readonly [DeployStep, StepResult])[] = [];
  for (const step of steps) {
    tell(`\n${step.name}: ${step.folders.join(', ')}`);
    const isConsentAbsent = results.some(([{ name }, result]) => name === 'consent' && result === 'refused');
    const folders = step.name === 'dutch' && isConsentAbsent ? [dutchWithout('consent')] : step.folders;
    const isTaken = await deploy(folders);
    results.push([step, isTaken ? 'deployed' : 'refused']);
    if (isTaken) continue;
    if (step.whenRefused === undefined) return { results, isDone: false };
    tell(step.whenRefused);
  }
  return { results, isDone: true };
}
