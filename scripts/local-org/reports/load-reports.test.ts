// What reports may say is bound when the org opens; everything else is refused with file and element.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { loadSchema } from '../metadata/load-schema.ts';
import { loadAnalytics } from './load-analytics.ts';

const FORCE_APP = resolve(import.meta.dirname, '../../../force-app');
const PACKAGES = ['lifecycle', 'contracts', 'comparison', 'feedback', 'campaigns'].map((name) => join(FORCE_APP, name));
const schema = loadSchema(PACKAGES);
const work = mkdtempSync(join(tmpdir(), 'reports-'));
after(() => rmSync(work, { recursive: true, force: true }));

const EXPIRING = 'reports/Lifecycle_Reports/Expiring_Contracts.report-meta.xml';
const SHARE = 'reports/Lifecycle_Reports/Market_Share.report-meta.xml';
const PROACTIVE = 'reports/Lifecycle_Reports/Proactive_Share.report-meta.xml';
const TYPE = 'reportTypes/Lifecycle_Positions.reportType-meta.xml';
const DASHBOARD = 'dashboards/Lifecycle_Dashboards/Management.dashboard-meta.xml';

/** Loads the package's analytics with a text of one file replaced. */
function loadChanged(file: string, from: string, to: string): void {
  const folder = join(work, 'analytics');
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(FORCE_APP, 'analytics'), folder, { recursive: true });
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  assert.ok(text.includes(from), `${file} does not hold ${from}`);
  writeFileSync(path, text.replace(from, to));
  loadAnalytics([folder], schema);
}

test('every report and dashboard of the package is carried out', () => {
  const { reports, dashboards, folders } = loadAnalytics([join(FORCE_APP, 'analytics')], schema);
  assert.ok(reports.length >= 20);
  assert.ok(dashboards.length >= 4);
  assert.deepEqual(
    folders.map(({ type, developerName }) => `${type} ${developerName}`),
    ['Report Lifecycle_Reports', 'Dashboard Lifecycle_Dashboards'],
  );
});

for (const [what, file, from, to, message] of [
  ['buckets', EXPIRING, '<chart>', '<buckets/><chart>', /Expiring_Contracts.*<buckets>.*does not carry out in a report/],
  ['row-level formulas', EXPIRING, '<chart>', '<customDetailFormulas/><chart>', /<customDetailFormulas>/],
  ['joined reports', EXPIRING, '<format>Matrix', '<format>MultiBlock', /<format> MultiBlock/],
  ['a unique count', EXPIRING, '<aggregateTypes>Sum', '<aggregateTypes>Unique', /sums up by Unique/],
  ['fiscal quarters', EXPIRING, '<dateGranularity>Month', '<dateGranularity>FiscalQuarter', /<dateGranularity> FiscalQuarter/],
  ['a comparison of columns', EXPIRING, '<columnToColumn>false', '<columnToColumn>true', /compares two columns/],
  ['within', EXPIRING, '<operator>equals', '<operator>within', /<operator> within/],
  ['a day written out in a filter', EXPIRING, '<value>THIS_MONTH', '<value>1/2/2027', /the day 1\/2\/2027/],
  ['a scatter chart', EXPIRING, '<chartType>VerticalColumnStacked', '<chartType>Scatter', /chart of the type Scatter/],
  ['values of other groups in a formula', SHARE, ':SUM / RowCount)', ':SUM / PARENTGROUPVAL(RowCount, GRAND_SUMMARY))', /PARENTGROUPVAL/],
  ['events', PROACTIVE, '<value>t</value>', '<value>te</value>', /reports events too/],
  ['a second object', TYPE, '<category>', '<join><outerJoin>true</outerJoin><relationship>X__r</relationship></join><category>', /<join>/],
  ['gauges', DASHBOARD, '<componentType>Metric', '<componentType>Gauge', /<componentType> Gauge/],
  ['filters of dashboards', DASHBOARD, '<dashboardType>', '<dashboardFilters/><dashboardType>', /<dashboardFilters>/],
] as const) {
  test(`${what}: refused by name`, () => {
    assert.throws(() => loadChanged(file, from, to), message);
  });
}

test('a column, a report type and a report that are not there are named', () => {
  assert.throws(
    () => loadChanged(EXPIRING, 'Contract__c$Competitor__c', 'Contract__c$Provider__c'),
    /the column Competitor_Contract__c\$Provider__c/,
  );
  assert.throws(
    () => loadChanged(EXPIRING, '<reportType>Competitor_Contracts__c', '<reportType>Contracts__c'),
    /the report type Contracts__c/,
  );
  assert.throws(() => loadChanged(TYPE, '<field>Is_Stuck__c', '<field>Is_Late__c'), /the column Is_Late__c/);
  assert.throws(
    () => loadChanged(DASHBOARD, 'Lifecycle_Reports/Stage_Funnel', 'Lifecycle_Reports/Funnel'),
    /the report Lifecycle_Reports\/Funnel/,
  );
});
