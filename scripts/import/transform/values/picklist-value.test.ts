import assert from 'node:assert/strict';
import { test } from 'node:test';
import { picklistValue } from './picklist-value.ts';
import { told } from './testing/verdict-table.ts';

test('words become picklist values; others are a fault that lists what is allowed', () => {
  const cases: [Parameters<typeof picklistValue>[0], string, string][] = [
    ['Product_Category', 'Mobiel', 'Mobile Telephony'],
    ['Product_Category', 'VASTE TELEFONIE', 'Fixed Telephony'],
    ['Product_Category', 'Zakelijk glasvezel', 'Internet'],
    ['Product_Category', 'Elektriciteit', 'Electricity'],
    ['Product_Category', 'Groene stroom', 'Electricity'],
    ['Product_Category', 'gas', 'Gas'],
    ['Product_Category', 'Bedrijfsverzekering', 'Insurance'],
    ['Product_Category', 'Bedrijfsafval', 'Waste Collection'],
    ['Product_Category', 'onbekend', 'Unknown'],
    ['Product_Category', 'n.v.t.', '? UNKNOWN_VALUE'],
    ['Product_Category', 'koffie', 'CATEGORY_UNKNOWN'],
    ['Legal_Form', 'Eenmanszaak', 'Sole Proprietorship'],
    ['Legal_Form', 'V.O.F.', 'General Partnership'],
    ['Legal_Form', 'B.V.', 'Private Limited Company'],
    ['Legal_Form', 'Coöperatie', 'Cooperative'],
    ['Legal_Form', 'maatschap', 'Professional Partnership'],
    ['Connection_Size', 'kleinverbruik', 'Small'],
    ['Connection_Size', 'GV', 'Large'],
    ['Satisfaction', 'zeer tevreden', 'Satisfied'],
    ['Satisfaction', 'ontevreden', 'Dissatisfied'],
    ['Yes_No', 'J', 'Yes'],
    ['Yes_No', 'x', 'Yes'],
    ['Yes_No', 'nee', 'No'],
    ['Confidence', 'hoog', 'High'],
  ];
  for (const [list, text, expected] of cases)
    assert.equal(told(picklistValue(list, text, 'CATEGORY_UNKNOWN')), expected, `${list}: ${text}`);
  const verdict = picklistValue('Connection_Size', 'middel', 'CONNECTION_SIZE_UNKNOWN');
  assert.equal(verdict.kind === 'fault' && verdict.detail['allowed'], 'Small, Large, Not Applicable, Unknown');
});
