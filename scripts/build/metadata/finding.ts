// What a check of the metadata has found, and how it is told.

export interface Finding {
  /**
   * An org refuses a fault. An advice is a rule of this project's own. What could not be judged is named as such: it may be right, and it may be
   * wrong.
   */
  readonly level: 'fault' | 'advice' | 'unjudged';
  /** Path relative to the folder that was checked. */
  readonly file: string;
  /** Line of the element, from 1. */
  readonly line: number;
  /** The element or the thing that is at fault, such as `referenceTo` or `Notice_Regime__c.Phase__c`. */
  readonly element: string;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What to do about it, as a sentence. */
  readonly fix: string;
}

const LEAD: Readonly<Record<Finding['level'], string>> = { fault: 'Fix', advice: 'Advice', unjudged: 'Not judged' };

/** One line per finding: `file:line element: message Fix: …`, in file and line order; what is no fault says so. */
export function tellFindings(findings: readonly Finding[]): string {
  return [...findings]
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
    .map(({ level, file, line, element, message, fix }) => `${file}:${line} ${element}: ${message} ${LEAD[level]}: ${fix}`)
    .join('\n');
}
