import { changedDraft, forgetDraft, isAnythingTyped, keptDraft, type DraftStore } from '../callDraft';

function memory(): DraftStore & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      kept.set(key, value);
    },
    removeItem: (key) => {
      kept.delete(key);
    },
  };
}

describe('the draft of a call', () => {
  it('is found again with its key, per account and contract, until it is forgotten', () => {
    const store = memory();
    const draft = keptDraft(store, 'a1.c1', () => 'key1');
    expect(isAnythingTyped(draft)).toBe(false);
    changedDraft(store, 'a1.c1', draft, 'note', 'Two shops');
    expect(keptDraft(store, 'a1.c1', () => 'key2')).toEqual({ key: 'key1', values: { note: 'Two shops' } });
    expect(keptDraft(store, 'a1.c2', () => 'key3')).toEqual({ key: 'key3', values: {} });
    forgetDraft(store, 'a1.c1');
    expect(isAnythingTyped(keptDraft(store, 'a1.c1', () => 'key4'))).toBe(false);
  });

  it('begins anew over what cannot be read, and goes on where nothing can be kept', () => {
    const store = memory();
    for (const broken of ['{', '[]', '{"key":1}', 'null']) {
      store.kept.set('comparisonScript.draft.a1.c1', broken);
      expect(keptDraft(store, 'a1.c1', () => 'new')).toEqual({ key: 'new', values: {} });
    }
    const full: DraftStore = {
      ...store,
      setItem: () => {
        throw new Error('quota');
      },
    };
    expect(changedDraft(full, 'a1.c1', { key: 'k', values: {} }, 'note', 'x').values).toEqual({ note: 'x' });
  });
});
