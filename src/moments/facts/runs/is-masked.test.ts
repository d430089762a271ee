import { expect, it } from 'vitest';
import { readCommands } from '../shell/read-commands.ts';
import { isMasked } from './is-masked.ts';
import { findMainCommand } from './main-command.ts';

const masked = (line: string): boolean => {
  const commands = readCommands(line);
  return isMasked(commands, findMainCommand(commands).index, line);
};

it.each([
  'npm test || true',
  'npm test | tail -3',
  'npm test; echo done',
  'npm test 2>/dev/null',
  'npm test >/dev/null 2>&1',
  'npm test &> /dev/null',
  'npm test || echo failed',
])('%s is masked', (line) => {
  expect(masked(line)).toBe(true);
});

it.each([
  'npm test',
  'cd web && npm test',
  'set -o pipefail; npm test | tail -3',
  'npm test 2>&1',
  'npm test && git push',
  'npm test || exit 1',
  'npm test > out.log',
  'bash -c "npm test"',
])('%s is not', (line) => {
  expect(masked(line)).toBe(false);
});
