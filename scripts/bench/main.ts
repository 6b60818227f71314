// `npm run bench`: every measurement that the README quotes, both sides in one run. `npm run bench -- import 100000` runs one of them smaller,
// `npm run bench -- import --with-sfdmu` with SFDMU among the others, fetched once.
import { parseArgs } from 'node:util';
import { benchAdmin } from './admin.ts';
import { benchClockDay } from './clock-day.ts';
import { benchImportLoad } from './import-load.ts';
import { benchLocalOrg } from './local-org.ts';
import { benchPages } from './pages.ts';
import { PeerMissing, sfdmuFolder } from './sfdmu-package.ts';

const MILLION = 1_000_000;
const BENCHMARKS: Readonly<Record<string, (rows: number, peers: { readonly sfdmu: string | undefined }) => Promise<void>>> = {
  import: benchImportLoad,
  'local-org': benchLocalOrg,
  clock: benchClockDay,
  pages: benchPages,
  admin: benchAdmin,
};

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function readArguments(): { readonly wanted: string | undefined; readonly rows: number; readonly withSfdmu: boolean } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'with-sfdmu': { type: 'boolean', default: false } } });
    const [wanted, size = String(MILLION)] = positionals;
    if (wanted !== undefined && !(wanted in BENCHMARKS)) {
      refuse(`No benchmark is called "${wanted}". There are: ${Object.keys(BENCHMARKS).join(', ')}.`);
    }
    if (!/^[1-9]\d*$/.test(size)) refuse(`"${size}" is no number of rows.`);
    return { wanted, rows: Number(size), withSfdmu: values['with-sfdmu'] };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

const { wanted, rows, withSfdmu } = readArguments();
const sfdmu = await sfdmuFolder({ mayFetch: withSfdmu }).catch((error: unknown) => {
  if (error instanceof PeerMissing) return refuse(error.message);
  throw error;
});
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (wanted === undefined || wanted === name) await run(rows, { sfdmu });
}
