// `npm run org`: the local org without pages, until it is stopped. With `--empty` it holds no package until one is deployed to it;
// `--without consent` or `--without translation` makes it an org that lacks the feature.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judgeSource } from '../build/metadata/judge-source.ts';
import { chosenPort } from './chosen-port.ts';
import { ORG_FEATURES } from './metadata/org-feature.ts';
import { runMissedNights, watchNights } from './night-watch.ts';
import { startLocalOrg } from './start.ts';

let exitCode = 2;
try {
  const port = chosenPort(process.env);
  const { values } = parseArgs({
    options: { empty: { type: 'boolean', default: false }, without: { type: 'string', multiple: true, default: [] } },
  });
  const without = ORG_FEATURES.filter((feature) => values.without.includes(feature));
  if (without.length < values.without.length) throw new Error(`--without takes ${ORG_FEATURES.join(' or ')}.`);
  if (without.length > 0 && !values.empty) throw new Error('--without needs --empty: the package as a whole needs every feature.');
  exitCode = 3;
  // an org of its own: what is deployed to it never mixes with the demo
  const folder = join(process.cwd(), values.empty ? '.local-org/empty' : '.local-org');
  // `local` is the demo's name: npm run deploy and the others find that org by its file
  const alias = values.empty ? 'empty' : 'local';
  const first = values.empty
    ? `  npm run deploy -- --target-org empty`
    : `  npx sf data query --target-org local --query "SELECT Name FROM Account LIMIT 5"`;
  const running = await startLocalOrg({ folder, port, ...(values.empty ? { judge: judgeSource, without } : {}) });
  process.stdout.write(
    [
      `Local org at ${running.url} as ${running.username}; connection in ${join(folder, 'connection.json')} (keep it to yourself).`,
      'Try it with the sf CLI, in another terminal:',
      `  export SF_ACCESS_TOKEN=$(node -p "require('${join(folder, 'connection.json')}').accessToken")`,
      `  npx sf org login access-token --instance-url ${running.url} --no-prompt --alias ${alias}`,
      first,
      'Stop it with Ctrl+C.',
      '',
    ].join('\n'),
  );
  const tell = (lines: readonly string[]): void => void process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  await runMissedNights(running.org.automation, tell);
  const endWatch = watchNights(running.org.automation, tell);
  const stop = (): void => {
    endWatch();
    void running.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(exitCode);
}
