/** Reads the value that stands after a name: quoted or bare, also after the marks that code and YAML put before a value. */
const LONGEST_VALUE = 4096;
/** Three quotes of Python and TOML, calls that only wrap a text, string prefixes of Python, Rust, C# and SQL, YAML tags and block marks, the bracket of a list, the type in a dump, the border to the next text. */
const LEAD =
  /^(?:""(?=")|''(?=')|(?:Some|Ok|Just|String|String::from|SecretString(?:::new|::from)?|SecretStr|Secret|Buffer\.from|\[\]byte|bytes|str)\((?=["'])|[bfruNL@$]{1,2}(?=["'])|!!?[a-z]{1,10}\s{1,4}|\\\r?\n\s{0,40}|[|>][-+]?\s*\n\s{1,40}|[([]\s{0,40}(?=["'`])|\s{0,40}string\(\d{1,5}\) (?=")|\n\uE000\n(?=\S{4,200}(?:\r?\n|$)))/;

/** A line's end ends a quoted value too: the quote was an apostrophe. */
const QUOTED_END = new Map([
  ['"', /["\n\r\uE000]/],
  ["'", /['\n\r\uE000]/],
  ['`', /[`\n\r\uE000]/],
]);

export interface Value {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quoted: boolean;
}

/** @param plainEnd what ends a value that is not quoted */
export function readValue(text: string, at: number, plainEnd: RegExp): Value | undefined {
  let start = at;
  const lead = LEAD.exec(text.slice(start, start + 256));
  if (lead) start += lead[0].length;
  const quote = text[start] ?? '';
  const isQuoted = quote === '"' || quote === "'" || quote === '`';
  if (isQuoted) start += 1;
  const near = text.slice(start, start + LONGEST_VALUE);
  const length = near.search(isQuoted ? (QUOTED_END.get(quote) ?? plainEnd) : plainEnd);
  let end = start + (length === -1 ? near.length : length);
  if (!isQuoted) while (end > start && /[)\]}.\\:?]/.test(text[end - 1] ?? '')) end -= 1;
  return end > start ? { start, end, text: text.slice(start, end), quoted: isQuoted } : undefined;
}
