/** Counts from the last lines of a test run, in the wording of the runners that people use. */
export interface TestSummary {
  readonly passed: number | null;
  readonly failed: number | null;
}

/** Null where the line says nothing about it. */
type Counts = { passed: number | null; failed: number | null };
type Read = (line: string) => Counts | null;

const LONGEST_LINE = 400;
/** Cheap: what every line that counts tests has. */
const MAY_COUNT = /pass|fail|Pass|Fail|FAIL|Tests|Ran |OK \(|example|runs,|tests,|error|^ok/;
const GO_PACKAGE = /^(?:ok|FAIL)\s+\S+\s+(?:[\d.]+s|\(cached\)|\[)/;

export function readTestSummary(lines: readonly string[]): TestSummary | null {
  let passed: number | null = null;
  let failed: number | null = null;
  const goPackages = { passed: 0, failed: 0 };
  let goFailures = 0;
  for (const raw of lines) {
    if (raw.length > LONGEST_LINE) continue;
    if (!MAY_COUNT.test(raw)) continue;
    const line = raw.trim();
    if (GO_PACKAGE.test(line)) goPackages[line.startsWith('ok') ? 'passed' : 'failed']++;
    else if (line.startsWith('--- FAIL: ')) goFailures++;
    else {
      const counts = readLine(line);
      if (counts?.passed != null) passed = (passed ?? 0) + counts.passed;
      if (counts?.failed != null) failed = (failed ?? 0) + counts.failed;
    }
  }
  // Go names packages and failing tests; how many tests passed it says only with -v.
  if (goPackages.passed + goPackages.failed > 0) failed = (failed ?? 0) + (goPackages.failed > 0 ? Math.max(goFailures, goPackages.failed) : 0);
  return passed === null && failed === null ? null : { passed, failed };
}

function readLine(line: string): Counts | null {
  for (const read of RUNNERS) {
    const counts = read(line);
    if (counts !== null) return counts;
  }
  return null;
}

const number = (text: string | undefined): number => (text === undefined ? 0 : Number.parseInt(text, 10));
/** The number that stands before a word: `3 passed`. */
const before = (line: string, word: RegExp): number => number(word.exec(line)?.[1]);

const RUNNERS: readonly Read[] = [
  // vitest: `Tests  1 failed | 3 passed (4)`; jest: `Tests:       1 failed, 3 passed, 4 total`. Files and suites are counted apart.
  (line) =>
    /^Tests:?\s+\d+ (?:failed|passed|skipped|todo|pending)/.test(line) ? { passed: before(line, /(\d+) passed/), failed: before(line, /(\d+) failed/) } : null,
  (line) => (/^Tests\s+no tests$/.test(line) ? { passed: 0, failed: 0 } : null),
  // node:test and TAP: `ℹ pass 3`, `# fail 1`.
  (line) => {
    const match = /^(?:ℹ|#) (pass|fail) (\d+)$/.exec(line);
    return match === null ? null : match[1] === 'pass' ? { passed: number(match[2]), failed: null } : { passed: null, failed: number(match[2]) };
  },
  // bun: `12 pass`, `1 fail`; mocha: `3 passing (20ms)`, `1 failing`; playwright: `5 passed (10s)`, `1 failed`.
  (line) => {
    const match = /^(\d+) (pass|fail|passing|failing|passed|failed)(?: \([\d.]+\s?m?s?m?\))?$/.exec(line);
    return match === null
      ? null
      : match[2]?.startsWith('pass') === true
        ? { passed: number(match[1]), failed: null }
        : { passed: null, failed: number(match[1]) };
  },
  // pytest: `=== 1 failed, 3 passed in 0.12s ===`, with -q without the rule.
  (line) =>
    /(?:^|=\s|, )\d+ (?:failed|passed|error|errors)\b[^|]* in [\d.]+s/.test(line)
      ? { passed: before(line, /(\d+) passed/), failed: before(line, /(\d+) failed/) + before(line, /(\d+) errors?\b/) }
      : null,
  // unittest: `Ran 5 tests in 0.01s`, then `OK` or `FAILED (failures=1, errors=2)`.
  (line) => {
    const ran = /^Ran (\d+) tests? in /.exec(line);
    if (ran !== null) return { passed: number(ran[1]), failed: 0 };
    const bad = /^FAILED \(([^)]*)\)$/.exec(line);
    if (bad === null) return null;
    const failed = before(bad[1] ?? '', /failures=(\d+)/) + before(bad[1] ?? '', /errors=(\d+)/);
    return { passed: -failed, failed };
  },
  // cargo: `test result: ok. 5 passed; 0 failed; …`; nextest: `Summary [ 0.1s] 5 tests run: 4 passed, 1 failed`; deno: `ok | 5 passed | 0 failed (10ms)`.
  (line) =>
    /^test result: |^Summary \[|^(?:ok|FAILED) \| \d+ passed/.test(line)
      ? { passed: before(line, /(\d+) passed/), failed: before(line, /(\d+) failed/) }
      : null,
  // dotnet: `Failed!  - Failed:     1, Passed:    10, Skipped: …`.
  (line) => (/^(?:Passed|Failed)! +- /.test(line) ? { passed: before(line, /Passed:\s+(\d+)/), failed: before(line, /Failed:\s+(\d+)/) } : null),
  // surefire's last, total line: `Tests run: 5, Failures: 1, Errors: 0, Skipped: 0` (the lines of single classes end with a time).
  (line) => {
    const match = /^(?:\[\w+\]\s+)?Tests run: (\d+), Failures: (\d+), Errors: (\d+), Skipped: (\d+)$/.exec(line);
    if (match === null) return null;
    const failed = number(match[2]) + number(match[3]);
    return { passed: number(match[1]) - failed - number(match[4]), failed };
  },
  // gradle: `5 tests completed, 1 failed`; it prints nothing where all pass.
  (line) => {
    const match = /^(\d+) tests? completed, (\d+) failed/.exec(line);
    return match === null ? null : { passed: number(match[1]) - number(match[2]), failed: number(match[2]) };
  },
  // rspec: `5 examples, 1 failure`; minitest: `5 runs, 9 assertions, 1 failures, 0 errors, 0 skips`.
  (line) => {
    const match = /^(\d+) (?:examples?|runs|tests), (?:\d+ assertions, )?(\d+) failures?(?:, (\d+) errors?)?/.exec(line);
    if (match === null) return null;
    const failed = number(match[2]) + number(match[3]);
    return { passed: number(match[1]) - failed, failed };
  },
  // phpunit: `OK (5 tests, 10 assertions)` or `Tests: 5, Assertions: 9, Failures: 1.`
  (line) => {
    const fine = /^OK \((\d+) tests?, /.exec(line);
    if (fine !== null) return { passed: number(fine[1]), failed: 0 };
    const bad = /^Tests: (\d+), Assertions: \d+(?:, Errors: (\d+))?(?:, Failures: (\d+))?/.exec(line);
    if (bad === null) return null;
    const failed = number(bad[2]) + number(bad[3]);
    return { passed: number(bad[1]) - failed, failed };
  },
  // ctest: `90% tests passed, 1 tests failed out of 10`.
  (line) => {
    const match = /^\d+% tests passed, (\d+) tests? failed out of (\d+)/.exec(line);
    return match === null ? null : { passed: number(match[2]) - number(match[1]), failed: number(match[1]) };
  },
];
