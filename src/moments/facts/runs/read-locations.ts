/** Places in the project's own code that an output names: `src/a.ts:12:3`, `src/a.ts(12,3)`, `File "a.py", line 12`. */
import { copyText } from '../cut-text.ts';
import type { Failure } from '../facts.ts';

type Location = Failure['locations'][number];

const MOST_LOCATIONS = 30;
const LONGEST_PATH = 300;
// The path part is bounded and excludes its own terminators: no backtracking over long lines.
const COLON = /([\w.@~/\\-]{1,300}\.[A-Za-z]{1,6}):(\d{1,7})(?::\d{1,7})?(?!\d)/g;
const PARENS = /([\w.@~/\\-]{1,300}\.[A-Za-z]{1,6})\((\d{1,7}),\d{1,7}\)/g;
const PYTHON = /File "([^"\n]{1,300})", line (\d{1,7})/g;
const FOREIGN = /node_modules|site-packages|dist-packages|^node:|\/usr\/lib|\/rustc\/|\.cargo\/registry|\/go\/pkg\/mod|internal\/process/;

export function readLocations(lines: readonly string[]): Location[] {
  const found = new Map<string, Location>();
  for (const line of lines) {
    if (found.size >= MOST_LOCATIONS) break;
    if (/[A-Za-z]:\d/.test(line)) collect(line, COLON, found);
    if (/\(\d+,\d/.test(line)) collect(line, PARENS, found);
    if (line.includes('File "')) collect(line, PYTHON, found);
  }
  return [...found.values()].slice(0, MOST_LOCATIONS);
}

function collect(line: string, pattern: RegExp, found: Map<string, Location>): void {
  for (const match of line.matchAll(pattern)) {
    const path = match[1] ?? '';
    if (path.length > LONGEST_PATH || FOREIGN.test(path)) continue;
    const key = `${path}:${match[2]}`;
    // `file:///a.js` leaves its slashes behind.
    if (!found.has(key)) found.set(key, { path: copyText(path.replace(/^\.\//, '').replace(/^\/{2,}/, '/')), line: Number(match[2]) });
  }
}
