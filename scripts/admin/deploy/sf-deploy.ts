// One deployment by the sf CLI: what it took and what it refused, as the CLI's JSON tells.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { commandFailure } from '../command-failure.ts';

const SF = path.resolve(import.meta.dirname, '../../../node_modules/@salesforce/cli/bin/run.js');
/** The CLI repeats line and column behind the problem. */
const POSITION = /\s*\(\d+:\d+\)$/;

export interface SfDeployment {
  readonly target: string;
  /** Judges everything and changes nothing. */
  readonly isDryRun: boolean;
  /** Root of the Salesforce project that holds the places. */
  readonly project: string;
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

/** What `sf project deploy start --json` prints, as far as it is read here. */
interface SfDocument {
  readonly status: number;
  readonly name?: string;
  readonly message?: string;
  readonly actions?: readonly string[];
  readonly result?: {
    readonly success: boolean;
    readonly errorMessage?: string;
    readonly files?: readonly {
      readonly fullName: string;
      readonly filePath?: string;
      readonly state: 'Created' | 'Changed' | 'Unchanged' | 'Deleted' | 'Failed';
      readonly error?: string;
      readonly lineNumber?: number;
    }[];
  };
}

/** Deploys folders and files. Throws CommandFailure (exit code 3) when the CLI came to no answer of the org. */
export async function sfDeploy(places: readonly string[], { target, isDryRun, project }: SfDeployment): Promise<DeployAnswer> {
  const words = ['project', 'deploy', 'start', '--target-org', target, '--ignore-conflicts', '--wait', '60', '--json'];
  for (const place of places) words.push('--source-dir', place);
  if (isDryRun) words.push('--dry-run');
  return answerOf(await runSf(words, project), project, target);
}

/** The answer in a document of the CLI. */
export function answerOf({ result, message, actions, name }: SfDocument, project: string, target: string): DeployAnswer {
  if (!result?.files) {
    const next = actions?.join(' ') || `Look at the org with: npx sf org display --target-org ${target}`;
    throw commandFailure(`The sf CLI could not deploy: ${result?.errorMessage ?? message ?? name ?? 'it gave no reason'}`, next, 3);
  }
  const count = (state: string): number => result.files?.filter((file) => file.state === state).length ?? 0;
  const refusals = result.files
    .filter(({ state }) => state === 'Failed')
    .map(({ filePath, fullName, lineNumber, error }) => ({
      place: filePath ? path.relative(project, path.resolve(project, filePath)) : fullName,
      ...(lineNumber ? { line: lineNumber } : {}),
      problem: error?.replace(POSITION, '') ?? 'refused without a reason',
    }));
  if (result.errorMessage) refusals.push({ place: 'deployment', problem: result.errorMessage });
  return { isTaken: result.success, created: count('Created'), changed: count('Changed'), unchanged: count('Unchanged'), refusals };
}

function runSf(words: readonly string[], project: string): Promise<SfDocument> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [SF, ...words], { cwd: project, maxBuffer: 500_000_000 }, (error, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout) as SfDocument);
      } catch {
        reject(
          commandFailure(
            `The sf CLI gave no answer: ${(stderr || error?.message || stdout).trim().slice(0, 500)}`,
            'Try: npx sf org list',
            3,
          ),
        );
      }
    });
  });
}
