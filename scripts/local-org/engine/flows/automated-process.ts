// The Automated Process user: in whose name the org works by itself, where it names no default workflow user for that.
import type { StoredRow } from '../../../platform/record.ts';
import { recordId } from '../../../platform/record-id.ts';
import type { OrgCore } from '../org-core.ts';
import type { Session } from '../session.ts';

/** The user type that nobody can sign in with, and that profiles and permission sets do not know. */
export const AUTOMATED_PROCESS = 'AutomatedProcess';

/** Whether a session is the org's own: flows run in system context, so that it is not checked. */
export function isAutomatedProcess(core: OrgCore, userId: string): boolean {
  return core.records.row('User', userId)?.['UserType'] === AUTOMATED_PROCESS;
}

/** The session of flows that the schedule or an event starts. Throws Error for an org without the user, which opening it makes. */
export function automatedSession(core: OrgCore): Session {
  const [user] = core.store.select(`SELECT "Id", "Username", "LanguageLocaleKey" FROM "User" WHERE "UserType" = ?1`, [AUTOMATED_PROCESS]);
  if (!user) throw new Error('the org has no Automated Process user');
  return { userId: String(user[0]), username: String(user[1]), language: String(user[2]) };
}

/** Makes the user unless the org has it; like that of an org it has no profile, no role and the language of the organization. */
export function seedAutomatedProcess(core: OrgCore, instant: string, maker: string): void {
  const user = core.schema.object('User');
  if (!user) throw new Error('the schema has no User');
  if (core.store.select(`SELECT "Id" FROM "User" WHERE "UserType" = ?1`, [AUTOMATED_PROCESS])[Symbol.iterator]().next().done !== true)
    return;
  const [[organizationId, language] = []] = core.store.select('SELECT "Id", "LanguageLocaleKey" FROM "Organization"', []);
  const username = `autoproc@${String(organizationId).toLowerCase()}`;
  const row: StoredRow = {
    ...core.plan(user).blank,
    Id: recordId('005', core.store.takeSerials('User', 1)),
    Username: username,
    FirstName: 'Automated',
    LastName: 'Process',
    Name: 'Automated Process',
    Alias: 'autoproc',
    Email: username,
    IsActive: true,
    UserType: AUTOMATED_PROCESS,
    LanguageLocaleKey: language ?? null,
    LocaleSidKey: 'nl_NL',
    TimeZoneSidKey: 'Europe/Amsterdam',
    CreatedDate: instant,
    CreatedById: maker,
    LastModifiedDate: instant,
    LastModifiedById: maker,
    SystemModstamp: instant,
  };
  core.store.insert('User', [row]);
}
