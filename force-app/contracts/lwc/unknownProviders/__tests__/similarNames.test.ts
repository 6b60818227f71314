import { likeness, mostAlikeFirst } from '../similarNames';

describe('names that look alike', () => {
  it('come first', () => {
    const items = ['Delta Duin Energie', 'Stroomversneller', 'Kabel & Co'].map((label) => ({ label }));
    expect(mostAlikeFirst('Stroomversneller 24', items)[0]?.label).toBe('Stroomversneller');
  });

  it('are the same whatever case, accents and punctuation they are written in', () => {
    expect(likeness('Énergie B.V.', 'energie bv')).toBe(1);
    expect(likeness('abc', 'xyz')).toBe(0);
    expect(likeness('', '')).toBe(0);
  });
});
