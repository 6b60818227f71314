// `npm run build:pages`: builds the local pages and prints their folder.
import { buildPages } from './build-pages.ts';

try {
  console.log(await buildPages({ production: true }));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
