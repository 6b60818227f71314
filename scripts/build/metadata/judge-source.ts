// Judges metadata that a client deploys to a local org, by the same check as the package: only what an org refuses counts.
import path from 'node:path';
import type { Fault } from '../../local-org/deployment/judge.ts';
import { checkPackage } from './check-package.ts';

/** Faults of everything below a folder in source format; our own rules of style are no concern of others' metadata. */
export function judgeSource(source: string): readonly Fault[] {
  return checkPackage([source], source)
    .findings.filter(({ level }) => level === 'fault')
    .map(({ file, line, element, message, fix }) => ({ file: path.join(source, file), line, problem: `${element}: ${message} ${fix}` }));
}
