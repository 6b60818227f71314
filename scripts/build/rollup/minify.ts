// Makes the chunks of a production build small; names of classes and functions are not part of what the pages do.
import { transform } from 'esbuild';
import type { Plugin } from 'rollup';

export function minify(): Plugin {
  return {
    name: 'minify',
    async renderChunk(code) {
      const { code: small, map } = await transform(code, {
        minify: true,
        target: 'es2022',
        format: 'esm',
        legalComments: 'none',
        sourcemap: 'external',
      });
      return { code: small, map };
    },
  };
}
