import { momentsOf } from '../momentsQuery';

const value = (of: string | null): { value: string | null } => ({ value: of });
const moment = (dutch: string | null): object => ({
  node: { Id: 'm1', Name: value('Out of sight'), Dutch_Name__c: value(dutch), Action__c: value('Call'), Dutch_Action__c: value('Bel') },
});
const namesIn = (language: string, dutch: string | null): readonly string[] =>
  momentsOf({ uiapi: { query: { Stage_Moment__c: { edges: [moment(dutch)] } } } } as Parameters<typeof momentsOf>[0], language).flatMap(
    ({ name, action }) => [name, action],
  );

describe('momentsQuery', () => {
  it('gives Dutch users the Dutch texts, and the others where one is missing', () => {
    expect(namesIn('nl-NL', 'Uit het zicht')).toEqual(['Uit het zicht', 'Bel']);
    expect(namesIn('nl-NL', null)).toEqual(['Out of sight', 'Bel']);
    expect(namesIn('en-US', 'Uit het zicht')).toEqual(['Out of sight', 'Call']);
  });
});
