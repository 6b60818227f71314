// Errors of many kinds to plant in the small package, each with what the check must say about it.

export interface PlantedError {
  /** Completes "it finds …". */
  readonly what: string;
  readonly file: string;
  /** Text to replace once; undefined removes the file. */
  readonly change: readonly [from: string, to: string] | undefined;
  readonly message: RegExp;
}

const FLOW = 'flows/Park_BeforeSave_Set_State.flow-meta.xml';
const SET = 'permissionsets/Park_Keeper.permissionset-meta.xml';
const SHARING = 'sharingRules/Park__c.sharingRules-meta.xml';
const LAYOUT = 'layouts/Park__c-Park Layout.layout-meta.xml';
const PARK = 'objects/Park__c/Park__c.object-meta.xml';
const STATE = 'objects/Park__c/fields/State__c.field-meta.xml';
const COUNT = 'objects/Park__c/fields/Member_Count__c.field-meta.xml';
const IS_NEW = 'objects/Park__c/fields/Is_New__c.field-meta.xml';
const ACCOUNT = 'objects/Park_Member__c/fields/Account__c.field-meta.xml';
const ROLE = 'objects/Park_Member__c/fields/Role__c.field-meta.xml';
const RULE = 'objects/Park__c/validationRules/Opened_When_Open.validationRule-meta.xml';
const VIEW = 'objects/Park__c/listViews/Open_Parks.listView-meta.xml';
const BUNDLE = 'lwc/parkList/parkList.js-meta.xml';
const CODE = 'lwc/parkList/parkList.js';
const LABELS = 'labels/CustomLabels.labels-meta.xml';
const DUTCH = 'translations/nl_NL.translation-meta.xml';
const DUTCH_PARK = 'objectTranslations/Park__c-nl_NL/Park__c-nl_NL.objectTranslation-meta.xml';
const DUTCH_ROLE = 'objectTranslations/Park_Member__c-nl_NL/Role__c.fieldTranslation-meta.xml';

export const plant = (what: string, file: string, change: readonly [string, string] | undefined, message: RegExp): PlantedError => ({
  what,
  file,
  change,
  message,
});

export const PLANTED_ERRORS: readonly PlantedError[] = [
  // Shape
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
  // Objects and fields
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
  // Formulas
  plant('a formula that names a field that does not exist', IS_NEW, ['Opened_Date__c &gt;', 'Opening_Date__c &gt;'], /Opening_Date__c/),
  plant(
    'a formula of the wrong type',
    IS_NEW,
    ['Opened_Date__c &gt; TODAY() - 30', 'TODAY() - 30'],
    /The formula gives date, where boolean is wanted/,
  ),
  plant(
    'a formula with an open bracket',
    RULE,
    ['ISBLANK(Opened_Date__c))', 'ISBLANK(Opened_Date__c)'],
    /Opened_When_Open: .*Fix: Correct the formula/,
  ),
  plant(
    'a rule that compares a picklist as text',
    RULE,
    ['ISPICKVAL(State__c, "Open")', 'State__c = "Open"'],
    /Opened_When_Open: .*Fix: Correct the formula/,
  ),
  plant(
    'a rule that shows its message at a field that does not exist',
    RULE,
    ['<errorDisplayField>Opened_Date__c', '<errorDisplayField>Open_Date__c'],
    /Open_Date__c: Park__c has no such field/,
  ),
  plant(
    'a message that is too long',
    RULE,
    ['Give the opening date.', 'Give the date. '.repeat(20)],
    /The message has \d+ characters; an org takes 255/,
  ),
  // Layouts and list views
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
  // Access
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
  // Flows
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
  // Components
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
  // Labels and translations
  plant(
    'a label that nothing uses',
    'lwc/parkList/parkList.js',
    ['c.Park_List_Title', 'c.Park_Not_Read'],
    /Park_List_Title: Nothing uses the label/,
  ),
  plant(
    'a component that asks for a label that does not exist',
    'lwc/parkList/parkList.js',
    ['c.Park_List_Title', 'c.Park_Title'],
    /parkList\.js:\d+ Park_Title: There is no such custom label/,
  ),
  plant(
    'a label that stands twice',
    LABELS,
    ['<fullName>Park_Not_Read', '<fullName>Park_List_Title'],
    /Park_List_Title: The label also stands in/,
  ),
  plant(
    'a label that is not translated',
    DUTCH,
    ['<name>Park_List_Title', '<name>Park_Title'],
    /Park_List_Title: The custom label is not translated/,
  ),
  plant(
    'a translation that lost its placeholder',
    DUTCH,
    ['van {0} konden', 'konden'],
    /Its placeholders are none, those of the label \{0\}/,
  ),
  plant(
    'a rule that is not translated',
    DUTCH_PARK,
    ['<name>Opened_When_Open', '<name>Opened_When_New'],
    /Opened_When_Open: The validation rule is not translated/,
  ),
  plant(
    'a layout section that is not translated',
    DUTCH_PARK,
    ['<section>Park', '<section>Parks'],
    /Park: The layout section is not translated/,
  ),
  plant(
    'a picklist value that is not translated',
    DUTCH_ROLE,
    ['<masterLabel>Lead', '<masterLabel>Leader'],
    /Lead: The value is not translated/,
  ),
  plant('a field that is not translated', DUTCH_ROLE, undefined, /Park_Member__c\.Role__c: The field is not translated/),
  plant(
    'a value set that is not translated',
    'globalValueSetTranslations/Park_State-nl_NL.globalValueSetTranslation-meta.xml',
    undefined,
    /Park_State: The value set is not translated/,
  ),
];
