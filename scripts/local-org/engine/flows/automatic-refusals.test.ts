import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadFlows } from '../../flow/load-flows.ts';
import { loadSchema } from '../../metadata/load-schema.ts';
import { DAYS_FOLDER, openDaysOrg } from '../__fixtures__/days-org.ts';

/** Does work with a copy of the fixture folder in which one piece of a flow is replaced. */
async function withChanged<T>(flow: string, from: string, to: string, work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'days-'));
  try {
    cpSync(DAYS_FOLDER, folder, { recursive: true });
    const file = join(folder, 'flows', `${flow}.flow-meta.xml`);
    const text = readFileSync(file, 'utf8').replace(/>\s+</g, '><');
    assert.ok(text.includes(from), `${flow} has no ${from}`);
    writeFileSync(file, text.replace(from, to));
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const CHASE = 'Opportunity_Scheduled_Chase';
const GREET = 'Week_Scheduled_Greet';
const FOLLOW = 'Contract_AfterSave_Follow';

test('schedules, paths and actions that would not be carried out are refused with file and element', async () => {
  const cases: readonly (readonly [flow: string, from: string, to: string, reason: string])[] = [
    [CHASE, '<frequency>Daily<', '<frequency>Hourly<', 'start has the frequency Hourly'],
    [CHASE, '<startDate>2026-11-24<', '<startDate>2026-11-31<', 'start has the start date 2026-11-31'],
    [CHASE, '06:00:00.000Z', '25:00:00.000Z', 'start has the start time 25:00:00.000'],
    [CHASE, '<frequency>Daily', '<endDate>2027-01-01</endDate><frequency>Daily', 'start uses <endDate>'],
    [CHASE, '<object>Opportunity</object>', '', 'Make_Task refers to $Record.Name, which does not exist'],
    [CHASE, '$Flow.CurrentDate', '$Record.Id', 'puts a text where a date belongs'],
    [
      CHASE,
      '<elementReference>$Flow.CurrentDate</elementReference></value></filters>',
      '<elementReference>$Record.CloseDate</elementReference></value></filters>',
      'start filters by $Record.CloseDate',
    ],
    [CHASE, '$Record.Name', '$Record__Prior.Name', 'refers to $Record__Prior.Name'],
    [GREET, '<actionType>emailSimple<', '<actionType>emailAlert<', 'Mail calls the action emailSimple of type emailAlert'],
    [GREET, '<name>emailBody<', '<name>emailTemplateId<', 'Mail hands emailTemplateId to emailSimple'],
    [GREET, '<name>title<', '<name>targetPageRef<', 'Notify hands targetPageRef to customNotificationAction'],
    [GREET, '>CurrentTransaction<', '>NewTransaction<', 'Notify runs in a transaction of its own'],
    [FOLLOW, '<offsetUnit>Hours<', '<offsetUnit>Months<', 'start.Next_Day has an offset in Months'],
    [FOLLOW, '<offsetNumber>36<', '<pathType>AsyncAfterCommit</pathType><offsetNumber>36<', 'start has a path of type AsyncAfterCommit'],
    [FOLLOW, '<recordField>CustomerSignedDate<', '<recordField>Name<', 'counts from Name, which is no date'],
    [FOLLOW, 'Criteria>true<', 'Criteria>false<', 'the platform wants doesRequireRecordChangedToMeetCriteria'],
  ];
  for (const [flow, from, to, reason] of cases) {
    await withChanged(flow, from, to, (folder) => {
      assert.throws(
        () => loadFlows([folder], loadSchema([folder])),
        (error: Error) => {
          assert.ok(error.message.includes(`${flow}.flow-meta.xml`) && error.message.includes(reason), `${to}: ${error.message}`);
          return true;
        },
      );
    });
  }
});

test('a message to nobody, or from a type that does not exist, fails its flow and is not sent', async () => {
  const cases: readonly (readonly [from: string, to: string, reason: string])[] = [
    ['<elementReference>recipients<', '<elementReference>nobody<', 'Missing required input parameter: recipientIds'],
    ['<elementReference>Type.Id<', '<elementReference>$User.Id<', 'Invalid custom notification type ID: 005'],
    ['<stringValue>week@local.example, month', '<stringValue>week, month', 'One of the email addresses is invalid'],
  ];
  const more = '<variables><name>nobody</name><dataType>String</dataType><isCollection>true</isCollection></variables></Flow>';
  for (const [from, to, reason] of cases) {
    await withChanged(GREET, from, to, async (folder) => {
      const file = join(folder, 'flows', `${GREET}.flow-meta.xml`);
      writeFileSync(file, readFileSync(file, 'utf8').replace('</Flow>', more));
      const days = openDaysOrg({ metadata: folder });
      const [report] = await days.until('2026-11-23');
      assert.equal(report?.runs[0]?.faults, 1);
      assert.equal(days.org.automation.outbox(0, 10).totalSize, 0, 'what the flow had sent before is undone');
      const { errors } = days.org.automation.flowErrors(0, 10);
      assert.ok(errors[0]?.message.includes(reason), errors[0]?.message);
    });
  }
});

test('custom notification types are found by query, and only the package makes them', () => {
  const { org, session, values } = openDaysOrg();
  assert.deepEqual(values('MasterLabel', "CustomNotificationType WHERE DeveloperName = 'Morning'"), ['Morning']);
  assert.throws(() => org.insert(session, 'CustomNotificationType', [{ MasterLabel: 'Mine' }], { allOrNone: false }), /cannot be inserted/);
});
