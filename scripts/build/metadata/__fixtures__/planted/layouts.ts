// Errors in layouts and list views to plant in the small package, each with what the check must say about it.
import { plant, type PlantedError } from './plant.ts';

const LAYOUT = 'layouts/Park__c-Park Layout.layout-meta.xml';
const VIEW = 'objects/Park__c/listViews/Open_Parks.listView-meta.xml';

export const IN_LAYOUTS: readonly PlantedError[] = [
  plant(
    'a layout with a field that does not exist',
    LAYOUT,
    ['<field>State__c', '<field>Status__c'],
    /Status__c: Park__c has no such field/,
  ),
  plant(
    'a layout that misses a field',
    LAYOUT,
    ['<layoutItems>\n        <behavior>Edit</behavior>\n        <field>State__c</field>\n      </layoutItems>', ''],
    /State__c: It is not on the layout/,
  ),
  plant(
    'a computed field that the layout lets people edit',
    LAYOUT,
    ['<behavior>Readonly</behavior>\n        <field>Member_Count__c', '<behavior>Edit</behavior>\n        <field>Member_Count__c'],
    /Member_Count__c: Nobody can edit it/,
  ),
  plant(
    'a required field that the layout does not require',
    'layouts/Park_Member__c-Park Member Layout.layout-meta.xml',
    ['<behavior>Required</behavior>\n        <field>Account__c', '<behavior>Edit</behavior>\n        <field>Account__c'],
    /Account__c: It is required, but the layout does not say so/,
  ),
  plant(
    'a related list that does not exist',
    LAYOUT,
    ['Park_Member__c.Park__c', 'Park_Member__c.Parks__c'],
    /It is no field of another object that points at Park__c/,
  ),
  plant(
    'a list view on a value that does not exist',
    VIEW,
    ['<value>Open</value>', '<value>Opened</value>'],
    /Opened: It is no value of State__c/,
  ),
  plant('a list view with more conditions than filters', VIEW, ['1 AND 2', '1 AND 3'], /3: There are only 2 filters/),
  plant('a list view column that does not exist', VIEW, ['<columns>State__c', '<columns>Sate__c'], /Sate__c: Park__c has no such field/),
  plant(
    'a list view whose name differs from its file',
    VIEW,
    ['<fullName>Open_Parks', '<fullName>Open'],
    /Open_Parks: Its name differs from its file/,
  ),
];
