// Who may do what: each permission set of the package, how many active users have it, and whether they stand where it needs them.
import { readInventory } from '../../package-inventory.ts';
import type { Check, Finding, OrgUnderCare } from '../finding.ts';

/** Of more people than this only the number is told. */
const NAMED = 3;

/** Whoever has these works on records of others through the role hierarchy. */
const ABOVE_OTHERS: readonly string[] = ['SME_Sales_Manager', 'SME_Loyalty_Manager'];

/** Whoever has these makes campaigns, which the platform leaves to marketing users. */
const CAMPAIGNERS: readonly string[] = ['SME_Communication', 'SME_Marketing'];

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

export const access: Check = {
  name: 'Permission sets',
  look: async (org) => {
    const names = readInventory().flatMap(({ permissionSets }) => permissionSets);
    const list = quoted(names);
    const present = new Set((await org.query(`SELECT Name FROM PermissionSet WHERE Name IN (${list})`)).map((record) => record['Name']));
    const rows = await org.query(
      `SELECT PermissionSet.Name name, COUNT(Id) people FROM PermissionSetAssignment ` +
        `WHERE PermissionSet.Name IN (${list}) AND Assignee.IsActive = true GROUP BY PermissionSet.Name`,
    );
    const people = new Map(rows.map((row) => [String(row['name']), Number(row['people'])]));
    const byName = await namesOfFew(
      org,
      [...people].filter(([, count]) => count <= NAMED).map(([name]) => name),
    );
    const findings: Finding[] = [];
    const absent = names.filter((name) => !present.has(name));
    if (absent.length > 0) {
      findings.push({
        level: 'look',
        what: `These permission sets are not in the org: ${absent.join(', ')}.`,
        fix: `npm run deploy -- --target-org ${org.target}`,
      });
    }
    for (const name of names.filter((one) => present.has(one) && !people.has(one) && one !== 'SME_Automation_Bypass')) {
      findings.push({
        level: 'look',
        what: `Nobody has ${name}.`,
        fix: `npx sf org assign permset --name ${name} --on-behalf-of USERNAME --target-org ${org.target}`,
      });
    }
    const bypass = people.get('SME_Automation_Bypass') ?? 0;
    if (bypass > 0) {
      findings.push({
        level: 'look',
        what: `${bypass} users have SME_Automation_Bypass: what they save runs past the flows, so decision dates and positions are not written.`,
        fix: 'Setup > Permission Sets > SME Automation Bypass > Manage Assignments: take it away when the data load is done.',
      });
    }
    const [{ people: without = 0 } = {}] = await org.query(
      `SELECT COUNT(Id) people FROM PermissionSetAssignment WHERE PermissionSet.Name IN (${quoted(ABOVE_OTHERS)}) ` +
        'AND Assignee.IsActive = true AND Assignee.UserRoleId = null',
    );
    if (Number(without) > 0) {
      findings.push({
        level: 'look',
        what: `${Number(without)} users with ${ABOVE_OTHERS.join(' or ')} have no role: they change neither accounts nor tasks of the people they lead.`,
        fix: 'Setup > Users > Roles: put them above the owners of those accounts (docs/permissions.md says why).',
      });
    }
    const [{ people: unable = 0 } = {}] = await org.query(
      `SELECT COUNT(Id) people FROM PermissionSetAssignment WHERE PermissionSet.Name IN (${quoted(CAMPAIGNERS)}) ` +
        'AND Assignee.IsActive = true AND Assignee.UserPermissionsMarketingUser = false',
    );
    if (Number(unable) > 0) {
      findings.push({
        level: 'look',
        what: `${Number(unable)} users with ${CAMPAIGNERS.join(' or ')} are no marketing users: they cannot make or change campaigns.`,
        fix: 'Setup > Users > the user > Edit: tick Marketing User.',
      });
    }
    const given = [...people]
      .filter(([name]) => name !== 'SME_Automation_Bypass')
      .map(([name, count]) => `${name} ${byName.get(name)?.join(', ') ?? `${count} people`}`);
    if (given.length > 0) findings.push({ level: 'good', what: `Assigned: ${given.join('; ')}.` });
    return findings;
  },
};

/** User names by permission set, for sets that few people have. */
async function namesOfFew(org: OrgUnderCare, sets: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (sets.length === 0) return new Map();
  const list = sets.map((name) => `'${name}'`).join(', ');
  const rows = await org.query(
    `SELECT PermissionSet.Name, Assignee.Username FROM PermissionSetAssignment ` +
      `WHERE PermissionSet.Name IN (${list}) AND Assignee.IsActive = true ORDER BY Assignee.Username`,
  );
  const nested = (row: Readonly<Record<string, unknown>>, name: string, field: string): string =>
    String((row[name] as Readonly<Record<string, unknown>> | null)?.[field] ?? '');
  const bySet = Map.groupBy(rows, (row) => nested(row, 'PermissionSet', 'Name'));
  return new Map([...bySet].map(([name, found]) => [name, found.map((row) => nested(row, 'Assignee', 'Username'))]));
}
