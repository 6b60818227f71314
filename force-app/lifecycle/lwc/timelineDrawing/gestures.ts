// Fingers, wheel and mouse, in numbers.

interface Spot {
  readonly clientX: number;
  readonly clientY: number;
}

export interface Pinch {
  readonly distance: number;
  /** Pixels from the left of the window. */
  readonly middle: number;
}

/** Two fingers; undefined for any other number. */
export function pinchOf(touches: ArrayLike<Spot>): Pinch | undefined {
  const [one, other] = [touches[0], touches[1]];
  if (!one || !other || touches.length !== 2) return undefined;
  return {
    distance: Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)),
    middle: (one.clientX + other.clientX) / 2,
  };
}

/** How much a turn of the wheel zooms: up is closer, and a trackpad's small steps zoom little. */
export function wheelZoom(deltaY: number): number {
  return Math.exp(-Math.max(-100, Math.min(100, deltaY)) / 200);
}

/** A mouse that moved less than this has clicked, not dragged. */
export const DRAG_PIXELS = 4;
