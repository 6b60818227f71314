// Where `npm start` begins: JavaScript, so that the compile cache is on before the first TypeScript is read, as for `npm run org`.
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./start.ts');
