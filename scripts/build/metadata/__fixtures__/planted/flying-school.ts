// Errors in screens, subflows, paths, actions, dynamic forms and custom metadata to plant in the flying school, each with what the check must say.
import { plant, type PlantedError } from './plant.ts';

const PAGE = 'flexipages/Lesson_Record_Page.flexipage-meta.xml';
const FLOW = 'flows/Plan_Lesson.flow-meta.xml';
const PATH = 'pathAssistants/Lesson_State.pathAssistant-meta.xml';
const RECORD = 'customMetadata/School_Rule.Pupils.md-meta.xml';
const ACTION = 'quickActions/Lesson__c.Cancel.quickAction-meta.xml';
const CODE = 'lwc/flightMap/flightMap.js';
const REASON = 'objects/Lesson__c/fields/Reason__c.field-meta.xml';

export const IN_FLYING_SCHOOL: readonly PlantedError[] = [
  plant(
    'a field on a page that does not exist',
    PAGE,
    ['Record.Price__c', 'Record.Cost__c'],
    /Record\.Cost__c: Lesson__c has no field Cost__c/,
  ),
  plant(
    'a visibility rule by a field that does not exist',
    PAGE,
    ['{!Record.State__c}', '{!Record.Status__c}'],
    /Lesson__c has no field Status__c/,
  ),
  plant(
    'a visibility rule by a parent field that does not exist',
    PAGE,
    ['Plane__r.Is_Twin__c', 'Plane__r.Is_Jet__c'],
    /Plane__c has no field Is_Jet__c/,
  ),
  plant(
    'a visibility rule by a permission that does not exist',
    PAGE,
    ['CustomPermission.Plan_Lessons', 'CustomPermission.Plan'],
    /no custom permission Plan\b/,
  ),
  plant('visibility logic beyond the criteria', PAGE, ['1 AND (2 OR 3)', '1 AND (2 OR 4)'], /4: There are only 3 criteria/),
  plant(
    'a container that shows a region which is not there',
    PAGE,
    ['<value>Facet-tabs', '<value>Facet-tab'],
    /Facet-tab: The page has no such region/,
  ),
  plant(
    'an identifier that stands twice on a page',
    PAGE,
    ['flexipage_column2', 'flexipage_column'],
    /flexipage_column: The identifier stands twice/,
  ),
  plant(
    'a page that runs a flow which does not exist',
    PAGE,
    ['<value>Plan_Lesson', '<value>Plan_Lessons'],
    /Plan_Lessons: There is no such flow/,
  ),
  plant(
    'a title on a page that nobody can translate',
    PAGE,
    ['<value>Standard.Tab.detail', '<value>Details'],
    /Details: The words stand on the page/,
  ),
  plant(
    'a title by a label that does not exist',
    PAGE,
    ['<value>Standard.Tab.detail', '<value>{!$Label.Details}'],
    /Details: There is no such custom label/,
  ),
  plant('a page of records of no object', PAGE, ['<sobjectType>Lesson__c</sobjectType>', ''], /A page of records says of which object/),
  plant(
    'an object whose page does not exist',
    'objects/Lesson__c/Lesson__c.object-meta.xml',
    ['<content>Lesson_Record_Page', '<content>Lesson_Page'],
    /Lesson_Page: What is to stand in for the action is not there/,
  ),
  plant('a subflow that does not exist', FLOW, ['<flowName>Lesson_Price', '<flowName>Lesson_Cost'], /Lesson_Cost: There is no such flow/),
  plant(
    'a subflow that a save starts',
    FLOW,
    ['<flowName>Lesson_Price', '<flowName>Lesson_Set_Instructor'],
    /Lesson_Set_Instructor: It is started by records, events or the clock/,
  ),
  plant(
    'an input that a subflow does not take',
    FLOW,
    [
      '<name>hours</name>\n      <value>\n        <elementReference>Hours',
      '<name>length</name>\n      <value>\n        <elementReference>Hours',
    ],
    /length: Lesson_Price takes no such variable/,
  ),
  plant(
    'a component on a screen that does not exist',
    FLOW,
    ['<extensionName>c:planeTile', '<extensionName>c:planesTile'],
    /c:planesTile: There is no such component/,
  ),
  plant(
    'a property that a screen component does not have',
    FLOW,
    ['<name>planes<', '<name>plane<'],
    /plane: c:planeTile has no such property/,
  ),
  plant(
    'a choice that does not exist',
    FLOW,
    ['<choiceReferences>Two_Hours', '<choiceReferences>Three_Hours'],
    /The flow has nothing named Three_Hours/,
  ),
  plant('a field of a screen that does not exist', FLOW, ['{!First_Day})', '{!Last})'], /The flow has nothing named Last\b/),
  plant(
    'a field of a record variable that does not exist',
    FLOW,
    ['lesson.Plane__c', 'lesson.Planes__c'],
    /Lesson__c has no field Planes__c/,
  ),
  plant(
    'a choice of records by a field that does not exist',
    FLOW,
    ['<field>Is_Twin__c', '<field>Is_Jet__c'],
    /Plane__c\.Is_Jet__c: There is no such field/,
  ),
  plant(
    'a path along a field that does not exist',
    PATH,
    ['<fieldName>State__c', '<fieldName>Status__c'],
    /Lesson__c has no field Status__c/,
  ),
  plant('a path along a date', PATH, ['<fieldName>State__c', '<fieldName>Day__c'], /Day__c: A path follows a picklist/),
  plant('a step of a path that is no value', PATH, ['>Planned<', '>Planed<'], /Planed: It is no value of State__c/),
  plant(
    'a record with a field that its type does not have',
    RECORD,
    ['<field>Is_Active__c', '<field>Is_Used__c'],
    /School_Rule__mdt has no such field/,
  ),
  plant(
    'a record with a value of the wrong type',
    RECORD,
    ['xsd:double', 'xsd:string'],
    /Its value is a xsd:string\. Fix: Write xsi:type="xsd:double"/,
  ),
  plant(
    'a record that points at one that does not exist',
    RECORD,
    ['>Standard<', '>Basic<'],
    /Basic: There is no such record of School_Rule__mdt/,
  ),
  plant('a dependent value of no controlling value', REASON, ['>Cancelled<', '>Stopped<'], /"Stopped" is no value of State__c/),
  plant(
    'a picklist that depends on a field that does not exist',
    REASON,
    ['<controllingField>State__c', '<controllingField>Status__c'],
    /has no field Status__c/,
  ),
  plant(
    'an action on a field that does not exist',
    ACTION,
    ['<field>Reason__c', '<field>Cause__c'],
    /Cause__c: Lesson__c has no such field/,
  ),
  plant(
    'an action of a flow that does not exist',
    'quickActions/Contact.Plan_Lesson.quickAction-meta.xml',
    ['<flowDefinition>Plan_Lesson', '<flowDefinition>Plan_Lessons'],
    /Plan_Lessons: There is no such flow/,
  ),
  plant(
    'a layout with an action that does not exist',
    'layouts/Lesson__c-Lesson Layout.layout-meta.xml',
    ['<actionName>Lesson__c.Cancel', '<actionName>Lesson__c.Stop'],
    /Lesson__c\.Stop: There is no such quick action/,
  ),
  plant(
    'a formula by custom metadata that does not exist',
    'objects/Lesson__c/fields/Price__c.field-meta.xml',
    ['Standard.Hourly_Rate__c', 'Basic.Hourly_Rate__c'],
    /Basic\.Hourly_Rate__c does not exist/,
  ),
  plant(
    'a flow formula with a function that does not exist',
    'flows/Lesson_Price.flow-meta.xml',
    ['IF(', 'WHEN('],
    /expression: Unknown function WHEN/,
  ),
  plant('a query of a field that does not exist', CODE, ['Day__c {', 'Date__c {'], /Date__c: Lesson__c has no such field or relationship/),
  plant('a query of an object that does not exist', CODE, ['Lesson__c_Filter', 'Lessons__c_Filter'], /Lessons__c: There is no such object/),
  plant(
    'a query with a condition on a field that does not exist',
    CODE,
    ['{ State__c: {', '{ Status__c: {'],
    /Status__c: Lesson__c has no such field/,
  ),
  plant('a query that is not closed', CODE, ['displayValue\n', 'displayValue {\n'], /flightMap\.js:\d+ gql: Syntax Error/),
  plant(
    'a component that asks for an Apex class that does not exist',
    CODE,
    ['apex/PlaneFinder', 'apex/PlanesFinder'],
    /PlanesFinder: There is no such Apex class/,
  ),
  plant(
    'a component that asks for a resource that does not exist',
    CODE,
    ['resourceUrl/pictures', 'resourceUrl/photos'],
    /photos: There is no such static resource/,
  ),
  plant(
    'a component that asks for a field of a parent that does not exist',
    CODE,
    ['Plane__r.Name', 'Pilot__r.Name'],
    /Lesson__c\.Pilot__r\.Name: There is no such field/,
  ),
  plant(
    'a component of an Apex class that is not there',
    'classes/PlaneFinder.cls',
    undefined,
    /PlaneFinder: The file that it describes is not there/,
  ),
  plant(
    'words in a template',
    'lwc/flightMap/flightMap.html',
    ['{planes.data.length}', 'Planes near you'],
    /flightMap\.html:4 Planes near you: The words stand in the template/,
  ),
];
