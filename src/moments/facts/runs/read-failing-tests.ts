/** Names of the tests that a run reports as failed, in the order it reports them, each once. */
import { copyText, headOf } from '../cut-text.ts';

const MOST_TESTS = 30;
const LONGEST_NAME = 200;
const TIME = /\s+(?:\(|\[)?[\d.]+\s?m?s(?:\)|\])?$/;

const NAMING: readonly RegExp[] = [
  /^\(fail\) (.+)$/, // bun
  /^(?:✗|×|✖) (.+)$/, // vitest, node:test, bun
  /^FAIL\s+(\S+\.\S+ > .+)$/, // vitest: file > suite > name
  /^● (.+ › .+)$/, // jest
  /^FAILED (\S+::.+?)(?: - .*)?$/, // pytest
  /^--- FAIL: (\S+)/, // go
  /^test (\S+) \.\.\. FAILED$/, // cargo
  /^FAIL \[[^\]]*\] (.+)$/, // nextest
  /^not ok \d+ (?:- )?(.+)$/, // TAP
  /^(\S.* > .+) FAILED$/, // gradle
  /^\[ERROR\]\s+(\w[\w.$]*\.\w+):\d+/, // surefire
  /^Failed (\w[\w.]+\.\w+.*?)\s\[/, // dotnet
  /^rspec (\S+:\d+)/, // rspec
  /^(?:FAIL|ERROR): (\w+ \([\w.]+\))$/, // unittest
  /^\d+\) (\[\w+\] › .+)$/, // playwright
];
/** Summaries and lint totals that begin like a failing test. */
const NOT_A_NAME =
  /^\d+ problems?\b|^failing tests?:?$|^\d+ (?:tests?|errors?|of)\b|^Some errors|^Error\b|^fail(?:ed|ing)?\b|^(?:Build|Command|npm|Process)\b/i;

/** `firstAt`: index of the first line that names one, -1 where none does. */
export function readFailingTests(lines: readonly string[]): { readonly names: string[]; readonly firstAt: number } {
  const names = new Set<string>();
  let firstAt = -1;
  for (const [at, line] of lines.entries()) {
    if (names.size >= MOST_TESTS) break;
    const name = failingTest(line);
    if (name === null) continue;
    if (firstAt < 0) firstAt = at;
    names.add(copyText(headOf(name, LONGEST_NAME)));
  }
  return { names: [...names], firstAt };
}

function failingTest(line: string): string | null {
  for (const pattern of NAMING) {
    const name = pattern.exec(line)?.[1]?.replace(TIME, '').trim();
    if (name !== undefined && name !== '') return NOT_A_NAME.test(name) ? null : name;
  }
  return null;
}
