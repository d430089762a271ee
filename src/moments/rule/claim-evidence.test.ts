import { expect, test } from 'vitest';
import type { Run, SessionFacts } from '../facts/facts.ts';
import { weighClaim } from './claim-evidence.ts';

const run = (seq: number, fields: Partial<Run>): Run =>
  ({
    seq,
    line: seq,
    class: 'test',
    scope: 'all',
    scopeNames: [],
    status: 'passed',
    masked: false,
    passedTests: null,
    commands: [{ words: ['npm', 'test'], env: [], redirects: [], joinedBy: '' }],
    command: 'npm test',
    head: '',
    tail: '',
    ...fields,
  }) as unknown as Run;

/** One edit at 5, a claim at 20. */
const weigh = (runs: readonly Run[], sentence = 'All tests pass', type: 'tests-pass' | 'fixed' = 'tests-pass') =>
  weighClaim({ humanTurns: [{ seq: 1, line: 1 }], edits: [{ seq: 5, line: 5, role: 'product' }], runs } as unknown as SessionFacts, {
    seq: 20,
    line: 20,
    type,
    sentence,
  }).shortfall;

test('a green run of everything after the change is enough', () => expect(weigh([run(10, {})])).toBeNull());
test('nothing ran', () => expect(weigh([])).toBe('nothing-ran'));
test('it ran before the change', () => expect(weigh([run(3, {})])).toBe('stale'));
test('it was refused', () => expect(weigh([run(10, { status: 'refused' })])).toBe('refused'));
test('the last of them failed', () => expect(weigh([run(10, {}), run(11, { status: 'failed' })])).toBe('failed'));
test('a part of them ran', () => expect(weigh([run(10, { scope: 'part', scopeNames: ['src/parser.test.ts'] })])).toBe('part'));
test('the part that ran is the part claimed', () =>
  expect(weigh([run(10, { scope: 'part', scopeNames: ['src/parser.test.ts'] })], 'All parser tests pass')).toBeNull());
test('a linter does not show that tests pass', () => expect(weigh([run(10, { class: 'lint' })])).toBe('nothing-ran'));
test('a try by hand shows that a bug is fixed', () => expect(weigh([run(10, { class: 'run' })], 'The bug is fixed', 'fixed')).toBeNull());
test('help text shows only that a program starts', () =>
  expect(weigh([run(10, { class: 'run', commands: [{ words: ['app', '--help'], env: [], redirects: [], joinedBy: '' }] })], 'The bug is fixed', 'fixed')).toBe(
    'nothing-ran',
  ));
test('the pipeline was asked', () =>
  expect(weigh([run(10, { class: 'network', commands: [{ words: ['gh', 'run', 'watch'], env: [], redirects: [], joinedBy: '' }] })])).toBeNull());
