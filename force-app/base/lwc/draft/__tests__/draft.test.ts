import USER_ID from '@salesforce/user/Id';
import { draftOf, dropDraft, keepDraft } from 'c/draft';

beforeEach(() => window.sessionStorage.clear());

describe('c/draft', () => {
  it('gives back what was kept, until it is dropped', () => {
    keepDraft('exit.001', { reason: 'Too dear', isAnonymous: true });
    expect(draftOf('exit.001')).toEqual({ reason: 'Too dear', isAnonymous: true });
    expect(draftOf('exit.002')).toEqual({});
    dropDraft('exit.001');
    expect(draftOf('exit.001')).toEqual({});
  });

  it('keeps nothing of an empty form', () => {
    keepDraft('form', { reason: 'Too dear' });
    keepDraft('form', { reason: '', isAnonymous: false });
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('is not upset by what others wrote', () => {
    window.sessionStorage.setItem(`draft.${USER_ID}.form`, '{broken');
    expect(draftOf('form')).toEqual({});
    window.sessionStorage.setItem(`draft.${USER_ID}.form`, '{"reason":"x","list":[1]}');
    expect(draftOf('form')).toEqual({ reason: 'x' });
  });
});
