// `npm test`: every check of the project, one after another, with one count at the end. Names of checks may be given to run only those.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Check {
  readonly name: string;
  readonly command: readonly string[];
  /** Counts from the file that the runner wrote; without it the check counts as one. */
  readonly count?: () => Count;
}

const RESULTS = path.resolve('node_modules/.cache/test-results');
const NODE_RESULTS = path.join(RESULTS, 'node.xml');
const JEST_RESULTS = path.join(RESULTS, 'jest.json');

function nodeCount(): Count {
  const report = readFileSync(NODE_RESULTS, 'utf8');
  const number = (name: string): number => Number(new RegExp(`<!-- ${name} (\\d+) -->`).exec(report)?.[1] ?? Number.NaN);
  const count = { passed: number('pass'), failed: number('fail') + number('cancelled') };
  if (!Number.isFinite(count.passed + count.failed)) throw new Error(`${NODE_RESULTS} tells no number of passed and failed tests`);
  return count;
}

function jestCount(): Count {
  const report = JSON.parse(readFileSync(JEST_RESULTS, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
  };
  return { passed: report.numPassedTests, failed: report.numFailedTests || report.numFailedTestSuites };
}

const CHECKS: readonly Check[] = [
  { name: 'types:scripts', command: ['tsc', '-p', 'config/typescript/scripts.json'] },
  { name: 'types:components', command: ['tsc', '-p', 'config/typescript/components.json'] },
  { name: 'types:pages', command: ['tsc', '-p', 'config/typescript/pages.json'] },
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'metadata', command: ['node', 'scripts/build/check-metadata.ts'] },
  { name: 'components', command: ['sfdx-lwc-jest', '--', '--json', `--outputFile=${JEST_RESULTS}`], count: jestCount },
  {
    name: 'scripts',
    command: [
      ...['node', '--test', '--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...['--test-reporter=junit', `--test-reporter-destination=${NODE_RESULTS}`, 'scripts/**/*.test.ts'],
    ],
    count: nodeCount,
  },
];

async function run(check: Check): Promise<Count> {
  console.log(`\n== ${check.name}: ${check.command.join(' ')}`);
  const [command = '', ...args] = check.command;
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit) => resolve(exit ?? 1));
  });
  if (!check.count) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  const count = check.count();
  // a runner that failed without a failed test (a crash, no tests at all) is a failure too
  return code !== 0 && count.failed === 0 ? { passed: count.passed, failed: 1 } : count;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !CHECKS.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(`No check is called ${unknown.join(', ')}. There are: ${CHECKS.map((check) => check.name).join(', ')}.`);
  process.exit(2);
}
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
let passed = 0;
let failed = 0;
const failures: string[] = [];
for (const check of CHECKS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const count = await run(check);
  passed += count.passed;
  failed += count.failed;
  if (count.failed > 0) failures.push(check.name);
}
console.log(failures.length > 0 ? `\nFailed: ${failures.join(', ')}` : '\nEverything passed.');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
