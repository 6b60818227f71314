// The common shape of the checks: each looks at the whole package and reports what it finds.
import type { Finding } from './finding.ts';
import type { PackageModel } from './package-model.ts';
import type { SourceFile } from './source-tree.ts';
import type { XmlNode } from './xml-document.ts';

export type Tell = (file: SourceFile, node: XmlNode, element: string, message: string, fix: string) => void;

/** Reports a finding at an element of a file: what an org refuses, by `advise` what it takes and we do not. */
export type Report = Tell & {
  readonly advise: Tell;
  readonly unjudged: Tell;
  /** Reports that a name is nowhere: a fault if it is custom, else not judged, since no list of standard names that can be had offline is whole. */
  about(name: string): Tell;
};

export type Check = (model: PackageModel, report: Report) => void;

/** Names of things that somebody made, such as `Park__c`, `Owner__r` or `Park__mdt`. */
const CUSTOM = /__[a-z]+$/i;

/** Runs checks over a package and gathers what they report. */
export function runChecks(model: PackageModel, checks: readonly Check[]): readonly Finding[] {
  const findings: Finding[] = [];
  const tell =
    (level: Finding['level']): Tell =>
    (file, node, element, message, fix) =>
      findings.push({ level, file: file.path, line: node.line, element, message, fix });
  const [fault, unjudged] = [tell('fault'), tell('unjudged')];
  const report: Report = Object.assign(tell('fault'), {
    advise: tell('advice'),
    unjudged,
    about: (name: string) => (model.isLocalOrg || CUSTOM.test(name) ? fault : unjudged),
  });
  for (const check of checks) check(model, report);
  return findings;
}
