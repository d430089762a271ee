/** At most `max` characters of `text`: its beginning, and where it is longer also its end, with a mark of what is left out. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const tail = Math.floor(max / 4);
  return `${copyText(text.slice(0, max - tail))}\n[… ${text.length - max} characters …]\n${copyText(text.slice(-tail))}`;
}

export const headOf = (text: string, max: number): string => (text.length <= max ? text : copyText(text.slice(0, max)));
export const tailOf = (text: string, max: number): string => (text.length <= max ? text : copyText(text.slice(-max)));

/** V8 keeps the whole parent of a slice alive; facts outlive the events they were cut from, so they hold copies. */
export function copyText(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
