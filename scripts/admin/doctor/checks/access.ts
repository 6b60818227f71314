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
    const [sets, rows, ...misplaced] = await Promise.all([
      org.query(`SELECT Name FROM PermissionSet WHERE Name IN (${list})`),
      org.query(
        `SELECT PermissionSet.Name name, COUNT(Id) people FROM PermissionSetAssignment ` +
          `WHERE PermissionSet.Name IN (${list}) AND Assignee.IsActive = true GROUP BY PermissionSet.Name`,
      ),
      withoutRole(org),
      noMarketingUsers(org),
    ]);
    const present = new Set(sets.map((record) => record['Name']));
    const people = new Map(rows.map((row) => [String(row['name']), Number(row['people'])]));
    return [
      ...absentSets(names, present, org),
      ...unassigned(names, present, people, org),
      ...bypassed(people.get('SME_Automation_Bypass') ?? 0),
      ...misplaced.flat(),
      ...(await assigned(org, people)),
    ];
  },
};

function absentSets(names: readonly string[], present: ReadonlySet<unknown>, org: OrgUnderCare): readonly Finding[] {
  const absent = names.filter((name) => !present.has(name));
  if (absent.length === 0) return [];
  const what = `These permission sets are not in the org: ${absent.join(', ')}.`;
  return [{ level: 'look', what, fix: `npm run deploy -- --target-org ${org.target}` }];
}

function unassigned(
  names: readonly string[],
  present: ReadonlySet<unknown>,
  people: ReadonlyMap<string, number>,
  org: OrgUnderCare,
): readonly Finding[] {
  return names
    .filter((name) => present.has(name) && !people.has(name) && name !== 'SME_Automation_Bypass')
    .map((name) => ({
      level: 'look',
      what: `Nobody has ${name}.`,
      fix: `npx sf org assign permset --name ${name} --on-behalf-of USERNAME --target-org ${org.target}`,
    }));
}

function bypassed(users: number): readonly Finding[] {
  if (users === 0) return [];
  return [
    {
      level: 'look',
      what: `${users} users have SME_Automation_Bypass: what they save runs past the flows, so decision dates and positions are not written.`,
      fix: 'Setup > Permission Sets > SME Automation Bypass > Manage Assignments: take it away when the data load is done.',
    },
  ];
}

async function withoutRole(org: OrgUnderCare): Promise<readonly Finding[]> {
  const users = await assignees(org, ABOVE_OTHERS, 'UserRoleId = null');
  if (users === 0) return [];
  return [
    {
      level: 'look',
      what: `${users} users with ${ABOVE_OTHERS.join(' or ')} have no role: they change neither accounts nor tasks of the people they lead.`,
      fix: 'Setup > Users > Roles: put them above the owners of those accounts (docs/permissions.md says why).',
    },
  ];
}

async function noMarketingUsers(org: OrgUnderCare): Promise<readonly Finding[]> {
  const users = await assignees(org, CAMPAIGNERS, 'UserPermissionsMarketingUser = false');
  if (users === 0) return [];
  return [
    {
      level: 'look',
      what: `${users} users with ${CAMPAIGNERS.join(' or ')} are no marketing users: they cannot make or change campaigns.`,
      fix: 'Setup > Users > the user > Edit: tick Marketing User.',
    },
  ];
}

/** How many active users with one of the sets are as `condition` says. */
async function assignees(org: OrgUnderCare, sets: readonly string[], condition: string): Promise<number> {
  const [row] = await org.query(
    `SELECT COUNT(Id) people FROM PermissionSetAssignment WHERE PermissionSet.Name IN (${quoted(sets)}) ` +
      `AND Assignee.IsActive = true AND Assignee.${condition}`,
  );
  return Number(row?.['people'] ?? 0);
}

async function assigned(org: OrgUnderCare, people: ReadonlyMap<string, number>): Promise<readonly Finding[]> {
  const given = [...people].filter(([name]) => name !== 'SME_Automation_Bypass');
  if (given.length === 0) return [];
  const few = given.filter(([, count]) => count <= NAMED).map(([name]) => name);
  const byName = await namesOfFew(org, few);
  const told = given.map(([name, count]) => `${name} ${byName.get(name)?.join(', ') ?? `${count} people`}`);
  return [{ level: 'good', what: `Assigned: ${told.join('; ')}.` }];
}

/** User names by permission set, for sets that few people have. */
async function namesOfFew(org: OrgUnderCare, sets: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (sets.length === 0) return new Map();
  const rows = await org.query(
    `SELECT PermissionSet.Name, Assignee.Username FROM PermissionSetAssignment ` +
      `WHERE PermissionSet.Name IN (${quoted(sets)}) AND Assignee.IsActive = true ORDER BY Assignee.Username`,
  );
  const nested = (row: Readonly<Record<string, unknown>>, name: string, field: string): string =>
    String((row[name] as Readonly<Record<string, unknown>> | null)?.[field] ?? '');
  const bySet = Map.groupBy(rows, (row) => nested(row, 'PermissionSet', 'Name'));
  return new Map([...bySet].map(([name, found]) => [name, found.map((row) => nested(row, 'Assignee', 'Username'))]));
}
