// `npm run deploy`: builds the components, checks the metadata, deploys in the right order with the sf CLI's library, and says what comes next.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkPackage } from '../../build/metadata/check-package.ts';
import { tellFindings } from '../../build/metadata/finding.ts';
import { packageDirectories } from '../../build/check-metadata.ts';
import { commandFailure, tellFailure } from '../command-failure.ts';
import { readInventory } from '../package-inventory.ts';
import { failureAt, openTargetOrg } from '../target-org.ts';
import { deployPackage, type Deployment } from './deploy-package.ts';
import { deployPlaces } from './deploy-places.ts';
import { deploySteps } from './deploy-steps.ts';
import { leaveOutTabs } from './leave-out-tabs.ts';
import { nameLists } from './name-lists.ts';
import { stagePackage, type Stage } from './stage-package.ts';
import { placesOf } from './step-places.ts';
import { tellAnswer } from './tell-answer.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../..');
const LIST_NAMES = path.join(PROJECT, 'config/list-names');
const USAGE = 'Usage: npm run deploy -- --target-org <sf alias or username> [--validate] [--fewer-tabs]';

interface DeployCommand {
  readonly target: string;
  readonly isDryRun: boolean;
  /** Leaves out the tabs of settings. */
  readonly isWithFewerTabs: boolean;
}

function readCommand(words: readonly string[]): DeployCommand {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        'target-org': { type: 'string', short: 'o' },
        validate: { type: 'boolean', default: false },
        'fewer-tabs': { type: 'boolean', default: false },
      },
    });
    if (!values['target-org']) throw new Error('--target-org names the org, so that nothing is deployed to a wrong one.');
    if (values['target-org'] === 'local')
      throw new Error('The local org reads force-app itself. To try a deployment, start an empty one: npm run org -- --empty');
    return { target: values['target-org'], isDryRun: values.validate, isWithFewerTabs: values['fewer-tabs'] };
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

function deployStage(command: DeployCommand, { folder }: Stage): Promise<Deployment> {
  const taken: string[] = [];
  const started = (id: string): void => console.log(`   ${id}: Setup > Deployment Status shows how far it is`);
  return deployPackage(deploySteps(readInventory()), {
    placesOf: (step, refused) => placesOf(step, refused, folder),
    deploy: async (places) => {
      const from = performance.now();
      // a dry run leaves nothing behind for the next step to stand on
      const answer = await deployPlaces(command.isDryRun ? [...taken, ...places] : places, { ...command, project: folder, started });
      if (answer.isTaken) taken.push(...places);
      console.log(tellAnswer(answer, (performance.now() - from) / 1_000));
      return answer.isTaken;
    },
    tell: (line) => console.log(line),
  });
}

async function run(words: readonly string[]): Promise<number> {
  const command = readCommand(words);
  const org = await openTargetOrg(command.target, process.cwd());
  console.log(`${command.isDryRun ? 'Validating against' : 'Deploying to'} ${org.name} (${org.access.username})`);
  const staging = stagePackage(PROJECT).catch((error: unknown) => {
    const problems = error instanceof Error ? error.message.trim() : String(error);
    return commandFailure(
      `The components do not compile; nothing was deployed:\n${problems}`,
      'Correct them, then run this command again.',
    );
  });
  const { files, findings } = checkPackage(packageDirectories(PROJECT), PROJECT);
  const faults = findings.filter(({ level }) => level === 'fault');
  if (faults.length > 0) {
    const stage = await staging;
    if (!(stage instanceof Error)) stage.remove();
    console.error(`${tellFindings(faults)}\nNothing was deployed: an org would refuse this.`);
    return 2;
  }
  const stage = await staging;
  if (stage instanceof Error) throw stage;
  // what interrupts a deployment ends it without a last word; what it put together goes all the same
  process.once('exit', stage.remove);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  const named = nameLists(stage.folder, org.language, LIST_NAMES);
  const lists = named > 0 ? `, ${named} lists named in the language of the org` : '';
  const tabs = command.isWithFewerTabs ? `, ${leaveOutTabs(stage.folder)} tabs of settings left out` : '';
  console.log(`${files} metadata files checked, ${stage.built} component files built${lists}${tabs}.`);
  const deployment = await deployStage(command, stage).catch((error: unknown) => {
    throw failureAt(error, org.access);
  });
  const would = command.isDryRun ? 'would be ' : '';
  console.log(`\n${deployment.results.map(([{ name }, result]) => `${name.padEnd(10)}${would}${result}`).join('\n')}`);
  if (!deployment.isDone) {
    console.error('The core was refused, and the org rolled it back: nothing was changed. The errors above name file and line.');
    if (!command.isWithFewerTabs)
      console.error('If they say that there is no room for tabs (Enterprise Edition takes 25 of your own), add --fewer-tabs.');
    return 3;
  }
  if (!command.isDryRun) console.log(nextSteps(command.target));
  return 0;
}

process.exitCode = await run(process.argv.slice(2)).catch(tellFailure);
