/** Above this the asymptotic series of Stirling's error is exact to double precision. */
const SERIES_FROM = 16;

/** Stirling's error: ln Γ(n+1) − [(n + ½) ln n − n + ½ ln 2π], for n > 0. Loader (2000). */
export function stirlingError(n: number): number {
  let sum = 0;
  let at = n;
  while (at < SERIES_FROM) {
    sum += (at + 0.5) * Math.log1p(1 / at) - 1;
    at += 1;
  }
  const square = at * at;
  const series = 1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square;
  return sum + series / at;
}

/** x ln(x/m) + m − x without cancellation when x is close to m: the deviance of Loader (2000). */
export function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const ratio = (x - m) / (x + m);
  let sum = (x - m) * ratio;
  let term = 2 * x * ratio;
  for (let k = 1; k < 1000; k += 1) {
    term *= ratio * ratio;
    const next = sum + term / (2 * k + 1);
    if (next === sum) return next;
    sum = next;
  }
  return sum;
}
