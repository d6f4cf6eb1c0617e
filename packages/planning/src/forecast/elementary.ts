/** Terms of the series after which nothing more changes in 53 bits, for arguments as reduced below. */
const LOG_TERMS = 12;
const EXP_TERMS = 16;
const LN_2 = 2 * logNearOne(Math.sqrt(2));

/**
 * The natural logarithm from + - * / alone, so that every engine gives the same bits. `x` is above 0 and finite.
 *
 * Source: ln((1 + t) / (1 - t)) = 2 (t + t^3/3 + t^5/5 + ...), x reduced to the range from 0.7 to 1.4 by halving and doubling.
 * @example naturalLog(1) // 0
 */
export function naturalLog(x: number): number {
  let reduced = x;
  let halvings = 0;
  for (; reduced > 1.4; reduced /= 2) halvings++;
  for (; reduced < 0.7; reduced *= 2) halvings--;
  return logNearOne(reduced) + halvings * LN_2;
}

/**
 * e to the power of `x` from + - * / alone, so that every engine gives the same bits.
 *
 * Source: the power series, x reduced to at most ln(2) / 2 by multiples of ln(2).
 * @example exponential(0) // 1
 */
export function exponential(x: number): number {
  const doublings = Math.round(x / LN_2);
  const reduced = x - doublings * LN_2;
  let sum = 1;
  for (let term = EXP_TERMS; term > 0; term--) sum = 1 + (reduced / term) * sum;
  const factor = doublings < 0 ? 0.5 : 2;
  for (let i = Math.abs(doublings); i > 0 && sum > 0 && sum < Number.POSITIVE_INFINITY; i--) sum *= factor;
  return sum;
}

function logNearOne(x: number): number {
  const t = (x - 1) / (x + 1);
  const square = t * t;
  let sum = 0;
  for (let term = LOG_TERMS; term >= 0; term--) sum = sum * square + 1 / (2 * term + 1);
  return 2 * t * sum;
}
