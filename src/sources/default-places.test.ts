import { expect, test } from 'vitest';
import { AGENT_NAMES } from '../model/agent-names.ts';
import { toDefaultPlaces } from './default-places.ts';
import type { Machine } from './machine.ts';

const LINUX: Machine = { platform: 'linux', env: {}, home: '/home/ada', repository: '/work/birds' };
const MAC: Machine = { platform: 'darwin', env: {}, home: '/Users/ada', repository: '/Users/ada/birds' };
const WINDOWS: Machine = { platform: 'win32', env: { APPDATA: 'C:\\Users\\ada\\AppData\\Roaming' }, home: 'C:\\Users\\ada', repository: 'D:\\birds' };

const placesOf = (agent: string, machine: Machine) => toDefaultPlaces(machine).find((place) => place.agent === agent)?.paths;

test('every agent has its places, or is looked for in the repository', () => {
  expect(
    toDefaultPlaces(LINUX)
      .map(({ agent }) => agent)
      .toSorted(),
  ).toEqual([...AGENT_NAMES].toSorted());
  for (const { agent, paths, isPerRepository } of toDefaultPlaces(LINUX)) expect([agent, paths.length > 0 || isPerRepository]).toEqual([agent, true]);
});

test.each([
  ['claude-code', LINUX, ['/home/ada/.claude/projects', '/home/ada/.config/claude/projects']],
  ['claude-code', { ...MAC, env: { XDG_CONFIG_HOME: '/x' } }, ['/Users/ada/.claude/projects', '/x/claude/projects']],
  ['claude-code', WINDOWS, ['C:\\Users\\ada\\.claude\\projects', 'C:\\Users\\ada\\.config\\claude\\projects']],
  ['claude-code', { ...LINUX, env: { CLAUDE_CONFIG_DIR: '/one, /two' } }, ['/one/projects', '/two/projects']],
  ['claude-code', { ...LINUX, env: { CLAUDE_CONFIG_DIR: ' ' } }, ['/home/ada/.claude/projects', '/home/ada/.config/claude/projects']],
  ['codex', LINUX, ['/home/ada/.codex/sessions', '/home/ada/.codex/archived_sessions']],
  ['codex', WINDOWS, ['C:\\Users\\ada\\.codex\\sessions', 'C:\\Users\\ada\\.codex\\archived_sessions']],
  ['codex', { ...MAC, env: { CODEX_HOME: '/cx' } }, ['/cx/sessions', '/cx/archived_sessions']],
  ['gemini-cli', LINUX, ['/home/ada/.gemini/tmp/*/chats']],
  ['gemini-cli', WINDOWS, ['C:\\Users\\ada\\.gemini\\tmp\\*\\chats']],
  ['gemini-cli', { ...MAC, env: { GEMINI_CLI_HOME: '/g' } }, ['/g/.gemini/tmp/*/chats']],
  ['copilot-cli', LINUX, ['/home/ada/.copilot/session-state']],
  ['copilot-cli', { ...WINDOWS, env: { COPILOT_HOME: 'E:\\cp' } }, ['E:\\cp\\session-state']],
  ['opencode', LINUX, ['/home/ada/.local/share/opencode/opencode.db', '/home/ada/.local/share/opencode/storage/session']],
  ['opencode', { ...MAC, env: { XDG_DATA_HOME: '/d' } }, ['/d/opencode/opencode.db', '/d/opencode/storage/session']],
  ['opencode', WINDOWS, ['C:\\Users\\ada\\.local\\share\\opencode\\opencode.db', 'C:\\Users\\ada\\.local\\share\\opencode\\storage\\session']],
  ['cursor', LINUX, ['/home/ada/.config/Cursor/User/globalStorage/state.vscdb', '/home/ada/.cursor/projects/*/agent-transcripts']],
  ['cursor', MAC, ['/Users/ada/Library/Application Support/Cursor/User/globalStorage/state.vscdb', '/Users/ada/.cursor/projects/*/agent-transcripts']],
  [
    'cursor',
    WINDOWS,
    ['C:\\Users\\ada\\AppData\\Roaming\\Cursor\\User\\globalStorage\\state.vscdb', 'C:\\Users\\ada\\.cursor\\projects\\*\\agent-transcripts'],
  ],
  ['qwen-code', LINUX, ['/home/ada/.qwen/projects/*/chats', '/home/ada/.qwen/tmp/*/chats']],
  ['aider', LINUX, ['/work/birds/.aider.chat.history.md']],
  ['aider', { ...WINDOWS, env: { AIDER_CHAT_HISTORY_FILE: 'log\\chat.md' } }, ['D:\\birds\\log\\chat.md']],
  ['aider', { ...MAC, env: { AIDER_CHAT_HISTORY_FILE: '/h.md' } }, ['/h.md']],
  ['specstory', WINDOWS, ['D:\\birds\\.specstory\\history']],
  ['entire', LINUX, []],
] as const)('%s on %j', (agent, machine, paths) => {
  expect(placesOf(agent, machine as Machine)).toEqual(paths);
});

test.each([
  [
    LINUX,
    ['/home/ada/.config/Code', '/home/ada/.config/Code - Insiders', '/home/ada/.config/VSCodium', '/home/ada/.var/app/com.visualstudio.code/config/Code'],
  ],
  [{ ...LINUX, env: { XDG_CONFIG_HOME: '/x' } }, ['/x/Code', '/x/VSCodium']],
  [{ ...LINUX, env: { VSCODE_PORTABLE: '/p' } }, ['/p/user-data', '/home/ada/.config/Code']],
  [MAC, ['/Users/ada/Library/Application Support/Code', '/Users/ada/Library/Application Support/Code - Insiders']],
  [{ ...MAC, env: { VSCODE_APPDATA: '/a' } }, ['/a/Code']],
  [WINDOWS, ['C:\\Users\\ada\\AppData\\Roaming\\Code', 'C:\\Users\\ada\\AppData\\Roaming\\VSCodium']],
  [{ ...WINDOWS, env: {} }, ['C:\\Users\\ada\\AppData\\Roaming\\Code - Insiders']],
] as const)('the chats of an editor on %j', (machine, folders) => {
  const slash = machine.platform === 'win32' ? '\\' : '/';
  const places = placesOf('vscode-chat', machine as Machine);
  for (const folder of folders) {
    expect(places).toContain([folder, 'User', 'workspaceStorage', '*', 'chatSessions'].join(slash));
    expect(places).toContain([folder, 'User', 'globalStorage', 'emptyWindowChatSessions'].join(slash));
  }
});

test('Cline and its kin, in every editor and on the far side of a remote one', () => {
  expect(placesOf('cline', LINUX)).toEqual(
    expect.arrayContaining([
      '/home/ada/.cline/data/tasks',
      '/home/ada/.config/Cursor/User/globalStorage/saoudrizwan.claude-dev/tasks',
      '/home/ada/.config/Windsurf/User/globalStorage/rooveterinaryinc.roo-cline/tasks',
      '/home/ada/.config/Code - Insiders/User/globalStorage/kilocode.kilo-code/tasks',
      '/home/ada/.vscode-server/data/User/globalStorage/saoudrizwan.claude-dev/tasks',
    ]),
  );
});
