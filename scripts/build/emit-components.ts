// Writes the JavaScript of the components beside their TypeScript: what is deployed to an org, which takes no TypeScript.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CONFIG = path.join(ROOT, 'config/typescript/deploy.json');

/** Answers the files that were written. Throws with every type error, and writes nothing then. */
export function emitComponents(folder = path.join(ROOT, 'force-app')): readonly string[] {
  const { config, error } = ts.readConfigFile(CONFIG, ts.sys.readFile);
  if (error) throw new Error(told([error]));
  const { fileNames, options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(CONFIG), {}, CONFIG);
  const program = ts.createProgram(fileNames, { ...options, outDir: folder, noEmitOnError: true, listEmittedFiles: true });
  const problems = [...errors, ...ts.getPreEmitDiagnostics(program)];
  if (problems.length > 0) throw new Error(told(problems));
  return program.emit().emittedFiles ?? [];
}

function told(problems: readonly ts.Diagnostic[]): string {
  return ts.formatDiagnostics(problems, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => ROOT, getNewLine: () => '\n' });
}

if (import.meta.main) {
  for (const file of emitComponents()) console.log(path.relative(ROOT, file));
}
