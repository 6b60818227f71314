import {
  OWN_VOCABULARY,
  chooseVocabulary,
  chosenVocabulary,
  onVocabularyChosen,
  vocabulariesOf,
  type VocabularyAnswer,
} from 'c/stageVocabulary';

const value = (text: string): { value: string } => ({ value: text });
const answer: VocabularyAnswer = {
  uiapi: {
    query: {
      Lifecycle_Stage__c: {
        edges: [{ node: { Id: 's1', Name: value('Care'), Dutch_Name__c: value('Zorg') } }, { node: { Id: 's2', Name: value('Lost') } }],
      },
      Lifecycle_Vocabulary__c: {
        edges: [
          { node: { Name: value('AIDA'), Dutch_Name__c: value('AIDA (nl)'), External_Id__c: value('AIDA') } },
          { node: { Name: value('No key') } },
        ],
      },
      Stage_Name__c: {
        edges: [
          {
            node: {
              Name: value('Action'),
              Dutch_Name__c: value('Actie'),
              Lifecycle_Stage__c: value('s1'),
              Lifecycle_Vocabulary__r: { External_Id__c: value('AIDA') },
            },
          },
        ],
      },
    },
  },
};

describe('c/stageVocabulary', () => {
  it('names a stage in the chosen vocabulary and in the language of the user', () => {
    expect(vocabulariesOf(answer, 'en-US').nameOf('AIDA', 's1')).toBe('Action');
    expect(vocabulariesOf(answer, 'nl-NL').nameOf('AIDA', 's1')).toBe('Actie');
    expect(vocabulariesOf(answer, 'nl_NL').nameOf(OWN_VOCABULARY, 's1')).toBe('Zorg');
  });

  it('falls back to the name of the organisation, then to nothing', () => {
    const { nameOf } = vocabulariesOf(answer, 'nl-NL');
    expect([nameOf('AIDA', 's2'), nameOf('gone', 's1'), nameOf('AIDA', 'unknown')]).toEqual(['Lost', 'Zorg', '']);
    expect(vocabulariesOf(undefined, 'en-US').nameOf('AIDA', 's1')).toBe('');
  });

  it('offers the vocabularies that have a key, and tells the stages in their order', () => {
    const { choices, stageIds } = vocabulariesOf(answer, 'en-US');
    expect(choices).toEqual([{ value: 'AIDA', label: 'AIDA' }]);
    expect(stageIds).toEqual(['s1', 's2']);
    expect(vocabulariesOf(answer, 'nl-NL').choices).toEqual([{ value: 'AIDA', label: 'AIDA (nl)' }]);
  });

  it('remembers the choice of each user and tells who listens', () => {
    const heard: string[] = [];
    const stop = onVocabularyChosen((vocabulary) => heard.push(vocabulary));
    expect(chosenVocabulary('u1')).toBe(OWN_VOCABULARY);
    chooseVocabulary('u1', 'AIDA');
    stop();
    chooseVocabulary('u2', 'STERNE-SEVEN');
    expect([chosenVocabulary('u1'), chosenVocabulary('u2'), heard]).toEqual(['AIDA', 'STERNE-SEVEN', ['AIDA']]);
  });
});
