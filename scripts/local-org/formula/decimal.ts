// Numbers as decimals: the platform computes with decimals, we with doubles cut to the 15 digits that they hold for sure.

/** Removes the noise of binary fractions: 0.1 + 0.2 is 0.3. Whole numbers stay as they are. */
export function exact(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

/** Rounds half away from zero at a number of decimals (negative: tens, hundreds, …), as ROUND does. */
export function roundHalfAway(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return exact((Math.sign(value) * Math.round(exact(Math.abs(value) * scale))) / scale);
}

/** Drops the decimals beyond a number of them, as TRUNC does. */
export function truncate(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return exact(Math.trunc(exact(value * scale)) / scale);
}

/** A number in plain digits, never with an exponent. */
export function plainDigits(value: number): string {
  const short = String(value);
  if (!short.includes('e')) return short;
  if (Number.isInteger(value)) return BigInt(value).toString();
  return value.toFixed(20).replace(/\.?0+$/, '');
}
