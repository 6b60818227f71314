// How firmly a customer sits in the saddle: the score, its factors, and the sentence that says where most is to be gained.
import { fillLabel } from 'c/labelText';

export interface SaddleFactor {
  readonly key: string;
  /** What was found, without the points. */
  readonly text: string;
  /** "+10"; blank when the org's text tells no points. */
  readonly points: string;
  /** Width of the bar that repeats the points. */
  readonly style: string;
}

export interface Saddle {
  readonly score: number;
  readonly sentence: string;
  readonly style: string;
  readonly factors: readonly SaddleFactor[];
}

export interface SaddleWords {
  /** `{0}` is the score, `{1}` the factor with the fewest points. */
  readonly sentence: string;
  readonly sentenceAlone: string;
}

/** Each of the five factors brings at most this many points; the formulas of the account say so. */
const MOST_POINTS = 20;
/** The formulas end their text with the points: `Stage: Care (+15)`. */
const POINTS = /^(.*?)\s*\(\+(\d+)\)\s*$/;

/** Undefined when the score may not be seen. */
export function saddleOf(score: unknown, texts: readonly (string | null | undefined)[], words: SaddleWords): Saddle | undefined {
  if (typeof score !== 'number') return undefined;
  const factors = texts.flatMap((text, at) => (text ? [factorOf(text, String(at))] : []));
  const weakest = factors
    .filter(({ points }) => points !== '')
    .reduce<SaddleFactor | undefined>(
      (least, factor) => (least && Number(least.points) <= Number(factor.points) ? least : factor),
      undefined,
    );
  return {
    score,
    sentence: weakest ? fillLabel(words.sentence, score, weakest.text) : fillLabel(words.sentenceAlone, score),
    style: `width:${Math.max(0, Math.min(100, score))}%`,
    factors,
  };
}

function factorOf(text: string, key: string): SaddleFactor {
  const [, told = text, points] = POINTS.exec(text) ?? [];
  const share = points === undefined ? 0 : Math.min(1, Number(points) / MOST_POINTS);
  return { key, text: told, points: points === undefined ? '' : `+${points}`, style: `width:${Math.round(share * 100)}%` };
}
