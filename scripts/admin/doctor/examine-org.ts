// Asks every check of the doctor, all at once, and keeps going when one of them cannot be answered.
import type { Connection } from 'jsforce/lib/connection.js';
import { loadRules } from '../rules/load-rules.ts';
import { access } from './checks/access.ts';
import { automation } from './checks/automation.ts';
import { claims } from './checks/claims.ts';
import { contractData } from './checks/contract-data.ts';
import { edition } from './checks/edition.ts';
import { limits } from './checks/limits.ts';
import { nightlyWork } from './checks/nightly-work.ts';
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
  const checks: readonly Check[] = [packageParts, edition, access, compare, automation, nightlyWork, contractData, claims, limits];
  const examinations = await Promise.all(checks.map(async (check) => ({ check: check.name, findings: await answered(check, org) })));
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
        what: `This could not be asked: ${error.message.trim().split('\n').at(-1)?.trim() ?? error.errorCode}`,
        fix: isUnknownField(error.errorCode)
          ? `The org has an older version of the package, or shows you less of it: npm run deploy -- --target-org ${org.target}, then npx sf org assign permset --name SME_Lifecycle_Admin --target-org ${org.target}`
          : 'Run the doctor as an administrator, or with the permission set SME_Lifecycle_Admin and "View Setup and Configuration".',
      },
    ];
  }
}

function isUnknownField(code: unknown): boolean {
  return code === 'INVALID_FIELD' || code === 'INVALID_TYPE';
}

async function orgUnderCare(connection: Connection, target: string): Promise<OrgUnderCare> {
  const { sobjects } = await connection.describeGlobal();
  return {
    target,
    objects: new Set(sobjects.map(({ name }) => name)),
    query: async (soql) => (await connection.query<Readonly<Record<string, unknown>>>(soql)).records,
    count: async (soql) => (await connection.query(soql)).totalSize,
    metadataNames: async (type) => await namesOf(connection, type),
    limits: async () => await connection.limits(),
  };
}

/** The local org answers the Metadata API only where metadata is deployed to it; not every user may ask for it either. */
async function namesOf(connection: Connection, type: string): Promise<readonly string[] | undefined> {
  try {
    return (await connection.metadata.list([{ type }])).map(({ fullName }) => fullName);
  } catch (error) {
    if (error instanceof Error && 'errorCode' in error) return undefined;
    throw error;
  }
}
