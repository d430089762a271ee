/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959964;

/** Wilson's score interval (E. B. Wilson, 1927) of `hits` in `n`, 95 %: between 0 and 1 also for few. `n` is at least 1. */
export function toInterval(hits: number, n: number): { low: number; high: number } {
  const share = hits / n;
  const centre = share + Z ** 2 / (2 * n);
  const spread = Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  const scale = 1 + Z ** 2 / n;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}
