import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldText, type ShownField, type TextSetting } from './field-text.ts';

const SETTING: TextSetting = { locale: 'nl-NL', timeZone: 'Europe/Amsterdam', currency: 'EUR', yes: 'Ja', no: 'Nee' };

test('values are written for the locale', () => {
  const cases: [ShownField, string][] = [
    [{ dataType: 'Currency', value: 1234.5 }, '€\u00a01.234,50'],
    [{ dataType: 'Int', value: 12345 }, '12.345'],
    [{ dataType: 'Percent', value: 45 }, '45%'],
    [{ dataType: 'Date', value: '2026-12-31' }, '31-12-2026'],
    [{ dataType: 'DateTime', value: '2026-12-31T23:30:00.000Z' }, '01-01-2027, 00:30'],
    [{ dataType: 'Boolean', value: false }, 'Nee'],
    [{ dataType: 'Picklist', value: 'Gas', displayValue: 'Aardgas' }, 'Aardgas'],
    [{ dataType: 'MultiPicklist', value: 'Gas;Internet' }, 'Gas, Internet'],
    [{ dataType: 'String', value: '01234567' }, '01234567'],
  ];
  for (const [field, text] of cases) assert.equal(fieldText(field, SETTING)?.text, text, field.dataType);
});

test('a blank value has no text, but zero and false have', () => {
  for (const value of [null, undefined, '']) assert.equal(fieldText({ dataType: 'String', value }, SETTING), undefined);
  assert.equal(fieldText({ dataType: 'Int', value: 0 }, SETTING)?.text, '0');
});

test('references lead to their record, and only web addresses become web links', () => {
  const reference = { id: '0010L0000000001AAA', objectApiName: 'Account', name: 'Bakkerij Jansen' };
  assert.deepEqual(fieldText({ dataType: 'Reference', value: reference.id, reference }, SETTING), {
    text: 'Bakkerij Jansen',
    link: { href: '/lightning/r/Account/0010L0000000001AAA/view', isRecord: true },
  });
  const href = (value: string): string | undefined => fieldText({ dataType: 'Url', value }, SETTING)?.link?.href;
  assert.equal(href('www.polder.example'), 'https://www.polder.example');
  assert.equal(href('javascript:alert(1)'), undefined);
  assert.equal(href('data:text/html,x'), undefined);
});

test('what a formula makes of HYPERLINK is a link, and the same text typed by a person is not', () => {
  const value = '<a href="/00T0L0000000001AAA" target="_self">Open the call</a>';
  assert.deepEqual(fieldText({ dataType: 'String', value, isMarkup: true }, SETTING), {
    text: 'Open the call',
    link: { href: '/00T0L0000000001AAA', isRecord: true },
  });
  assert.deepEqual(fieldText({ dataType: 'String', value }, SETTING), { text: value });
  const unsafe = '<a href="javascript:alert(1)" target="_self">x</a>';
  assert.deepEqual(fieldText({ dataType: 'String', value: unsafe, isMarkup: true }, SETTING), { text: 'x' });
});
