import { expect, test } from 'vitest';
import { resolveHome } from './resolve-home.ts';

test.each([
  ['linux', {}, '/home/you/.local/share/rounds'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/rounds'],
  ['darwin', {}, '/home/you/Library/Application Support/rounds'],
  ['linux', { ROUNDS_HOME: '/elsewhere' }, '/elsewhere'],
  ['darwin', { ROUNDS_HOME: '/elsewhere' }, '/elsewhere'],
] as const)('on %s with %o everything lies in %s', (platform, variables, expected) => {
  expect(resolveHome({ platform, variables, userHome: '/home/you' })).toBe(expected);
});

test('on Windows it is the local application data', () => {
  expect(resolveHome({ platform: 'win32', variables: { LOCALAPPDATA: 'C:/local' }, userHome: 'C:/you' })).toMatch(/^C:.local.rounds$/);
});
