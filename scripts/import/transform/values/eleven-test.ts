// The check that numbers of persons and businesses pass.

/** The eleven-test of RSIN and of the citizen service number; `digits` are nine. */
export function passesElevenTest(digits: string): boolean {
  let sum = -Number(digits.charAt(8));
  for (let at = 0; at < 8; at += 1) sum += Number(digits.charAt(at)) * (9 - at);
  return sum % 11 === 0 && !/^0+$/.test(digits);
}
