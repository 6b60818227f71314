// Reports and dashboards over HTTP, as jsforce reads them; what is not carried out is refused by name.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Connection } from 'jsforce';
import { openOrgUnderTest, type OrgUnderTest } from '../testing/org-under-test.ts';

let org: OrgUnderTest;
let account: string;

before(async () => {
  org = await openOrgUnderTest('2026-11-22');
  account = await org.create('Account', { Name: 'Bakkerij Jansen' });
  const providers = [];
  for (const [Name, key] of [
    ['Zonnestroom', 'zonnestroom'],
    ['Noordlicht', 'noordlicht'],
  ])
    providers.push(await org.create('Competitor__c', { Name, External_Id__c: key }));
  for (const [at, end] of ['2027-03-31', '2027-03-15', '2027-06-30', '2020-06-30', null].entries())
    await org.create('Competitor_Contract__c', {
      Account__c: account,
      Competitor__c: providers[at % 2],
      Product_Category__c: at === 2 ? 'Gas' : 'Internet',
      End_Date__c: end,
      Monthly_Value__c: 100 + at,
      Status__c: at === 3 ? 'Ended' : 'Active',
      External_Id__c: `c-${at}`,
    });
});
after(() => org.close());

async function idOf(object: string, name: string): Promise<string> {
  const [row] = await org.rows(`SELECT Id FROM ${object} WHERE DeveloperName = '${name}'`);
  return String(row?.['Id']);
}

/** Label and aggregates of each group of a report, subgroups set in. */
interface Group {
  readonly key: string;
  readonly label: string;
  readonly groupings: readonly Group[];
}

test('reports, dashboards and their folders are records', async () => {
  const [report] = await org.rows("SELECT Name, FolderName, Format, Owner.Name FROM Report WHERE DeveloperName = 'Expiring_Contracts'");
  assert.deepEqual(report, {
    Name: 'Contracts to be left, by month',
    FolderName: 'Customer lifecycle',
    Format: 'Matrix',
    Owner: { attributes: report && (report['Owner'] as { attributes: unknown }).attributes, Name: 'Customer lifecycle' },
  });
  const dashboards = await org.rows('SELECT DeveloperName, Folder.Type FROM Dashboard ORDER BY DeveloperName');
  assert.deepEqual(
    dashboards.map((row) => row['DeveloperName']),
    ['Data_Quality', 'Loyalty', 'Management', 'Marketing'],
  );
});

test('jsforce lists every report and describes one', async () => {
  const { analytics } = org.connection;
  const reports = await analytics.reports();
  assert.equal(reports.length, org.org.org.analytics.reports.length);
  const described = await analytics.report(await idOf('Report', 'Expiring_Contracts')).describe();
  const { reportMetadata, reportTypeMetadata, reportExtendedMetadata } = described;
  assert.deepEqual(reportMetadata.reportType, { label: 'Contracts elsewhere', type: 'Competitor_Contracts__c' });
  assert.deepEqual(reportMetadata.aggregates, ['s!Competitor_Contract__c$Monthly_Value__c', 'RowCount']);
  assert.deepEqual(
    [...reportMetadata.groupingsDown, ...reportMetadata.groupingsAcross].map(({ name, dateGranularity }) => `${name} ${dateGranularity}`),
    [
      'Competitor_Contract__c$Product_Category__c None',
      'Competitor_Contract__c$Competitor__c None',
      'Competitor_Contract__c$Decision_Date__c Month',
    ],
  );
  assert.equal(reportTypeMetadata.categories[1]?.columns['Competitor_Contract__c$Decision_Date__c']?.dataType, 'date');
  assert.equal(reportExtendedMetadata.aggregateColumnInfo['s!Competitor_Contract__c$Monthly_Value__c']?.label, 'Sum of Monthly Value');
});

test('a matrix has groups in their order, facts for every pair, and the rows behind them', async () => {
  const report = org.connection.analytics.report(await idOf('Report', 'Expiring_Contracts'));
  const { factMap, groupingsDown, groupingsAcross, allData } = await report.execute({ details: true });
  const labels = (groups: readonly Group[]): readonly unknown[] => groups.map(({ label, groupings }) => [label, ...labels(groupings)]);
  assert.deepEqual(labels(groupingsDown?.groupings as readonly Group[]), [
    ['Internet', ['Noordlicht'], ['Zonnestroom']],
    ['Gas', ['Zonnestroom']],
  ]);
  assert.deepEqual(labels(groupingsAcross?.groupings as readonly Group[]), [['December 2026'], ['May 2027']]);
  assert.deepEqual(factMap['T!T']?.aggregates, [
    { label: '€\u00a0303,00', value: 303 },
    { label: '3', value: 3 },
  ]);
  assert.deepEqual(factMap['0!1']?.aggregates[1], { label: '0', value: 0 });
  assert.equal(factMap['0_1!0']?.rows?.length, 1);
  const [name, owner, decision] = factMap['0_1!0']?.rows?.[0]?.dataCells ?? [];
  assert.match(name?.label ?? '', /^CC-\d+$/);
  assert.deepEqual(owner, { label: 'Bakkerij Jansen', value: account });
  assert.deepEqual(decision, { label: '31-12-2026', value: '2026-12-31' });
  assert.equal(allData, true);
});

test('a formula reckons over each group, and over nothing without failing', async () => {
  const { factMap, groupingsDown } = await org.connection.analytics.report(await idOf('Report', 'Known_Dates')).execute();
  const share = (key: string): unknown => factMap[key]?.aggregates[1];
  assert.deepEqual(
    groupingsDown?.groupings.map(({ label, key }) => [label, share(`${key}!T`)]),
    [
      ['Internet', { label: '67%', value: 2 / 3 }],
      ['Gas', { label: '100%', value: 1 }],
    ],
  );
  const empty = await org.connection.analytics.report(await idOf('Report', 'Import_Results')).execute();
  assert.deepEqual(
    empty.factMap['T!T']?.aggregates.map(({ value }) => value),
    [0, 0, 0, 0, 0, 0],
  );
});

test('numbers and days are written as the locale of the user has them, whatever the language', async () => {
  const decision = async (): Promise<unknown> => {
    const { factMap } = await org.connection.analytics.report(await idOf('Report', 'Expiring_Contracts')).execute({ details: true });
    return [factMap['T!T']?.aggregates[0]?.label, factMap['0_1!0']?.rows?.[0]?.dataCells[2]?.label];
  };
  await org.update('User', org.org.org.defaultUserId, { LocaleSidKey: 'en_US' });
  assert.deepEqual(await decision(), ['€303.00', '12/31/2026']);
  await org.update('User', org.org.org.defaultUserId, { LocaleSidKey: 'nl_NL' });
  assert.deepEqual(await decision(), ['€\u00a0303,00', '31-12-2026']);
});

test('a user reads names and words in the own language', async () => {
  await org.update('User', org.org.org.defaultUserId, { LanguageLocaleKey: 'nl_NL' });
  const { factMap, groupingsAcross, reportMetadata } = await org.connection.analytics
    .report(await idOf('Report', 'Expiring_Contracts'))
    .execute({ details: true });
  await org.update('User', org.org.org.defaultUserId, { LanguageLocaleKey: 'en_US' });
  assert.equal(reportMetadata.name, 'Op te zeggen contracten per maand');
  assert.equal(groupingsAcross?.groupings[0]?.label, 'december 2026');
  assert.equal(factMap['0_1!0']?.rows?.[0]?.dataCells[2]?.label, '31-12-2026');
});

test('a dashboard gives its layout and the results of its components', async () => {
  const dashboard = org.connection.analytics.dashboard(await idOf('Dashboard', 'Management'));
  const { componentData, dashboardMetadata } = (await dashboard.components()) as unknown as {
    readonly componentData: readonly { readonly componentId: string; readonly reportResult: { readonly factMap: object } }[];
    readonly dashboardMetadata: {
      readonly components: readonly { readonly id: string; readonly header: string }[];
      readonly layout: object;
    };
  };
  assert.equal(componentData.length, dashboardMetadata.components.length);
  assert.equal(dashboardMetadata.components[0]?.header, 'Contracts to be left, by month');
  const [first] = await dashboard.components(componentData[0]?.componentId).then((one) => [one] as const);
  assert.equal((first as unknown as { readonly componentData: readonly unknown[] }).componentData.length, 1);
  const status = (await dashboard.status()) as unknown as { readonly componentStatus: readonly { readonly refreshStatus: string }[] };
  assert.ok(status.componentStatus.every(({ refreshStatus }) => refreshStatus === 'IDLE'));
  assert.ok((await dashboard.refresh()).statusUrl.endsWith('/status'));
});

test('what is not there is not found, what is not carried out is refused by name', async () => {
  const { analytics } = org.connection;
  await assert.rejects(analytics.report('00O0L0000009999AAA').execute(), { errorCode: 'NOT_FOUND' });
  const report = analytics.report(await idOf('Report', 'Expiring_Contracts'));
  await assert.rejects(report.execute({ metadata: { reportMetadata: { reportFilters: [] } } }), /NOT_IMPLEMENTED|other metadata/);
  await assert.rejects(report.executeAsync(), /Analytics API/);
});

test('whoever may not see what a report is about is refused, on a dashboard component by component', async () => {
  const [assigned] = await org.rows(
    "SELECT Id FROM PermissionSetAssignment WHERE Assignee.Username = 'marketing@local.example' AND PermissionSet.Name = 'SME_Marketing'",
  );
  await org.connection.sobject('PermissionSetAssignment').destroy(String(assigned?.['Id']));
  const { analytics } = new Connection({
    instanceUrl: org.org.url,
    accessToken: org.org.signIn('marketing@local.example'),
    version: '68.0',
  });
  await assert.rejects(analytics.report(await idOf('Report', 'Import_Results')).execute(), { errorCode: 'FORBIDDEN' });
  const { componentData } = (await analytics.dashboard(await idOf('Dashboard', 'Data_Quality')).components()) as unknown as {
    readonly componentData: readonly { readonly reportResult: object | null; readonly status: { readonly dataStatus: string } }[];
  };
  assert.ok(componentData.every(({ reportResult, status }) => reportResult === null && status.dataStatus === 'ERROR'));
});
