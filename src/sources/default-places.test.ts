import { expect, test } from 'vitest';
import { toDefaultPlaces, type Machine } from './default-places.ts';

const placesOf = (agent: string, machine: Machine) => toDefaultPlaces(machine).find((place) => place.agent === agent)?.paths;

test.each([
  [
    'linux',
    {},
    '/home/ada',
    ['/home/ada/.claude/projects', '/home/ada/.config/claude/projects'],
    ['/home/ada/.codex/sessions', '/home/ada/.codex/archived_sessions'],
  ],
  [
    'darwin',
    { XDG_CONFIG_HOME: '/x' },
    '/Users/ada',
    ['/Users/ada/.claude/projects', '/x/claude/projects'],
    ['/Users/ada/.codex/sessions', '/Users/ada/.codex/archived_sessions'],
  ],
  [
    'win32',
    {},
    'C:\\Users\\ada',
    ['C:\\Users\\ada\\.claude\\projects', 'C:\\Users\\ada\\.config\\claude\\projects'],
    ['C:\\Users\\ada\\.codex\\sessions', 'C:\\Users\\ada\\.codex\\archived_sessions'],
  ],
  ['linux', { CLAUDE_CONFIG_DIR: '/one, /two', CODEX_HOME: '/cx' }, '/home/ada', ['/one/projects', '/two/projects'], ['/cx/sessions', '/cx/archived_sessions']],
  [
    'linux',
    { CLAUDE_CONFIG_DIR: ' ', CODEX_HOME: '' },
    '/home/ada',
    ['/home/ada/.claude/projects', '/home/ada/.config/claude/projects'],
    ['/home/ada/.codex/sessions', '/home/ada/.codex/archived_sessions'],
  ],
] as const)('%s with %j', (platform, env, home, claude, codex) => {
  const machine: Machine = { platform, env, home };
  expect(placesOf('claude-code', machine)).toEqual(claude);
  expect(placesOf('codex', machine)).toEqual(codex);
});

test('the editor keeps its chats where the system keeps settings', () => {
  expect(placesOf('vscode-chat', { platform: 'darwin', env: {}, home: '/Users/ada' })).toEqual([
    '/Users/ada/Library/Application Support/Code/User/workspaceStorage',
  ]);
  expect(placesOf('vscode-chat', { platform: 'win32', env: { APPDATA: 'D:\\data' }, home: 'C:\\Users\\ada' })).toEqual([
    'D:\\data\\Code\\User\\workspaceStorage',
  ]);
});
