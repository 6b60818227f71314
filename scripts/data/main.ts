// `npm run data`: writes a supplier's contract-expiry file, or a file of consent, of any size, for trying the importer and for benchmarks.
import { parseArgs } from 'node:util';
import { civilDateIn, isCivilDate } from '../platform/civil-date.ts';
import { consentLines } from './consent-file.ts';
import { writeLines, writeSupplierFile } from './supplier-file.ts';

const USAGE =
  'Usage: npm run data -- --out FILE [--kind contracts|consent] [--rows N] [--dirty 0.08] [--seed 1] [--today YYYY-MM-DD] [--encoding windows-1252|utf-8]';

function refuse(message: string): never {
  console.error(`${message}\n${USAGE}`);
  process.exit(2);
}

/** The demo knows four hundred people; beyond them a file of consent speaks of others. */
const ROWS: Readonly<Record<string, string>> = { contracts: '5000', consent: '400' };

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    kind: { type: 'string', default: 'contracts' },
    rows: { type: 'string' },
    dirty: { type: 'string', default: '0.08' },
    seed: { type: 'string', default: '1' },
    today: { type: 'string', default: civilDateIn('Europe/Amsterdam', new Date()) },
    encoding: { type: 'string', default: 'windows-1252' },
  },
});
const written = values.rows ?? ROWS[values.kind] ?? '';
const [rows, dirty, seed] = [Number(written), Number(values.dirty), Number(values.seed)];
if (!values.out) refuse('--out names the file to write.');
if (values.kind !== 'contracts' && values.kind !== 'consent') refuse(`--kind "${values.kind}" is not one of contracts, consent.`);
if (!Number.isInteger(rows) || rows < 1) refuse(`--rows "${written}" is not a whole number above 0.`);
if (!(dirty >= 0 && dirty <= 1)) refuse(`--dirty "${values.dirty}" is not a share between 0 and 1.`);
if (!Number.isInteger(seed)) refuse(`--seed "${values.seed}" is not a whole number.`);
if (!isCivilDate(values.today)) refuse(`--today "${values.today}" is not a date (expected YYYY-MM-DD).`);
if (values.encoding !== 'windows-1252' && values.encoding !== 'utf-8')
  refuse(`--encoding "${values.encoding}" is not one of windows-1252, utf-8.`);

const file = { rows, dirty, seed, today: values.today, encoding: values.encoding } as const;
if (values.kind === 'consent') await writeLines(values.out, consentLines(file), file.encoding);
else await writeSupplierFile(values.out, file);
console.log(`${values.out}: ${rows} rows, made as on ${values.today}`);
