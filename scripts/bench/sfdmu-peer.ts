// SFDMU (SFDX Data Move Utility) from the folder of its package, as `sf sfdmu run` starts it: one of the benchmark's other sides.
import { createRequire } from 'node:module';
import path from 'node:path';

interface OclifConfig {
  load(options: { readonly root: string }): Promise<{ runCommand(name: string, args: readonly string[]): Promise<unknown> }>;
}

const [packageFolder = '', dataFolder = ''] = process.argv.slice(2);
const oclif = createRequire(path.join(path.resolve(packageFolder), 'package.json'))('@oclif/config') as OclifConfig;
const plugin = await oclif.load({ root: path.resolve(packageFolder) });
await plugin.runCommand('sfdmu:run', ['--sourceusername', 'csvfile', '--targetusername', 'sink', '--path', dataFolder, '--noprompt']);
