// Errors in report types, reports and dashboards to plant in the small package, each with what the check must say about it.
import { plant, type PlantedError } from './plant.ts';

const PARK = 'objects/Park__c/Park__c.object-meta.xml';
const DUTCH = 'translations/nl_NL.translation-meta.xml';
const REPORT_TYPE = 'reportTypes/Parks_With_Members.reportType-meta.xml';
const REPORT = 'reports/Park_Reports/Parks_By_State.report-meta.xml';
const DASHBOARD = 'dashboards/Park_Dashboards/Parks.dashboard-meta.xml';

export const IN_ANALYTICS: readonly PlantedError[] = [
  plant(
    'a report type about an object that does not exist',
    REPORT_TYPE,
    ['<baseObject>Park__c', '<baseObject>Parks__c'],
    /Parks__c: There is no such object/,
  ),
  plant(
    'a report type about an object that allows no reports',
    PARK,
    ['<enableReports>true', '<enableReports>false'],
    /Parks_With_Members.*Park__c: The object does not allow reports/,
  ),
  plant(
    'a report type that joins what is no child',
    REPORT_TYPE,
    ['<relationship>Members__r', '<relationship>Member__r'],
    /Member__r: Park__c has no such child relationship/,
  ),
  plant(
    'a column of a table that is not joined',
    REPORT_TYPE,
    ['<table>Park__c.Members__r', '<table>Park__c.Owners__r'],
    /Park__c\.Owners__r: The report type has no such table\. Fix: Use one of: Park__c, Park__c\.Members__r/,
  ),
  plant(
    'a column of a report type that is no field',
    REPORT_TYPE,
    ['<field>Opened_Date__c', '<field>Opened__c'],
    /Opened__c: Park__c has no such field/,
  ),
  plant(
    'a lookup that a report type names by its id',
    REPORT_TYPE,
    ['<field>Owner.Name', '<field>OwnerId'],
    /OwnerId: Park__c has no such field\. Fix: .*without Id/,
  ),
  plant('a column that stands twice in a report type', REPORT_TYPE, ['<field>Opened_Date__c', '<field>Name'], /Name: It stands twice/),
  plant(
    'a report of a type that does not exist',
    REPORT,
    ['<reportType>Parks_With_Members__c', '<reportType>Parks__c'],
    /Parks__c: There is no such report type/,
  ),
  plant(
    'a report that names its columns with a dot',
    REPORT,
    ['<sortColumn>Park__c$Name', '<sortColumn>Park__c.Name'],
    /Park__c\.Name: The report type has no such column\. Fix: Write Object__c\$Field__c/,
  ),
  plant(
    'a report that groups by a column that its type lacks',
    REPORT,
    ['<groupingsDown>\n    <field>Park__c$State__c', '<groupingsDown>\n    <field>Park__c$City__c'],
    /Park__c\$City__c: The report type has no such column/,
  ),
  plant(
    'a filter of a report on a column that its type lacks',
    REPORT,
    ['<column>Park__c.Members__r$Role__c', '<column>Park__c.Members__r$Note__c'],
    /Park__c\.Members__r\$Note__c: The report type has no such column/,
  ),
  plant(
    'a filter of a report on a value that does not exist',
    REPORT,
    ['<value>Lead,Member', '<value>Lead,Guest'],
    /Guest: It is no value of Park__c\.Members__r\$Role__c\. Fix: Choose one of: .*Lead/,
  ),
  plant('filter logic of a report beyond its filters', REPORT, ['1 OR 2', '1 OR 3'], /3: There are only 2 filters/),
  plant(
    'a formula of a report over a column that its type lacks',
    REPORT,
    ['Park__c.Member_Count__c:SUM', 'Park__c.Members__c:SUM'],
    /Park__c\.Members__c: The report type has no such column/,
  ),
  plant(
    'a sum of what is no number',
    REPORT,
    [
      '<aggregateTypes>Sum</aggregateTypes>\n    <field>Park__c$Member_Count__c',
      '<aggregateTypes>Sum</aggregateTypes>\n    <field>Park__c$State__c',
    ],
    /Park__c\$State__c: Its Sum cannot be reckoned/,
  ),
  plant(
    'a chart of what the report does not reckon',
    REPORT,
    ['<aggregate>Sum', '<aggregate>Average'],
    /Park__c\$Member_Count__c: The report does not reckon its Average/,
  ),
  plant(
    'a chart by what the report does not group by',
    REPORT,
    ['<groupingColumn>Park__c$State__c', '<groupingColumn>Park__c$Name'],
    /Park__c\$Name: The report does not group by it/,
  ),
  plant('a matrix without groups across', REPORT, ['<format>Summary', '<format>Matrix'], /Matrix: A report of this format needs groups/),
  plant(
    'a time frame of a report over what is no date',
    REPORT,
    ['<dateColumn>Park__c$Opened_Date__c', '<dateColumn>Park__c$State__c'],
    /Park__c\$State__c: It is no date/,
  ),
  plant(
    'a report whose name is too long',
    REPORT,
    ['<name>Parks by state', `<name>Parks by state ${'x'.repeat(40)}`],
    /name: It has more than 40 characters/,
  ),
  plant('a report without its folder', 'reports/Park_Reports.reportFolder-meta.xml', undefined, /Park_Reports: Its folder is not there/),
  plant(
    'a dashboard that shows a report that does not exist',
    DASHBOARD,
    ['<report>Park_Reports/Parks_By_State', '<report>Park_Reports/Parks'],
    /Park_Reports\/Parks: There is no such report/,
  ),
  plant(
    'a component by what its report does not group by',
    DASHBOARD,
    ['<groupingColumn>Park__c$State__c', '<groupingColumn>Park__c$Name'],
    /Park__c\$Name: Park_Reports\/Parks_By_State does not group by it/,
  ),
  plant(
    'a component that draws what its report does not reckon',
    DASHBOARD,
    ['<column>FORMULA1', '<column>FORMULA2'],
    /FORMULA2: The report does not reckon/,
  ),
  plant('a component beyond its grid', DASHBOARD, ['<colSpan>8', '<colSpan>9'], /colSpan: It reaches beyond the 12 columns/),
  plant('a component on another one', DASHBOARD, ['<columnIndex>4', '<columnIndex>3'], /It lies on another component/),
  plant(
    'a report that is not translated',
    DUTCH,
    ['<name>Park_Reports/Parks_By_State', '<name>Park_Reports/Parks'],
    /Park_Reports\/Parks_By_State: The report is not translated/,
  ),
  plant(
    'a translation of a dashboard that does not exist',
    DUTCH,
    ['<name>Park_Dashboards/Parks', '<name>Park_Dashboards/Park'],
    /Park_Dashboards\/Park: A dashboard is translated that does not exist/,
  ),
];
