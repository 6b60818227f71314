// Errors in events, collections, Aura bundles, translations and unknown types to plant in the observatory, each with what the check must say.
import { plant, type PlantedError } from './plant.ts';

const HEARD = 'flows/Sky_Seen_Heard.flow-meta.xml';
const TEST = 'flowtests/Star_Followed_A_Week_Later.flowtest-meta.xml';
const PAGE = 'flexipages/Sky.flexipage-meta.xml';
const GERMAN = 'objectTranslations/Star__c-de/Star__c-de.objectTranslation-meta.xml';
const MAP = 'quickActions/Star__c.Show_Map.quickAction-meta.xml';

export const IN_OBSERVATORY: readonly PlantedError[] = [
  plant(
    'a field of an event that does not exist',
    HEARD,
    ['$Record.Brightness__c', '$Record.Light__c'],
    /Sky_Seen__e has no field Light__c/,
  ),
  plant(
    'a field of a filtered collection that does not exist',
    HEARD,
    ['Each_Giant.Brightest__c', 'Each_Giant.Light__c'],
    /Star__c has no field Light__c/,
  ),
  plant(
    'a condition on a field of an item that does not exist',
    HEARD,
    ['currentItem_Giants.Kinds__c', 'currentItem_Giants.Kind__c'],
    /Star__c has no field Kind__c/,
  ),
  plant(
    'a Get sorted by a field that does not exist',
    HEARD,
    ['<sortField>Brightest__c', '<sortField>Bright__c'],
    /Star__c\.Bright__c: There is no such field/,
  ),
  plant(
    'a flow of an event that does not exist',
    HEARD,
    ['<object>Sky_Seen__e', '<object>Sky_Heard__e'],
    /Sky_Heard__e: There is no such object/,
  ),
  plant(
    'a path after a time that leads nowhere',
    'flows/Star_Followed.flow-meta.xml',
    ['<targetReference>Publish', '<targetReference>Publish_It'],
    /Publish_It: There is no such element to go to/,
  ),
  plant(
    'a data element behind a scheduled path without fault path',
    'flows/Star_Followed.flow-meta.xml',
    ['<label>Publish</label>', '<label>Publish it</label>'],
    /Publish: It has no fault path/,
  ),
  plant('a template that does not exist', PAGE, ['c:twoColumns', 'c:threeColumns'], /c:threeColumns: There is no such template/),
  plant('an Aura component that does not exist', PAGE, ['c:starCard', 'c:starsCard'], /c:starsCard: There is no such component/),
  plant('an Aura bundle without component', 'aura/starCard/starCard.cmp', undefined, /starCard: The file that it describes is not there/),
  plant('a trigger without code', 'triggers/StarTrigger.trigger', undefined, /StarTrigger: The file that it describes is not there/),
  plant('an action of a component that does not exist', MAP, ['>skyMap<', '>starMap<'], /starMap: There is no such component/),
  plant(
    'a translated action that does not exist',
    GERMAN,
    ['<name>Show_Map', '<name>Show'],
    /Show: A quick action is translated that does not exist/,
  ),
  plant(
    'a translated value that does not exist',
    'objectTranslations/Star__c-fr/Kinds__c.fieldTranslation-meta.xml',
    ['>Dwarf<', '>Pulsar<'],
    /Pulsar: A value is translated that does not exist/,
  ),
  plant(
    'a translated field that does not exist',
    'objects/Star__c/fields/Kinds__c.field-meta.xml',
    undefined,
    /Kinds__c: Star__c has no such field/,
  ),
  plant('a test of a flow that does not exist', TEST, ['>Star_Followed<', '>Stars_Followed<'], /Stars_Followed: There is no such flow/),
  plant('a test of an element that does not exist', TEST, ['>Publish<', '>Publish_It<'], /Publish_It: The flow has nothing of this name/),
  plant('a test with a field that does not exist', TEST, ['Brightest__c', 'Light__c'], /Light__c: Star__c has no such field/),
];
