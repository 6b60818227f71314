// `npm run doctor`: says in plain language what an org lacks for the package to work, and the click path or command that mends it.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { commandFailure, tellFailure } from '../command-failure.ts';
import { failureAt, openTargetOrg } from '../target-org.ts';
import { examineOrg } from './examine-org.ts';
import { tellFindings, tellSum } from './tell-findings.ts';

const RULES = path.join(import.meta.dirname, '../../../config/rules');
const USAGE = 'Usage: npm run doctor -- --target-org <sf alias, username or local> [--json]';

function readCommand(words: readonly string[]): { readonly target: string; readonly isJson: boolean } {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { 'target-org': { type: 'string', short: 'o' }, json: { type: 'boolean', default: false } },
    });
    if (!values['target-org']) throw new Error('--target-org names the org to examine.');
    return { target: values['target-org'], isJson: values.json };
  } catch (error) {
    throw commandFailure(error instanceof Error ? error.message : String(error), USAGE);
  }
}

/** Exit code 0 when nothing needs attention, 1 when something does. */
async function run(words: readonly string[]): Promise<number> {
  const { target, isJson } = readCommand(words);
  const org = await openTargetOrg(target, process.cwd());
  const examinations = await examineOrg(org.connection, target, RULES).catch((error: unknown) => {
    throw failureAt(error, org.access);
  });
  const isSound = examinations?.every(({ findings }) => findings.every(({ level }) => level === 'good')) ?? false;
  if (isJson)
    console.log(
      JSON.stringify({
        status: isSound ? 0 : 1,
        org: org.name,
        isPackageThere: examinations !== undefined,
        examinations: examinations ?? [],
      }),
    );
  else if (!examinations)
    console.log(`${org.name} has nothing of the package, or you may see none of it: npm run deploy -- --target-org ${target}`);
  else console.log(`${org.name} (${org.access.username})\n${tellFindings(examinations)}\n\n${tellSum(examinations)}`);
  return isSound ? 0 : 1;
}

process.exitCode = await run(process.argv.slice(2)).catch(tellFailure);
