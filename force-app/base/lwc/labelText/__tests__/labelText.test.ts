import { countedLabel, fillLabel, numberText } from 'c/labelText';

jest.mock('@salesforce/i18n/locale', () => ({ default: 'nl-NL' }), { virtual: true });

describe('c/labelText', () => {
  it('fills placeholders by their number, also when one comes twice', () => {
    expect(fillLabel('{1} of {0}, {1}', 'ten', 3)).toBe('3 of ten, 3');
  });

  it('leaves a placeholder that has no value, so that the wrong label is seen', () => {
    expect(fillLabel('{0} and {1}', 'a')).toBe('a and {1}');
  });

  it.each([
    ['en-US', 1, 'one 1'],
    ['en-US', 0, 'many 0'],
    ['en-US', 1234, 'many 1.234'],
    ['nl-NL', 1, 'one 1'],
    ['nl-NL', 1234, 'many 1.234'],
  ])('chooses the form by the language (%s) and writes %d by the locale', (language, count, sentence) => {
    expect(countedLabel({ one: 'one {0}', other: 'many {0}' }, count, language)).toBe(sentence);
  });

  it('writes a number by the locale alone', () => {
    expect(numberText(1234.5)).toBe('1.234,5');
  });
});
