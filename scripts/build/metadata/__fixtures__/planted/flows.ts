// Errors in flows to plant in the small package, each with what the check must say about it.
import { plant, type PlantedError } from './plant.ts';

const FLOW = 'flows/Park_BeforeSave_Set_State.flow-meta.xml';

export const IN_FLOWS: readonly PlantedError[] = [
  plant('a flow that does not say what it writes', FLOW, ['Writes the state', 'Sets the state'], /does not say "Writes/),
  plant('a flow that would not run', FLOW, ['<status>Active', '<status>Draft'], /It would not run/),
  plant(
    'a connector to nowhere',
    FLOW,
    ['<targetReference>Say_That_It_Is_Open', '<targetReference>Say_Open'],
    /Say_Open: There is no such element to go to/,
  ),
  plant(
    'an element that nothing leads to',
    FLOW,
    ['<targetReference>Say_That_It_Is_Open', '<targetReference>Stop_And_Say_Why'],
    /Say_That_It_Is_Open: Nothing leads to it/,
  ),
  plant(
    'a data element without fault path',
    FLOW,
    ['<faultConnector>\n      <targetReference>Stop_And_Say_Why</targetReference>\n    </faultConnector>', ''],
    /Find_The_Lead: It has no fault path/,
  ),
  plant(
    'a flow that names a field that does not exist',
    FLOW,
    ['$Record.State__c', '$Record.Status__c'],
    /\$Record\.Status__c: Park__c has no field Status__c/,
  ),
  plant(
    'a flow that names a label that does not exist',
    FLOW,
    ['$Label.Park_Not_Read', '$Label.Park_Unread'],
    /There is no custom label Park_Unread/,
  ),
  plant('a flow that names a resource that does not exist', FLOW, ['{!Why}', '{!Wy}'], /The flow has nothing named Wy/),
  plant('a flow resource that nothing uses', FLOW, ['{!Why} ', ''], /Why: Nothing uses it/),
  plant(
    'a flow that writes a value that does not exist',
    FLOW,
    ['<stringValue>Open', '<stringValue>Opened'],
    /Park__c\.State__c: "Opened" is none of its values/,
  ),
  plant(
    'a flow filter on a value that does not exist',
    FLOW,
    ['<stringValue>Lead', '<stringValue>Leader'],
    /Park_Member__c\.Role__c: "Leader" is none of its values/,
  ),
  plant('filter logic beyond the filters', FLOW, ['1 AND 2', '1 AND 5'], /5: There are only 2 filters/),
  plant(
    'a flow element without description',
    FLOW,
    ['<description>An opened park is open.</description>', ''],
    /Say_That_It_Is_Open: It has no description/,
  ),
  plant(
    'a name that is used twice in a flow',
    FLOW,
    ['<name>Why</name>', '<name>Stop_And_Say_Why</name>'],
    /Stop_And_Say_Why: The name is used twice/,
  ),
  plant(
    'a flow formula with an open bracket',
    FLOW,
    ['{!$Record.Name})</expression>', '{!$Record.Name}</expression>'],
    /Park_BeforeSave_Set_State\.flow-meta\.xml:\d+ .*Why.*Fix: Correct it/,
  ),
  plant(
    'a flow formula of mixed types',
    FLOW,
    ['SUBSTITUTE({!$Label.Park_Not_Read}, "{0}", {!$Record.Name})', '{!$Label.Park_Not_Read} + {!$Record.Name} * 2'],
    /Park_BeforeSave_Set_State\.flow-meta\.xml:\d+ .*Why.*Fix: Correct it/,
  ),
  plant(
    'a flow that looks through all members within a save',
    FLOW,
    ['<field>Park__c</field>\n      <operator>EqualTo', '<field>Park__c</field>\n      <operator>NotEqualTo'],
    /Find_The_Lead: It looks through all of Park_Member__c/,
  ),
];
