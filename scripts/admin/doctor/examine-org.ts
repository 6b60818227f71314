// Asks every check of the doctor, one after another, and keeps going when one of them cannot be answered.
import type { Connection } from 'jsforce';
import { loadRules } from '../rules/load-rules.ts';
import { access } from './checks/access.ts';
import { automation } from './checks/automation.ts';
import { claims } from './checks/claims.ts';
import { contractData } from './checks/contract-data.ts';
import { edition } from './checks/edition.ts';
import { limits } from './checks/limits.ts';
import { isPackageAbsent, packageParts } from './checks/package-parts.ts';
import { rules } from './checks/rules.ts';
import type { Check, Finding, OrgUnderCare } from './finding.ts';

export interface Examination {
  readonly check: string;
  readonly findings: readonly Finding[];
}

/** All findings by check; undefined when the org has nothing of the package. `rulesFolder` holds the starter rules. */
export async function examineOrg(connection: Connection, target: string, rulesFolder: string): Promise<readonly Examination[] | undefined> {
  const org = await orgUnderCare(connection, target);
  if (isPackageAbsent(org)) return undefined;
  const compare = rules(() => loadRules(connection, rulesFolder, { isCheck: true }));
  const checks: readonly Check[] = [packageParts, edition, access, compare, automation, contractData, claims, limits];
  const examinations: Examination[] = [];
  for (const check of checks) examinations.push({ check: check.name, findings: await answered(check, org) });
  return examinations.filter(({ findings }) => findings.length > 0);
}

/** A refused question is a finding too: usually the user lacks a permission. A line that broke is not. */
async function answered(check: Check, org: OrgUnderCare): Promise<readonly Finding[]> {
  try {
    return await check.look(org);
  } catch (error) {
    if (!(error instanceof Error) || !('errorCode' in error) || error.errorCode === 'INVALID_SESSION_ID') throw error;
    return [
      {
        level: 'look',
        what: `This could not be asked: ${error.message.trim()}`,
        fix: 'Run the doctor as an administrator, or with the permission set SME_Data_Steward and "View Setup and Configuration".',
      },
    ];
  }
}

async function orgUnderCare(connection: Connection, target: string): Promise<OrgUnderCare> {
  const { sobjects } = await connection.describeGlobal();
  return {
    target,
    objects: new Set(sobjects.map(({ name }) => name)),
    query: async (soql) => (await connection.query<Readonly<Record<string, unknown>>>(soql)).records,
    count: async (soql) => (await connection.query(soql)).totalSize,
    limits: async () => await connection.limits(),
  };
}
