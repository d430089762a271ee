import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScript } from '../session-script.ts';
import type { Run } from '../facts.ts';
import { normalise } from './read-failure.ts';

const settle = (command: string, exitCode: number, text: string): Run => {
  const script = createScript();
  script.run(command, { result: { outcome: exitCode === 0 ? 'ok' : 'failed', exitCode, text } });
  const [run] = script.facts().runs;
  if (run === undefined) throw new Error('no run');
  return run;
};

describe('what test runners print', () => {
  it.each([
    ['vitest', ' Test Files  1 failed (1)\n      Tests  1 failed | 3 passed (4)', 3, 1],
    ['npx jest', 'Tests:       2 failed, 1 skipped, 5 passed, 8 total', 5, 2],
    ['node --test', 'ℹ tests 3\nℹ pass 2\nℹ fail 1', 2, 1],
    ['npx mocha', '  3 passing (20ms)\n  1 failing', 3, 1],
    ['bun test', ' 12 pass\n 0 fail\n 30 expect() calls\nRan 12 tests across 2 files. [1.2s]', 12, 0],
    ['pytest', '==== 1 failed, 3 passed, 1 error in 0.12s ====', 3, 2],
    ['pytest -q', '3 passed in 0.10s', 3, 0],
    ['python -m unittest', 'Ran 5 tests in 0.01s\n\nFAILED (failures=1, errors=1)', 3, 2],
    ['go test ./...', 'ok  \tx/a\t0.1s\n--- FAIL: TestB (0.00s)\nFAIL\tx/b\t0.2s', null, 1],
    ['cargo test', 'test result: ok. 5 passed; 0 failed; 0 ignored\ntest result: FAILED. 1 passed; 2 failed; 0 ignored', 6, 2],
    ['mvn test', '[ERROR] Tests run: 5, Failures: 1, Errors: 1, Skipped: 1', 2, 2],
    ['./gradlew test', '5 tests completed, 1 failed', 4, 1],
    ['dotnet test', 'Failed!  - Failed:     1, Passed:    10, Skipped:     0, Total:    11', 10, 1],
    ['rspec', '5 examples, 1 failure', 4, 1],
    ['phpunit', 'OK (5 tests, 10 assertions)', 5, 0],
    ['npx playwright test', '  1 failed\n  5 passed (10s)', 5, 1],
    ['ctest', '90% tests passed, 1 tests failed out of 10', 9, 1],
  ])('%s', (command, output, passed, failed) => {
    const run = settle(`${command} 2>&1 | tail -20`, 0, output);
    expect([run.passedTests, run.failedTests, run.status]).toEqual([passed, failed, failed > 0 ? 'failed' : 'passed']);
  });
});

describe('settleRun', () => {
  it('trusts an unmasked exit status', () => {
    expect(settle('npm test', 1, 'something').status).toBe('failed');
    expect(settle('npm test', 0, '').status).toBe('passed');
  });

  it('does not know how a masked run ended when its output does not say', () => {
    expect(settle('npm test | grep -i fail', 0, '').status).toBe('unknown');
    expect(settle('npm test | tail -3', 0, 'error: raised on purpose by a passing test').status).toBe('unknown');
  });

  it('reads a masked check from its output', () => {
    expect(settle('npx tsc --noEmit | head', 0, '').status).toBe('passed');
    expect(settle('npx tsc --noEmit | head', 0, "src/a.ts(3,4): error TS2339: Property 'x' does not exist").status).toBe('failed');
    expect(settle('npx eslint . | tail -2', 0, '✖ 3 problems (1 error, 2 warnings)').status).toBe('failed');
  });

  it('reads the exit status that a line prints', () => {
    expect(settle('npm test > log; echo "exit $?"', 0, 'exit 1').status).toBe('failed');
    expect(settle('npm test | tail -1; echo $?', 0, 'x\n0').status).toBe('unknown');
  });

  it('takes "no match" for an answer, not a failure', () => {
    expect(settle('grep -rn lock src', 1, '').status).toBe('passed');
    expect(settle('grep -rn lock nowhere', 2, 'grep: nowhere: No such file').status).toBe('failed');
  });

  it('does not count a runner that never started as a test run', () => {
    expect(settle('npm run test', 1, 'npm error Missing script: "test"')).toMatchObject({ class: 'other', status: 'failed' });
  });

  it('names the command of a chain that failed', () => {
    expect(settle('npm test && npm run lint', 1, ' Tests  3 passed (3)\n✖ 1 problem (1 error, 0 warnings)').class).toBe('lint');
    expect(settle('npm run lint && npm test', 1, '✖ 1 problem (1 error, 0 warnings)').class).toBe('lint');
    expect(settle('npm run lint && npm test', 1, ' Tests  1 failed | 3 passed (4)').class).toBe('test');
  });

  it('names failing tests, the message beside them and the places of the project', () => {
    const output = [
      'error: printed by a test that passes',
      ...Array.from({ length: 30 }, () => '(pass) other'),
      'AssertionError: expected 3 to be 4',
      '      at add (/home/dev/app/src/add.ts:12:5)',
      '      at run (/home/dev/app/node_modules/x/y.js:1:1)',
      '(fail) add > sums [1.20ms]',
      ' 30 pass',
      ' 1 fail',
    ];
    expect(settle('bun test', 1, output.join('\n')).failure).toMatchObject({
      message: 'AssertionError: expected 3 to be 4',
      tests: ['add > sums'],
      locations: [{ path: '/home/dev/app/src/add.ts', line: 12 }],
    });
  });

  it('gives the same failure the same signature, another failure another', () => {
    const first = settle('npm test', 1, 'TypeError: x is undefined at 0x7f3a (/tmp/a1/b.ts:3:4) after 12ms');
    const again = settle('npm test', 1, 'TypeError: x is undefined at 0x11ff (/var/z/b.ts:9:1) after 15ms');
    const other = settle('npm test', 1, 'TypeError: y is undefined at 0x11ff (/var/z/b.ts:9:1) after 15ms');
    expect(first.failure?.signature).toBe(again.failure?.signature);
    expect(first.failure?.signature).not.toBe(other.failure?.signature);
  });

  it('normalises nothing further when run twice', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        expect(normalise(normalise(line))).toBe(normalise(line));
      }),
    );
  });

  it.each(['a/', 'x ', '1.', 'Error: ', ':1', '(1,', 'at ', '\\', '/', 'w.', 'FAIL > '])('ends on a megabyte of %s', (piece) => {
    expect(settle('npm test', 1, piece.repeat(1_000_000 / piece.length)).status).toBe('failed');
    expect(settle('npm test', 1, `${piece.repeat(100)}\n`.repeat(2000)).status).toBe('failed');
  });
});
