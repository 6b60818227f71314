import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DAYS_FOLDER, openDaysOrg } from '../__fixtures__/days-org.ts';

const CHASE = 'flows/Opportunity_Scheduled_Chase.flow-meta.xml';
const OWNER = /<inputAssignments>\s*<field>OwnerId<\/field>[\s\S]*?<\/inputAssignments>/;
const DEAL = { Name: 'Early', CloseDate: '2026-11-20', StageName: 'Prospecting' };

test('what the schedule starts is made and changed by the Automated Process user, and belongs to whom the flow names', async () => {
  const { until, made, values, org, session } = openDaysOrg();
  made('Opportunity', DEAL);
  await until('2026-11-24');
  const names = (soql: string): readonly unknown[] => org.query(session, soql).records.map(({ n }) => n);
  assert.deepEqual(names('SELECT CreatedBy.Name n FROM Task GROUP BY CreatedBy.Name'), ['Automated Process']);
  assert.deepEqual(values('OwnerId', 'Task'), [org.defaultUserId]);
  assert.deepEqual(values('CreatedById', 'Opportunity'), [org.defaultUserId]);
  assert.deepEqual(names('SELECT LastModifiedBy.Name n FROM Opportunity GROUP BY LastModifiedBy.Name'), ['Automated Process']);
});

test('a task whose flow names no owner would be the Automated Process user’s, which is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'days-'));
  try {
    cpSync(DAYS_FOLDER, folder, { recursive: true });
    const flow = readFileSync(join(folder, CHASE), 'utf8');
    assert.match(flow, OWNER);
    writeFileSync(join(folder, CHASE), flow.replace(OWNER, ''));
    const { until, made, values, org } = openDaysOrg({ metadata: folder });
    made('Opportunity', DEAL);
    await until('2026-11-24');
    assert.deepEqual(values('Id', 'Task'), []);
    assert.match(org.automation.flowErrors(0, 10).errors[0]?.message ?? '', /OP_WITH_INVALID_USER_TYPE_EXCEPTION/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('an org has one such user, without profile and role, and keeps it when it is opened again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'days-'));
  try {
    for (const round of [1, 2]) {
      const { org, session } = openDaysOrg({ folder });
      const { records } = org.query(session, "SELECT Alias, ProfileId, UserRoleId FROM User WHERE UserType = 'AutomatedProcess'");
      org.close();
      assert.deepEqual(
        records.map(({ Alias, ProfileId, UserRoleId }) => [Alias, ProfileId, UserRoleId]),
        [['autoproc', null, null]],
        `round ${round}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
