const NOTHING = /^\W*(?:no (?:matches|files|results?|matching \w+|content)(?: found)?\b|found 0\b|0 (?:matches|results|files)\b|0 for\b|total matches: 0)/i;
const LONGEST = 200;

/** Whether the answer to a search, of a tool or a command, says that there is nothing. */
export function saysNothingFound(output: string): boolean {
  const text = output.trim();
  return text === '' || (text.length <= LONGEST && NOTHING.test(text));
}
