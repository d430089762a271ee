/** Wilson score interval of `right` out of `of` at 95 % (z = 1.96), as [low, high] in 0..1. Wilson, JASA 22 (1927). */
export function wilsonInterval(right: number, of: number): [number, number] {
  if (of === 0) return [0, 1];
  const z = 1.96;
  const p = right / of;
  const middle = p + (z * z) / (2 * of);
  const spread = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}
