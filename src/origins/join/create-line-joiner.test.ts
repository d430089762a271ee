import { expect, test } from 'vitest';
import type { Commit } from '../../model/commit.ts';
import { createLineJoiner } from './create-line-joiner.ts';

const AT = Date.parse('2026-03-01T10:00:00Z');
const PATH = 'src/measure.ts';

const toCommit = (added: readonly string[]): Commit => ({
  sha: 'a'.repeat(40),
  parents: [],
  authorAt: AT,
  committedAt: AT,
  subject: 'Measure the meadow',
  trailers: [],
  files: [{ path: PATH, hunks: [{ start: 1, added, removed: [] }] }],
});

function join(added: readonly string[], written: readonly string[]): Map<string, number> {
  const joiner = createLineJoiner({
    roots: ['/home/ada/meadow'],
    sessions: [{ id: 'old', commits: [], headCommit: null }],
    writings: [{ session: 'old', seq: 1, at: AT - 86_400_000, thread: 'main', paths: [`/home/ada/meadow/${PATH}`], way: 'edit', lines: written }],
    touches: [],
  });
  return new Map(joiner.join(toCommit(added)).map(({ text, by, confidence }) => [text.trim(), by === 'agent' ? confidence : 0]));
}

const telling = (of: string) => Array.from({ length: 40 }, (_, at) => `const ${of}Row${at} = measureMeadowRow(${at}, '${of} rows of the meadow');`);

test("an idiom that a session once wrote into the file does not make another's commit its work", () => {
  const confidences = join([...telling('clover').slice(0, 20), '  return undefined;', ...telling('clover').slice(20)], ['return undefined;']);
  expect(confidences.get('return undefined;')).toBeLessThan(0.5);
});

test('the same idiom among lines of the session is its own', () => {
  const lines = [...telling('clover'), '  return undefined;'];
  expect(join(lines, lines).get('return undefined;')).toBeGreaterThan(0.8);
});

test('one telling line of a session is found in a commit that is mostly of others', () => {
  const line = "const fescue = measureMeadowRow(7, 'the fescue by the brook');";
  expect(join([...telling('clover'), line], [line]).get(line)).toBeGreaterThanOrEqual(0.5);
});
