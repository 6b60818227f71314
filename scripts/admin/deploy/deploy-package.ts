// Carries out the steps of a deployment and keeps what each came to.
import type { DeployStep } from './deploy-steps.ts';

export type StepResult = 'deployed' | 'refused';

export interface Deployment {
  /** In the order of the steps; steps after a refused core were not tried. */
  readonly results: readonly (readonly [DeployStep, StepResult])[];
  readonly isDone: boolean;
}

export interface DeployTools {
  /** What of a step's folders goes to an org that has refused these steps. */
  readonly placesOf: (step: DeployStep, refused: readonly string[]) => readonly string[];
  /** Deploys places and tells what came of it; true when the org took them. */
  readonly deploy: (places: readonly string[]) => Promise<boolean>;
  readonly tell: (line: string) => void;
}

/** A refused core ends the deployment; a refused gated folder is explained, and the next one is tried. */
export async function deployPackage(steps: readonly DeployStep[], { placesOf, deploy, tell }: DeployTools): Promise<Deployment> {
  const results: (readonly [DeployStep, StepResult])[] = [];
  for (const step of steps) {
    tell(`\n== ${step.name}: ${step.folders.join(', ')}`);
    const refused = results.filter(([, result]) => result === 'refused').map(([{ name }]) => name);
    const isTaken = await deploy(placesOf(step, refused));
    results.push([step, isTaken ? 'deployed' : 'refused']);
    if (isTaken) continue;
    if (step.whenRefused === undefined) return { results, isDone: false };
    tell(`\n${step.whenRefused}`);
  }
  return { results, isDone: true };
}
