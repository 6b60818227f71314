import assert from 'node:assert/strict';
import { test } from 'node:test';
import sourceDutch from '../source/messages.nl.json' with { type: 'json' };
import sourceEnglish from '../source/messages.en.json' with { type: 'json' };
import dutch from './messages.nl.json' with { type: 'json' };
import english from './messages.en.json' with { type: 'json' };

/** Every text of a catalogue by its path, with the names of its placeholders. */
function placeholders(catalogue: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue)) {
    if (typeof value === 'string')
      found.set(
        path + key,
        [...value.matchAll(/\{(\w+)\}/g)]
          .map(([, name]) => name)
          .sort()
          .join(),
      );
    else for (const [inner, names] of placeholders(value as object, `${path}${key}.`)) found.set(inner, names);
  }
  return found;
}

test('the Dutch catalogues say the same with the same values', () => {
  for (const [one, other] of [
    [english, dutch],
    [sourceEnglish, sourceDutch],
  ] as const)
    assert.deepEqual(placeholders(other), placeholders(one));
});
