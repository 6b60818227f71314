// Removes types from TypeScript before the LWC compiler sees it, and leaves everything else, decorators too, as written.
import type { Plugin } from 'rollup';
import ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  useDefineForClassFields: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  sourceMap: true,
};

export function stripTypes(): Plugin {
  return {
    name: 'strip-types',
    transform: {
      order: 'pre',
      handler(code, id) {
        const file = id.split('?')[0] ?? id;
        if (!file.endsWith('.ts') || file.includes('/node_modules/')) return null;
        const output = ts.transpileModule(code, { compilerOptions: OPTIONS, fileName: file });
        return { code: output.outputText.replace(/\n?\/\/# sourceMappingURL=.*$/, ''), map: output.sourceMapText ?? null };
      },
    },
  };
}
