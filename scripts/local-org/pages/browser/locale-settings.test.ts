import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localeSettings } from './locale-settings.ts';

test('dates and numbers follow the locale, words the language', () => {
  const dutch = localeSettings('en_US', 'nl_NL', 'Europe/Amsterdam');
  assert.equal(dutch['lang'], 'en-US');
  assert.equal(dutch['locale'], 'nl-NL');
  assert.equal(dutch['timeZone'], 'Europe/Amsterdam');
  assert.deepEqual([dutch['number.decimalSeparator'], dutch['number.groupingSeparator']], [',', '.']);
  assert.deepEqual([dutch['dateTime.shortDateFormat'], dutch['dateTime.mediumDateFormat']], ['dd-MM-yyyy', 'd MMM yyyy']);
  assert.equal(dutch['dateTime.shortTimeFormat'], 'HH:mm');
  assert.equal(dutch['firstDayOfWeek'], 2);
});

test('another locale has other patterns', () => {
  const american = localeSettings('en_US', 'en_US', 'America/New_York');
  assert.deepEqual([american['number.decimalSeparator'], american['number.groupingSeparator']], ['.', ',']);
  assert.deepEqual([american['dateTime.shortDateFormat'], american['dateTime.longDateFormat']], ['MM/dd/yyyy', 'MMMM d, yyyy']);
  assert.equal(american['dateTime.shortTimeFormat'], 'h:mm a');
  assert.equal(american['firstDayOfWeek'], 1);
});
