// Errors in Lightning components to plant in the small package, each with what the check must say about it.
import { plant, type PlantedError } from './plant.ts';

const BUNDLE = 'lwc/parkList/parkList.js-meta.xml';
const CODE = 'lwc/parkList/parkList.js';

const asking = (lists: string, part = 'query'): string =>
  `fields = [STATE]; query = gql\`query parks { uiapi { ${part} { ${lists} } } }\`;`;

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
  plant(
    'a query of more lists than the platform answers at once',
    CODE,
    ['fields = [STATE];', asking(Array.from({ length: 11 }, (_, at) => `p${at}: Park__c(first: 1) { totalCount }`).join(' '))],
    /parkList\.js:\d+ parks: It asks for 11 lists; the platform answers 10/,
  ),
  plant(
    'a query of more rows than the platform gives at once',
    CODE,
    ['fields = [STATE];', asking('Park__c(first: 5000) { edges { node { Id } } }')],
    /Park__c: It asks for 5000 rows at once; the platform gives 2000/,
  ),
  plant(
    'records of which only ten would come',
    CODE,
    ['fields = [STATE];', asking('Park__c { edges { node { Id } } }')],
    /Park__c: It does not say how many records it wants/,
  ),
  plant(
    'groups of which only ten would come',
    CODE,
    [
      'fields = [STATE];',
      asking('Park__c(groupBy: { State__c: { group: true } }) { edges { node { aggregate { Id { count { value } } } } } }', 'aggregate'),
    ],
    /Park__c: It does not say how many groups it wants/,
  ),
  plant(
    'a colour that no theme reaches',
    'lwc/parkList/parkList.css',
    ['var(--slds-g-color-border-error-1, var(--slds-g-color-palette-red-40, #ba0517))', '#ba0517'],
    /parkList\.css:3 #ba0517: No theme reaches this colour/,
  ),
];
