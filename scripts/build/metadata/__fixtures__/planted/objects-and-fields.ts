// Errors in objects and fields to plant in the small package, each with what the check must say about it.
import { plant, type PlantedError } from './plant.ts';

const PARK = 'objects/Park__c/Park__c.object-meta.xml';
const STATE = 'objects/Park__c/fields/State__c.field-meta.xml';
const COUNT = 'objects/Park__c/fields/Member_Count__c.field-meta.xml';
const IS_NEW = 'objects/Park__c/fields/Is_New__c.field-meta.xml';
const ACCOUNT = 'objects/Park_Member__c/fields/Account__c.field-meta.xml';
const ROLE = 'objects/Park_Member__c/fields/Role__c.field-meta.xml';

export const IN_OBJECTS_AND_FIELDS: readonly PlantedError[] = [
  plant(
    'an object without description',
    PARK,
    ['<description>A business park. Written by people.</description>', ''],
    /Park__c: It has no description/,
  ),
  plant('an object that is not deployed', PARK, ['Deployed', 'InDevelopment'], /not deployed/),
  plant(
    'a detail with a sharing model of its own',
    'objects/Park_Member__c/Park_Member__c.object-meta.xml',
    ['ControlledByParent', 'Private'],
    /A detail takes its sharing from its master/,
  ),
  plant(
    'a compact layout that does not exist',
    PARK,
    ['<compactLayoutAssignment>Park_Compact', '<compactLayoutAssignment>Park_Small'],
    /Park_Small: There is no such compact layout/,
  ),
  plant(
    'a search field that does not exist',
    PARK,
    ['<searchResultsAdditionalFields>State__c', '<searchResultsAdditionalFields>Status__c'],
    /Status__c: Park__c has no such field/,
  ),
  plant(
    'tracked history on an object that keeps none',
    PARK,
    ['<enableHistory>true</enableHistory>', '<enableHistory>false</enableHistory>'],
    /object keeps none/,
  ),
  plant(
    'a field without description',
    STATE,
    ['<description>State of the Park__c. Written by people.</description>', ''],
    /Park__c\.State__c: It has no description/,
  ),
  plant(
    'a field without help',
    STATE,
    ['<inlineHelpText>Fill in the State.</inlineHelpText>', ''],
    /Park__c\.State__c: It has no inlineHelpText/,
  ),
  plant(
    'a label that is too long',
    STATE,
    ['<label>State</label>', `<label>${'State '.repeat(8)}</label>`],
    /Its label has \d+ characters; an org takes 40/,
  ),
  plant(
    'a field whose name differs from its file',
    STATE,
    ['<fullName>State__c', '<fullName>Stage__c'],
    /The file is named State__c, the field Stage__c/,
  ),
  plant('a lookup to an object that does not exist', ACCOUNT, ['<referenceTo>Account', '<referenceTo>Acount'], /There is no object Acount/),
  plant('a required lookup that its parent empties', ACCOUNT, ['Restrict', 'SetNull'], /required, but emptied when its parent is deleted/),
  plant('a relationship without name', ACCOUNT, ['<relationshipName>Park_Members</relationshipName>', ''], /Its relationship has no name/),
  plant(
    'a value set that does not exist',
    STATE,
    ['<valueSetName>Park_State', '<valueSetName>Park_Status'],
    /There is no global value set Park_Status/,
  ),
  plant('a default that is no value', ROLE, ['"Member"', '"Guest"'], /Its default "Guest" is none of its values/),
  plant('a picklist that takes any text', STATE, ['<restricted>true</restricted>', '<restricted>false</restricted>'], /It takes any text/),
  plant(
    'a roll-up over no master-detail field',
    COUNT,
    ['Park_Member__c.Park__c', 'Park_Member__c.Account__c'],
    /is no master-detail field that points at Park__c/,
  ),
  plant(
    'a roll-up filter on a value that does not exist',
    COUNT,
    ['<value>Member</value>', '<value>Guest</value>'],
    /"Guest" is no value of Park_Member__c\.Role__c/,
  ),
  plant('two fields with one label', IS_NEW, ['<label>Is New</label>', '<label>State</label>'], /The label "State" is used by/),
  plant(
    'two relationships of one name from one object',
    ACCOUNT,
    [
      '<referenceTo>Account</referenceTo>\n  <relationshipLabel>Park Members</relationshipLabel>\n  <relationshipName>Park_Members',
      '<referenceTo>Park__c</referenceTo>\n  <relationshipLabel>Park Members</relationshipLabel>\n  <relationshipName>Members',
    ],
    /already calls its relationship from Park__c Members/,
  ),
  plant(
    'a name of more than 40 characters',
    PARK,
    ['<label>Park</label>', `<label>${'Park '.repeat(9)}</label>`],
    /label: It has \d+ characters; an org takes 40/,
  ),
];
