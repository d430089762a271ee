/** Texts that span lines may stand at the left edge of a file and close nothing: templates and triple-quoted strings. */
const QUOTES_BY_EXTENSION: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(['ts', 'mts', 'cts', 'tsx', 'js', 'mjs', 'cjs', 'jsx', 'go'].map((extension) => [extension, ['`']])),
  ...Object.fromEntries(['py', 'pyi'].map((extension) => [extension, ['"""', "'''"]])),
  ...Object.fromEntries(['java', 'kt', 'cs', 'swift', 'scala'].map((extension) => [extension, ['"""']])),
};

/** Tells of each line, given one after the other, whether it begins inside such a text. */
export function createTextSkipper(path: string): (line: string) => boolean {
  const quotes = QUOTES_BY_EXTENSION[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? [];
  let open: string | null = null;
  return (line) => {
    const began = open !== null;
    for (let at = 0; at < line.length; at++) {
      if (line[at] === '\\') at += 1;
      else if (open !== null) {
        if (line.startsWith(open, at)) {
          at += open.length - 1;
          open = null;
        }
      } else {
        const quote = quotes.find((one) => line.startsWith(one, at));
        if (quote !== undefined) {
          open = quote;
          at += quote.length - 1;
        }
      }
    }
    return began;
  };
}
