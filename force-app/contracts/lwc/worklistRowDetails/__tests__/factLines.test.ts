import { consentOfPeople } from '../consentOfPeople';
import { factLines, type FactLabels } from '../factLines';

const LABELS: FactLabels = {
  source: 'Source',
  saidBy: '{0}, on {1}',
  confidence: 'Confidence',
  satisfaction: 'Satisfaction',
  quantity: 'Quantity',
  susceptibility: 'Susceptibility',
  notKnown: 'Not known',
  points: {
    moment: 'moment {0}',
    satisfaction: 'satisfaction {0}',
    stage: 'stage {0}',
    contact: 'contact {0}',
    certainty: 'certainty {0}',
  },
};
const written = (day: string): string => day.split('-').reverse().join('-');

it('facts say where they come from, how old and how sure they are; the factor that says most stands first', () => {
  const facts = factLines(
    {
      Source__c: { value: 'Told by the customer' },
      Obtained_On_Date__c: { value: '2026-09-23' },
      Confidence__c: { value: 'High', displayValue: 'hoog' },
      Satisfaction__c: { value: 'Dissatisfied', displayValue: 'ontevreden' },
      Satisfaction_Said_By__c: { value: 'Mrs Jansen' },
      Satisfaction_Date__c: { value: '2026-09-20' },
      Quantity__c: { value: 12 },
      Window_Points__c: { value: 6 },
      Satisfaction_Points__c: { value: 20 },
      Stage_Points__c: { value: 0 },
    },
    written,
    LABELS,
  );
  expect(facts.map(({ name, text }) => `${name}: ${text}`)).toEqual([
    'Source: Told by the customer, on 23-09-2026',
    'Confidence: hoog',
    'Satisfaction: ontevreden · Mrs Jansen, on 20-09-2026',
    'Quantity: 12',
    'Susceptibility: satisfaction 20 · moment 6 · stage 0',
  ]);
});

it('what nobody knows is said of source, confidence and satisfaction, and left out of the others', () => {
  expect(factLines({ Obtained_On_Date__c: { value: '2026-09-23' } }, written, LABELS)).toEqual([
    { name: 'Source', text: '23-09-2026' },
    { name: 'Confidence', text: 'Not known' },
    { name: 'Satisfaction', text: 'Not known' },
  ]);
});

it('verdicts of several channels stand under the name of their person', () => {
  const channel = (key: string, contact: string): Parameters<typeof consentOfPeople>[0][number] => ({
    channel: 'Phone',
    channelWords: 'Phone',
    verdict: 'May',
    verdictWords: 'may',
    sentences: [{ key, contact, sentence: `sentence ${key}` }],
  });
  expect(consentOfPeople([channel('1', 'Jan'), channel('2', 'Bo'), channel('3', 'Jan')])).toEqual([
    {
      name: 'Jan',
      sentences: [
        { key: '1', text: 'sentence 1' },
        { key: '3', text: 'sentence 3' },
      ],
    },
    { name: 'Bo', sentences: [{ key: '2', text: 'sentence 2' }] },
  ]);
});
