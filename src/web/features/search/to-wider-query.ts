/** The same with its last word taken as the beginning of one; null where it is no plain word. */
export function toWiderQuery(query: string): string | null {
  const words = query.trim().split(/\s+/);
  const last = words.at(-1) ?? '';
  if (query.includes('"') || !/^[\p{L}\p{N}_.]{3,}$/u.test(last) || last === 'OR') return null;
  // Without its ending a word finds its other forms: "retries" and "retrying" both begin with "retr".
  const stem = last.length > 5 ? last.replace(/(?:ing|ies|ied|es|ed|s|e|y)$/, '') : last;
  return [...words.slice(0, -1), `${stem}*`].join(' ');
}
