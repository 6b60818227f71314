// Where the box beside a mark stands.

/** As getBoundingClientRect tells them. */
interface Box {
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
}
interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

const WIDTH = 320;
const GAP = 6;

/** Below the mark, as near to its middle as the frame allows; a bar that begins out of sight counts from where it is seen. */
export function popoverPlace(mark: Box, frame: Frame): string {
  const width = Math.min(WIDTH, frame.width);
  const [seenFrom, seenUntil] = [Math.max(mark.left, frame.left), Math.min(mark.left + mark.width, frame.left + frame.width)];
  const left = (seenFrom + seenUntil) / 2 - frame.left - width / 2;
  const kept = Math.max(0, Math.min(left, frame.width - width));
  return `left:${kept.toFixed(0)}px;top:${(mark.bottom - frame.top + GAP).toFixed(0)}px;width:${width.toFixed(0)}px`;
}
