// Errors in permission sets, sharing rules, tabs and apps to plant in the small package, each with what the check must say about it.
import { plant, type PlantedError } from './plant.ts';

const SET = 'permissionsets/Park_Keeper.permissionset-meta.xml';
const SHARING = 'sharingRules/Park__c.sharingRules-meta.xml';
const PARK = 'objects/Park__c/Park__c.object-meta.xml';

export const IN_ACCESS: readonly PlantedError[] = [
  plant(
    'permission for a field that does not exist',
    SET,
    ['Park__c.State__c', 'Park__c.Status__c'],
    /Park__c\.Status__c: There is no such field/,
  ),
  plant(
    'permission for a required field',
    SET,
    ['Park_Member__c.Note__c', 'Park_Member__c.Account__c'],
    /an org refuses permissions for it/,
  ),
  plant(
    'permission to edit a computed field',
    SET,
    ['<editable>false</editable>', '<editable>true</editable>'],
    /Nobody can edit a computed field/,
  ),
  plant(
    'a field that nobody may see',
    SET,
    ['<field>Park_Member__c.Role__c', '<field>Park_Member__c.Note__c'],
    /Park_Member__c\.Role__c: No permission set lets anybody see it/,
  ),
  plant(
    'access to a detail without its master',
    SET,
    ['<object>Park__c', '<object>Contact'],
    /gives access to a detail of Park__c, but not to Park__c/,
  ),
  plant(
    'the tab of an object that the set does not read',
    SET,
    ['<object>Park__c', '<object>Contact'],
    /Park__c: It shows the tab of an object that it does not read/,
  ),
  plant(
    'permission for a field of an object that the set does not read',
    SET,
    ['<object>Park_Member__c', '<object>Contact'],
    /Park_Member__c\.Note__c: It shows a field of Park_Member__c, which it does not read/,
  ),
  plant(
    'permission to edit a field where no record can be written',
    SET,
    [
      '<allowCreate>true</allowCreate>\n    <allowDelete>true</allowDelete>\n    <allowEdit>true</allowEdit>',
      '<allowCreate>false</allowCreate>\n    <allowDelete>false</allowDelete>\n    <allowEdit>false</allowEdit>',
    ],
    /Park__c\.Opened_Date__c: It edits a field of Park__c, of which it writes no record/,
  ),
  plant(
    'a permission set with too long a description',
    SET,
    ['Keeps parks and their members.', 'Keeps parks. '.repeat(20)],
    /Its description has \d+ characters; an org takes 255/,
  ),
  plant(
    'a sharing rule for an object that everybody may write',
    PARK,
    ['<sharingModel>Private', '<sharingModel>ReadWrite'],
    /Open_Parks: Park__c is ReadWrite: there is nothing to share/,
  ),
  plant(
    'a sharing rule for reading what everybody reads',
    PARK,
    ['<sharingModel>Private', '<sharingModel>Read'],
    /Open_Parks: Everybody reads Park__c already/,
  ),
  plant(
    'a sharing rule by a field that does not exist',
    SHARING,
    ['<field>State__c', '<field>Status__c'],
    /Status__c: Park__c has no such field/,
  ),
  plant('a tab that does not exist', SET, ['<tab>Park__c', '<tab>Parks__c'], /Parks__c: There is no such tab/),
  plant('an app that does not exist', SET, ['<application>Parks', '<application>Park'], /Park: There is no such application/),
  plant(
    'a custom permission that does not exist',
    SET,
    ['<name>Skip_Parks', '<name>Skip_Park'],
    /Skip_Park: There is no such custom permission/,
  ),
  plant(
    'a page that does not exist',
    'tabs/Park_List.tab-meta.xml',
    ['<flexiPage>Park_List', '<flexiPage>Parks_List'],
    /Parks_List: There is no such page/,
  ),
  plant(
    'a component that does not exist',
    'flexipages/Park_List.flexipage-meta.xml',
    ['<componentName>parkList', '<componentName>parksList'],
    /parksList: There is no such component/,
  ),
  plant(
    'an app with a tab that does not exist',
    'applications/Parks.app-meta.xml',
    ['<tabs>Park_List', '<tabs>Park_Lists'],
    /Park_Lists: There is no such tab/,
  ),
  plant(
    'an app that puts a page in place that does not exist',
    'applications/Parks.app-meta.xml',
    ['<content>Park_List', '<content>Park_Lists'],
    /Park_Lists: There is no such page/,
  ),
];
