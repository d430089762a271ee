import { expect, it } from 'vitest';
import { readCommands } from '../../moments/facts/shell/read-commands.ts';
import { readMadeCommits } from './read-made-commits.ts';

const read = (command: string, text: string) =>
  readMadeCommits(command, { id: 'e', seq: 3, line: 1, at: null, thread: 'main', kind: 'result', callId: 'c', outcome: 'ok', text }, readCommands).map(
    ({ sha, subject }) => [sha, subject],
  );

it('takes the id git or Aider printed, else the subject of the command', () => {
  expect(read('git add -A && git commit -m "Count owls"', '[main 1a2b3c4] Count owls\n 1 file changed')).toEqual([['1a2b3c4', 'Count owls']]);
  expect(read('git commit -m "Count owls"', 'Commit 2b3c4d5 Count owls')).toEqual([['2b3c4d5', 'Count owls']]);
  expect(read(`git commit -q -m "$(cat <<'EOF'\nCount owls\n\nTwice.\nEOF\n)"`, '')).toEqual([[null, 'Count owls']]);
  expect(read('git log --oneline', '1a2b3c4 Count owls')).toEqual([]);
});
