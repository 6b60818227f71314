// Errors in formulas and validation rules to plant in the small package, each with what the check must say about it.
import { plant, type PlantedError } from './plant.ts';

const IS_NEW = 'objects/Park__c/fields/Is_New__c.field-meta.xml';
const RULE = 'objects/Park__c/validationRules/Opened_When_Open.validationRule-meta.xml';

export const IN_FORMULAS: readonly PlantedError[] = [
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
];
