// `npm run bench`: every measurement that the README quotes, both sides in one run. `npm run bench -- import 100000` runs one of them smaller.
import { benchAdmin } from './admin.ts';
import { benchClockDay } from './clock-day.ts';
import { benchImportLoad } from './import-load.ts';
import { benchLocalOrg } from './local-org.ts';
import { benchPages } from './pages.ts';

const MILLION = 1_000_000;
const BENCHMARKS: Readonly<Record<string, (rows: number) => Promise<void>>> = {
  import: benchImportLoad,
  'local-org': benchLocalOrg,
  clock: benchClockDay,
  pages: benchPages,
  admin: benchAdmin,
};

const [wanted, size] = process.argv.slice(2);
if (wanted !== undefined && !(wanted in BENCHMARKS)) {
  console.error(`No benchmark is called "${wanted}". There are: ${Object.keys(BENCHMARKS).join(', ')}.`);
  process.exit(2);
}
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (wanted === undefined || wanted === name) await run(size === undefined ? MILLION : Number(size));
}
