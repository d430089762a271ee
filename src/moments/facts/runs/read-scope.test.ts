import { expect, it } from 'vitest';
import { readCommands } from '../shell/read-commands.ts';
import { classifyCommand } from './classify-command.ts';
import { readScope } from './read-scope.ts';

const scopeOf = (line: string): unknown[] => {
  const words = readCommands(line)[0]?.words ?? [];
  const { scope, names } = readScope(classifyCommand(words), words);
  return [scope, ...names];
};

it.each([
  ['npm test', ['all']],
  ['vitest run src/a.test.ts', ['part', 'src/a.test.ts']],
  ['vitest run -t "adds two"', ['one', 'adds two']],
  ['npm test -- src/a.test.ts', ['part', 'src/a.test.ts']],
  ['pytest tests/', ['all']],
  ['pytest tests/test_a.py::test_x', ['one', 'tests/test_a.py::test_x']],
  ['pytest -k lock', ['one', 'lock']],
  ['pytest --lf', ['part']],
  ['go test ./...', ['all']],
  ['go test ./pkg/a -run TestX', ['one', 'TestX', './pkg/a']],
  ['go test ./... -run .', ['all']],
  ['cargo test lock_once', ['one', 'lock_once']],
  ['cargo test -p core', ['part', 'core']],
  ['mvn test -Dtest=LockTest', ['part', 'LockTest']],
  ['pnpm --filter web test', ['part', 'web']],
  ['tsc -p .', ['all']],
  ['eslint src', ['all']],
  ['eslint src/a.ts', ['part', 'src/a.ts']],
  ['rspec spec/a_spec.rb:12', ['one', 'spec/a_spec.rb:12']],
  ['git status a/b', ['all']],
])('%s covers %j', (line, expected) => {
  expect(scopeOf(line)).toEqual(expected);
});
