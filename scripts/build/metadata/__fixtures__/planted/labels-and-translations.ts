// Errors in labels and translations to plant in the small package, each with what the check must say about it.
import { plant, type PlantedError } from './plant.ts';

const LABELS = 'labels/CustomLabels.labels-meta.xml';
const DUTCH = 'translations/nl_NL.translation-meta.xml';
const DUTCH_PARK = 'objectTranslations/Park__c-nl_NL/Park__c-nl_NL.objectTranslation-meta.xml';
const DUTCH_ROLE = 'objectTranslations/Park_Member__c-nl_NL/Role__c.fieldTranslation-meta.xml';

export const IN_LABELS_AND_TRANSLATIONS: readonly PlantedError[] = [
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
  plant(
    'a translated value that is too long',
    DUTCH_ROLE,
    ['<translation>', `<translation>${'x'.repeat(250)}`],
    /translation: It has \d+ characters; an org takes 255/,
  ),
  plant(
    'a translated label that is too long',
    DUTCH,
    ['<label>Parken</label>\n    <name>Park_List_Title', `<label>${'x'.repeat(1001)}</label>\n    <name>Park_List_Title`],
    /label: It has 1001 characters; an org takes 1000/,
  ),
];
