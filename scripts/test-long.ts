// `npm run test:long`: the tests that grow with time spent on them, at length. `npm run test:long -- 500` kills the import 500 times.
import { spawn } from 'node:child_process';

const USUAL_KILLS = '200';

const [kills = USUAL_KILLS] = process.argv.slice(2);
const child = spawn(process.execPath, ['--test', '--test-reporter=spec', 'scripts/import/import-kill.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, IMPORT_KILLS: kills },
});
child.on('close', (code) => (process.exitCode = code ?? 1));
