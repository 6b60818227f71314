// `npm run deploy`: builds the components, checks the metadata, deploys in the right order with the sf CLI, and says what comes next.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkPackage } from '../../build/metadata/check-package.ts';
import { tellFindings } from '../../build/metadata/finding.ts';
import { packageDirectories } from '../../build/check-metadata.ts';
import { commandFailure, tellFailure } from '../command-failure.ts';
import { readInventory } from '../package-inventory.ts';
import { openTargetOrg } from '../target-org.ts';
import { deployPackage } from './deploy-package.ts';
import { deploySteps } from './deploy-steps.ts';
import { stagePackage } from './stage-package.ts';
import { sfDeploy } from './sf-deploy.ts';
import { placesOf } from './step-places.ts';
import { tellAnswer } from './tell-answer.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../..');
/** Where the package is put together for the org; git and the metadata check do not look there. */
const STAGE = path.join(PROJECT, 'node_modules/.cache/deploy');
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
    throw commandFailure(error instanceof Error ? error.message : String(error), USAGE);
  }
}

function nextSteps(target: string): string {
  return `
Next:
  1. Production only: activate the flows (Setup > Flows), unless Setup > Process Automation Settings > "Deploy processes and flows as active" is ticked.
  2. npx sf org assign permset --name SME_Lifecycle_Admin --target-org ${target}
     gives yourself the new fields, which nobody sees at first (the README names the set of each persona)
  3. npm run rules -- --target-org ${target}
     loads the starter rules; keeps what you changed
  4. npm run doctor -- --target-org ${target}
     says what is still missing`;
}

async function run(words: readonly string[]): Promise<number> {
  const command = readCommand(words);
  const org = await openTargetOrg(command.target, process.cwd());
  console.log(`${command.isDryRun ? 'Validating against' : 'Deploying to'} ${org.name} (${org.access.username})`);
  const { files, findings } = checkPackage(packageDirectories(PROJECT), PROJECT);
  const faults = findings.filter(({ level }) => level === 'fault');
  if (faults.length > 0) {
    console.error(`${tellFindings(faults)}\nNothing was deployed: an org would refuse this.`);
    return 2;
  }
  console.log(`${files} metadata files checked, ${stagePackage(PROJECT, STAGE)} component files built.`);
  const taken: string[] = [];
  const deployment = await deployPackage(deploySteps(readInventory()), {
    placesOf: (step, refused) => placesOf(step, refused, STAGE),
    deploy: async (places) => {
      const started = performance.now();
      // a dry run leaves nothing behind for the next step to stand on
      const answer = await sfDeploy(command.isDryRun ? [...taken, ...places] : places, { ...command, project: STAGE });
      if (answer.isTaken) taken.push(...places);
      console.log(tellAnswer(answer, (performance.now() - started) / 1_000));
      return answer.isTaken;
    },
    tell: (line) => console.log(line),
  });
  const would = command.isDryRun ? 'would be ' : '';
  console.log(`\n${deployment.results.map(([{ name }, result]) => `${name.padEnd(10)}${would}${result}`).join('\n')}`);
  if (!deployment.isDone) {
    console.error('The core was refused, and the org rolled it back: nothing was changed. The errors above name file and line.');
    return 3;
  }
  if (!command.isDryRun) console.log(nextSteps(command.target));
  return 0;
}

process.exitCode = await run(process.argv.slice(2)).catch(tellFailure);
