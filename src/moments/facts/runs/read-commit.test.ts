import { expect, it } from 'vitest';
import { createScript } from '../session-script.ts';
import type { CommitFact } from '../facts.ts';

const commitsOf = (command: string, text: string, exitCode = 0): readonly CommitFact[] => {
  const script = createScript();
  script.run(command, { result: { outcome: exitCode === 0 ? 'ok' : 'failed', exitCode, text } });
  return script.facts().commits;
};

it.each([
  [`git add . && git commit -m "$(cat <<'EOF'\nTake the lock once\n\nBecause (it's) needed.\nEOF\n)"`, "Take the lock once\n\nBecause (it's) needed."],
  ['git commit -am "one" -m two', 'one\n\ntwo'],
  ['git -C web commit --message=three', 'three'],
  ['git commit -F - <<EOF\nfour\nEOF', 'four'],
  ['git commit --amend --no-edit', 'subject'],
])('%s', (command, message) => {
  expect(commitsOf(command, '[feature/x (root-commit) 1a2b3c4] subject\n 1 file changed')).toMatchObject([{ message, sha: '1a2b3c4' }]);
});

it('reads the commit that Aider says it made', () => {
  expect(commitsOf('git commit -m "fix: count"', 'Commit 1a2b3c4 fix: count')).toMatchObject([{ message: 'fix: count', sha: '1a2b3c4' }]);
});

it('sees no commit where a hook stopped it or nothing was committed', () => {
  expect(commitsOf('git commit -m x', 'husky - pre-commit failed', 1)).toEqual([]);
  expect(commitsOf('git log | grep "git commit"', 'x')).toEqual([]);
  expect(commitsOf('git commit --dry-run', '')).toEqual([]);
});
