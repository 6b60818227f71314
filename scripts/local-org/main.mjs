// Where `npm run org` begins: JavaScript, so that the compile cache is on before the first TypeScript is read. Compiling none of it anew
// spares a second start a quarter of its processor time, and the process 25 MB.
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./main.ts');
