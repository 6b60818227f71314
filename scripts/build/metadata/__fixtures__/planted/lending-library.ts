// Errors in record types, field sets, links, approvals, duplicate rules and reports to plant in the lending library, each with what the check must say.
import { plant, type PlantedError } from './plant.ts';

const APPROVAL = 'approvalProcesses/Loan__c.Write_Off.approvalProcess-meta.xml';
const DUPLICATES = 'duplicateRules/Contact.Same_Member.duplicateRule-meta.xml';
const SET = 'permissionsets/Librarian.permissionset-meta.xml';
const TYPE = 'objects/Loan__c/recordTypes/Desk.recordType-meta.xml';
const FIELDS = 'objects/Loan__c/fieldSets/Desk_Card.fieldSet-meta.xml';
const PAGE = 'flexipages/Loan_Page.flexipage-meta.xml';
const LAYOUT = 'layouts/Loan__c-Loan Layout.layout-meta.xml';

export const IN_LENDING_LIBRARY: readonly PlantedError[] = [
  plant('a record type with a value that does not exist', TYPE, ['>Returned<', '>Back<'], /Back: It is no value of State__c/),
  plant(
    'a record type of a compact layout that does not exist',
    TYPE,
    ['>Loan_Compact<', '>Loan_Small<'],
    /Loan_Small: Loan__c has no such compact layout/,
  ),
  plant(
    'a record type of a process that does not exist',
    'objects/Case/recordTypes/Complaint.recordType-meta.xml',
    ['<businessProcess>Complaint', '<businessProcess>Complaints'],
    /Complaints: Case has no such process/,
  ),
  plant(
    'a field set with a field that does not exist',
    FIELDS,
    ['Branch__r.Owner', 'Branches__r.Owner'],
    /Loan__c has no relationship Branches__r/,
  ),
  plant(
    'a field set with a field that stands twice',
    FIELDS,
    ['Member__r.AssistantName', 'Member__r.Email'],
    /Member__r\.Email: It stands twice in the field set/,
  ),
  plant(
    'a link with a field that does not exist',
    'objects/Loan__c/webLinks/Find_Elsewhere.webLink-meta.xml',
    ['Loan__c.State__c', 'Loan__c.Status__c'],
    /Status__c: Loan__c has no such field/,
  ),
  plant(
    'a link to a page that does not exist',
    'objects/Loan__c/webLinks/Print_Slip.webLink-meta.xml',
    ['<page>LoanSlip', '<page>LoansSlip'],
    /LoansSlip: There is no such Visualforce page/,
  ),
  plant(
    'a layout with a button that does not exist',
    LAYOUT,
    ['<customButtons>Print_Slip', '<customButtons>Print'],
    /Print: Loan__c has no such button/,
  ),
  plant(
    'a page with a related list of a column that does not exist',
    PAGE,
    ['<value>Book__c', '<value>Books__c'],
    /Books__c: Loan_Item__c has no such field/,
  ),
  plant(
    'a page with a related list that is sorted by a field that does not exist',
    PAGE,
    ['<value>Returned__c', '<value>Return__c'],
    /Return__c: Loan_Item__c has no such field/,
  ),
  plant(
    'a layout with a related list of a field that does not exist',
    LAYOUT,
    ['Loan_Item__c.Loan__c', 'Loan_Item__c.Loans__c'],
    /points at Loan__c/,
  ),
  plant('an approval by a field that does not exist', APPROVAL, ['Loan__c.Fine__c', 'Loan__c.Fee__c'], /Loan__c has no field Fee__c/),
  plant(
    'an approval with an action that does not exist',
    APPROVAL,
    ['<name>Set_Lost', '<name>Set_Gone'],
    /Set_Gone: No workflow file has such an action/,
  ),
  plant(
    'a duplicate rule by a matching rule that does not exist',
    DUPLICATES,
    ['>Same_Card<', '>Same_Cards<'],
    /Same_Cards: Contact has no such matching rule/,
  ),
  plant(
    'a matching rule by a field that does not exist',
    'matchingRules/Contact.matchingRule-meta.xml',
    ['vend__Card_Number__c', 'vend__Card__c'],
    /Contact has no field vend__Card__c/,
  ),
  plant(
    'matching logic beyond its items',
    'matchingRules/Contact.matchingRule-meta.xml',
    ['1 OR 2', '1 OR 3'],
    /3: There are only 2 items/,
  ),
  plant(
    'a queue of an object that does not exist',
    'queues/Desk.queue-meta.xml',
    ['>Loan__c<', '>Loans__c<'],
    /Loans__c: There is no such object/,
  ),
  plant(
    'a permission set group of a set that does not exist',
    'permissionsetgroups/Library_Staff.permissionsetgroup-meta.xml',
    ['>Librarian<', '>Librarians<'],
    /Librarians: There is no such permission set/,
  ),
  plant(
    'permission for a record type that does not exist',
    SET,
    ['Loan__c.Desk', 'Loan__c.Door'],
    /Loan__c\.Door: There is no such record type/,
  ),
  plant(
    'permission for a page that does not exist',
    SET,
    ['<apexPage>LoanSlip', '<apexPage>Slip'],
    /Slip: There is no such Visualforce page/,
  ),
  plant(
    'permission for a custom setting that does not exist',
    SET,
    ['<name>Library_Setting__c', '<name>Library__c'],
    /Library__c: There is no such custom setting/,
  ),
  plant(
    'a formula by a custom setting that does not exist',
    'objects/Loan__c/fields/Fine__c.field-meta.xml',
    ['$Setup.Library_Setting__c', '$Setup.Library__c'],
    /\$Setup\.Library__c\.Fine_Per_Day__c does not exist/,
  ),
  plant(
    'a formula by a parent field that does not exist',
    'objects/Loan__c/fields/Member_Status__c.field-meta.xml',
    ['Member__r.Email', 'Member__r.Mail__c'],
    /Member__r\.Mail__c does not exist/,
  ),
  plant(
    'a lookup filter by a field that does not exist',
    'objects/Loan__c/fields/Branch__c.field-meta.xml',
    ['Account.Type', 'Account.Kind__c'],
    /Account has no field Kind__c/,
  ),
  plant(
    'a standard field of no object',
    'objects/Contact/fields/LeadSource.field-meta.xml',
    ['<fullName>LeadSource', '<fullName>LeadSources'],
    /Its name differs from its file/,
  ),
  plant(
    'a report about an object that does not exist',
    'reports/Library_Reports/Loans_By_Member.report-meta.xml',
    ['CustomEntity$Loan__c@', 'CustomEntity$Loans__c@'],
    /Loans__c: There is no such object/,
  ),
  plant(
    'a column of a standard report type that does not exist',
    'reports/Library_Reports/Loans_By_Member.report-meta.xml',
    ['Loan__c.Item_Count__c', 'Loan__c.Items__c'],
    /Loan__c\.Items__c: Loan__c has no such field/,
  ),
  plant('a description of a page that is not there', 'pages/LoanSlip.page', undefined, /LoanSlip: The file that it describes is not there/),
  plant(
    'a process with a field that does not exist',
    'flows/Loan_Process.flow-meta.xml',
    ['myVariable_current.Member__r', 'myVariable_current.Members__r'],
    /Loan__c has no relationship Members__r/,
  ),
];
