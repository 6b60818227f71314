// Errors in Lightning components to plant in the small package, each with what the check must say about it.
import { plant, type PlantedError } from './plant.ts';

const BUNDLE = 'lwc/parkList/parkList.js-meta.xml';
const CODE = 'lwc/parkList/parkList.js';

export const IN_COMPONENTS: readonly PlantedError[] = [
  plant(
    'a target that does not exist',
    BUNDLE,
    ['<target>lightning__AppPage', '<target>lightning__Page'],
    /lightning__Page: There is no such target/,
  ),
  plant(
    'a configuration of a target that the component has not',
    BUNDLE,
    ['targets="lightning__AppPage"', 'targets="lightning__HomePage"'],
    /lightning__HomePage: It is configured, but is none of the targets/,
  ),
  plant('a property of no type', BUNDLE, ['type="Integer"', 'type="Number"'], /most: "Number" is no type of a property/),
  plant(
    'a property that the component does not declare',
    BUNDLE,
    ['name="most"', 'name="least"'],
    /least: The component has no public property/,
  ),
  plant(
    'a page that sets a property which the component has not',
    'flexipages/Park_List.flexipage-meta.xml',
    ['<name>most', '<name>least'],
    /least: parkList has no such property/,
  ),
  plant(
    'a component that asks for a field that does not exist',
    CODE,
    ['Park__c.State__c', 'Park__c.Status__c'],
    /Park__c\.Status__c: There is no such field/,
  ),
  plant(
    'a component that asks for an object that does not exist',
    CODE,
    ['Park__c.State__c', 'Parks__c.State__c'],
    /Parks__c\.State__c: There is no such object/,
  ),
  plant(
    'a component that imports one that does not exist',
    CODE,
    ["import { LightningElement, api } from 'lwc';", "import { LightningElement, api } from 'lwc';\nimport { rows } from 'c/parkRows';"],
    /parkRows: There is no such component/,
  ),
];
