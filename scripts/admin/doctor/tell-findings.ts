// What `npm run doctor` prints: a heading per check, a sign and a sentence per finding, and the way to mend it below.
import type { Examination } from './examine-org.ts';
import type { Level } from './finding.ts';

const SIGNS: Readonly<Record<Level, string>> = { bad: 'x', look: '!', good: 'ok' };

export function tellFindings(examinations: readonly Examination[]): string {
  return examinations.flatMap(({ check, findings }) => ['', check, ...findings.flatMap(tellFinding)]).join('\n');
}

function tellFinding({ level, what, fix }: Examination['findings'][number]): readonly string[] {
  const line = `  ${SIGNS[level].padEnd(3)}${what}`;
  return fix ? [line, `       -> ${fix}`] : [line];
}

/** The last line: how many of each. */
export function tellSum(examinations: readonly Examination[]): string {
  const count = (level: Level): number =>
    examinations.flatMap(({ findings }) => findings).filter((finding) => finding.level === level).length;
  const [bad, look] = [count('bad'), count('look')];
  return bad + look === 0 ? 'Nothing needs attention.' : `${bad} to mend, ${look} to look at.`;
}
