/** Which of many short signs a text holds, found in one pass: most texts hold few, and each pattern behind a missing sign need not run. */
export function createSignFinder(signs: readonly string[]): (text: string) => ReadonlySet<string> {
  // One or two characters stand nearly anywhere: those are found at once where they are.
  const short = [...new Set(signs.filter((sign) => sign.length <= 2))];
  const long = [...new Set(signs.filter((sign) => sign.length > 2))].toSorted((a, b) => b.length - a.length);
  const prefixesByLong = new Map(long.map((sign) => [sign, long.filter((other) => sign.startsWith(other))]));
  // Empty matches, so that signs which overlap are all seen.
  const pattern = new RegExp(`(?=(${long.map((sign) => sign.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)).join('|')}))`, 'g');
  return (text) => {
    const found = new Set(short.filter((sign) => text.includes(sign)));
    for (const [, sign = ''] of text.matchAll(pattern)) if (!found.has(sign)) for (const one of prefixesByLong.get(sign) ?? []) found.add(one);
    return found;
  };
}
