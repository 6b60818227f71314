import { pinchOf, wheelZoom } from '../gestures';
import { popoverPlace } from '../popoverPlace';

describe('gestures', () => {
  it('take two fingers for a pinch, and nothing else', () => {
    const [one, other] = [
      { clientX: 10, clientY: 0 },
      { clientX: 40, clientY: 40 },
    ];
    expect(pinchOf([one, other])).toEqual({ distance: 50, middle: 25 });
    expect(pinchOf([one])).toBeUndefined();
    expect(pinchOf([one, other, one])).toBeUndefined();
    expect(pinchOf([one, one])?.distance).toBe(1);
  });

  it('zoom closer when the wheel turns up, and never in one leap', () => {
    expect(wheelZoom(-100)).toBeGreaterThan(1);
    expect(wheelZoom(100) * wheelZoom(-100)).toBeCloseTo(1);
    expect(wheelZoom(-10_000)).toBe(wheelZoom(-100));
  });
});

describe('the box beside a mark', () => {
  const frame = { left: 100, top: 50, width: 800 };

  it('stands below the middle of the mark, inside the frame', () => {
    expect(popoverPlace({ left: 490, width: 20, bottom: 150 }, frame)).toBe('left:240px;top:106px;width:320px');
    expect(popoverPlace({ left: 100, width: 20, bottom: 150 }, frame)).toMatch(/^left:0px/);
    expect(popoverPlace({ left: 890, width: 20, bottom: 150 }, frame)).toMatch(/^left:480px/);
  });

  it('counts a long bar from where it is seen, and fits a narrow frame', () => {
    expect(popoverPlace({ left: -2000, width: 2300, bottom: 150 }, frame)).toMatch(/^left:0px/);
    expect(popoverPlace({ left: 110, width: 20, bottom: 150 }, { ...frame, width: 280 })).toBe('left:0px;top:106px;width:280px');
  });
});
