import { saddleOf } from '../saddleScore';

const WORDS = { sentence: '{0}, most to gain: {1}', sentenceAlone: '{0} alone' };

describe('the saddle score', () => {
  it('shows each factor with its points, and where most is to be gained', () => {
    const saddle = saddleOf(
      37,
      ['Days since contact: 5 (+20)', 'Last feedback: unknown (+10)', 'Stage: Care (+7)', null, undefined],
      WORDS,
    );
    expect(saddle).toMatchObject({ score: 37, style: 'width:37%', sentence: '37, most to gain: Stage: Care' });
    expect(saddle?.factors).toEqual([
      { key: '0', text: 'Days since contact: 5', points: '+20', style: 'width:100%' },
      { key: '1', text: 'Last feedback: unknown', points: '+10', style: 'width:50%' },
      { key: '2', text: 'Stage: Care', points: '+7', style: 'width:35%' },
    ]);
  });

  it('stays readable when the org words its factors otherwise', () => {
    const saddle = saddleOf(50, ['Klantwaarde hoog', 'Fase: Zorg (+15)'], WORDS);
    expect(saddle?.factors[0]).toMatchObject({ text: 'Klantwaarde hoog', points: '', style: 'width:0%' });
    expect(saddle?.sentence).toBe('50, most to gain: Fase: Zorg');
    expect(saddleOf(50, [], WORDS)?.sentence).toBe('50 alone');
  });

  it('is not there for who may not see it, and never runs off its bar', () => {
    expect(saddleOf(null, [], WORDS)).toBeUndefined();
    expect(saddleOf(140, [], WORDS)?.style).toBe('width:100%');
    expect(saddleOf(-20, ['x (+99)'], WORDS)).toMatchObject({ style: 'width:0%', factors: [{ style: 'width:100%' }] });
  });
});
