// Errors in the shape of files to plant in the small package, each with what the check must say about it.
import { plant, type PlantedError } from './plant.ts';

const STATE = 'objects/Park__c/fields/State__c.field-meta.xml';
const RULE = 'objects/Park__c/validationRules/Opened_When_Open.validationRule-meta.xml';
const VIEW = 'objects/Park__c/listViews/Open_Parks.listView-meta.xml';

export const IN_SHAPE: readonly PlantedError[] = [
  plant('an element that is not closed', STATE, ['</label>', ''], /State__c\.field-meta\.xml:\d+ XML: It is not well-formed/),
  plant(
    'an unescaped ampersand',
    RULE,
    ['Give the', 'Give & the'],
    /Opened_When_Open\.validationRule-meta\.xml:\d+ XML: It is not well-formed: .*&/,
  ),
  plant(
    'a wrong root element',
    'customPermissions/Skip_Parks.customPermission-meta.xml',
    [
      '<CustomPermission xmlns="http://soap.sforce.com/2006/04/metadata">\n  <isLicensed>false</isLicensed>\n  <label>Skip Parks</label>\n</CustomPermission>',
      '<Permission xmlns="http://soap.sforce.com/2006/04/metadata">\n  <isLicensed>false</isLicensed>\n  <label>Skip Parks</label>\n</Permission>',
    ],
    /root element is Permission\. Fix: Make it CustomPermission/,
  ),
  plant('a missing namespace', STATE, [' xmlns="http://soap.sforce.com/2006/04/metadata"', ''], /metadata namespace is missing/),
  plant(
    'an element that the type does not have',
    STATE,
    ['<type>Picklist</type>', '<type>Picklist</type>\n  <lable>State</lable>'],
    /lable: CustomField has no element lable\./,
  ),
  plant(
    'an element at the wrong depth',
    VIEW,
    ['<columns>NAME</columns>', '<filters><columns>NAME</columns></filters>'],
    /ListViewFilter has no element columns/,
  ),
  plant(
    'a value outside the choices',
    STATE,
    ['<type>Picklist</type>', '<type>PickList</type>'],
    /"PickList" is no FieldType\. Fix: Choose one of: .*Picklist/,
  ),
  plant(
    'a boolean that is none',
    STATE,
    ['<trackHistory>true</trackHistory>', '<trackHistory>yes</trackHistory>'],
    /"yes" is no boolean\. Fix: Write true or false/,
  ),
  plant(
    'a number that is none',
    'objects/Park_Member__c/fields/Note__c.field-meta.xml',
    ['<length>80</length>', '<length>eighty</length>'],
    /"eighty" is no number/,
  ),
  plant(
    'a required element that is missing',
    VIEW,
    ['<filterScope>Everything</filterScope>', ''],
    /lacks the required element filterScope/,
  ),
  plant(
    'a single element that stands twice',
    STATE,
    ['<label>State</label>', '<label>State</label>\n  <label>State</label>'],
    /label stands more than once/,
  ),
  plant(
    'repeated elements that are apart',
    VIEW,
    ['<label>Open Parks</label>', '<label>Open Parks</label>\n  <columns>Opened_Date__c</columns>'],
    /columns is not together with the other columns elements/,
  ),
  plant('text beside elements', VIEW, ['<filterScope>', 'stray text<filterScope>'], /holds the text "stray text" beside its elements/),
  plant(
    'elements inside a simple value',
    STATE,
    ['<label>State</label>', '<label><b>State</b></label>'],
    /label holds elements, but is a simple value/,
  ),
];
