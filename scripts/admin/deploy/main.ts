// `npm run deploy`: builds the components, checks the metadata, deploys in the right order with the sf CLI, and says what comes next.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { emitComponents } from '../../build/emit-components.ts';
import { checkPackage } from '../../build/metadata/check-package.ts';
import { tellFindings } from '../../build/metadata/finding.ts';
import { packageDirectories } from '../../build/check-metadata.ts';
import { CommandFailure, tellFailure } from '../command-failure.ts';
import { readInventory } from '../package-inventory.ts';
import { openTargetOrg } from '../target-org.ts';
import { deployPackage } from './deploy-package.ts';
import { deploySteps } from './deploy-steps.ts';
import { dutchWithout } from './dutch-for.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../..');
const USAGE = 'Usage: npm run deploy -- --target-org <sf alias or username> [--validate]';

interface DeployCommand {
  readonly target: string;
  readonly isDryRun: boolean;
}

function readCommand(words: readonly string[]): DeployCommand {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { 'target-org': { type: 'string', short: 'o' }, validate: { type: 'boolean', default: false } },
    });
    if (!values['target-org']) throw new Error('--target-org names the org, so that nothing is deployed to a wrong one.');
    if (values['target-org'] === 'local')
      throw new Error('The local org reads force-app itself; log the sf CLI in to it to deploy there (see README).');
    return { target: values['target-org'], isDryRun: values.validate };
  } catch (error) {
    throw new CommandFailure(error instanceof Error ? error.message : String(error), USAGE);
  }
}

/** Runs `sf project deploy start` with its output on this terminal. */
function sfDeploy(folders: readonly string[], { target, isDryRun }: DeployCommand): Promise<boolean> {
  const places = folders.flatMap((folder) => ['--source-dir', folder]);
  const words = ['project', 'deploy', 'start', '--target-org', target, '--ignore-conflicts', '--wait', '60', ...places];
  const child = spawn(path.join(PROJECT, 'node_modules/.bin/sf'), isDryRun ? [...words, '--dry-run'] : words, {
    cwd: PROJECT,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
}

function nextSteps(target: string): string {
  return `
Next:
  1. Production only: activate the flows (Setup > Flows), unless Setup > Process Automation Settings > "Deploy processes and flows as active" is ticked.
  2. npm run rules -- --target-org ${target}        loads the starter rules; keeps what you changed
  3. npx sf org assign permset --name SME_Data_Steward --target-org ${target}        (see README for the set of each persona)
  4. npm run doctor -- --target-org ${target}       says what is still missing`;
}

async function run(words: readonly string[]): Promise<number> {
  const command = readCommand(words);
  const org = await openTargetOrg(command.target, process.cwd());
  console.log(`${command.isDryRun ? 'Validating against' : 'Deploying to'} ${org.name} (${org.access.username})`);
  const { files, findings } = checkPackage(packageDirectories(PROJECT), PROJECT);
  if (findings.length > 0) {
    console.error(`${tellFindings(findings)}\nNothing was deployed: the metadata has ${findings.length} faults.`);
    return 2;
  }
  console.log(`${files} metadata files checked, ${emitComponents().length} component files built.`);
  const deployment = await deployPackage(deploySteps(readInventory()), {
    deploy: (folders) => sfDeploy(folders, command),
    dutchWithout: (folder) => dutchWithout(folder, PROJECT),
    tell: (line) => console.log(line),
  });
  console.log(`\n${deployment.results.map(([{ name }, result]) => `${name.padEnd(10)}${result}`).join('\n')}`);
  if (!deployment.isDone) {
    console.error('The core was refused, and the org rolled it back: nothing was changed. The errors above name file and line.');
    return 3;
  }
  if (!command.isDryRun) console.log(nextSteps(command.target));
  return 0;
}

process.exitCode = await run(process.argv.slice(2)).catch(tellFailure);
