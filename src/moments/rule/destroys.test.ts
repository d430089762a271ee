import { expect, test } from 'vitest';
import { readDestruction } from './destroys.ts';

const read = (line: string) => readDestruction({ words: line.split(' '), env: [], redirects: [], joinedBy: '' })?.what ?? null;

test.each([
  ['rm -rf src', 'files'],
  ['rm -f settings.json', 'files'],
  ['git reset --hard HEAD~1', 'uncommitted work'],
  ['git -C ../other checkout -- src/a.ts', 'uncommitted work'],
  ['git push origin :old', 'shared branch'],
  ['git push -f', 'shared branch'],
  ['kubectl delete pod web', 'data'],
  ['chmod -x .git/hooks/pre-commit', 'guard'],
])('%s destroys %s', (line, what) => expect(read(line)).toBe(what));

test.each([
  'rm notes.txt',
  'git reset HEAD~1',
  'git checkout main',
  'git push',
  'git push --dry-run -f',
  'git clean -nfd',
  'git stash',
  'chmod +x run.sh',
  'docker ps',
])('%s destroys nothing', (line) => expect(read(line)).toBeNull());
