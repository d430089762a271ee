/** Where agents keep their transcripts on this kind of machine. */
import { posix, win32 } from 'node:path';
import type { AgentName } from '../model/agent.ts';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

export interface DefaultPlace {
  readonly agent: AgentName;
  /** Folders or files, whether they are there or not. */
  readonly paths: readonly string[];
}

export function toDefaultPlaces({ platform, env, home }: Machine): DefaultPlace[] {
  const { join } = platform === 'win32' ? win32 : posix;
  const set = (name: string): string | undefined => env[name]?.trim() || undefined;
  const data = set('XDG_DATA_HOME') ?? join(home, '.local', 'share');
  // Claude Code takes several folders, separated by commas; it also looked in ~/.config/claude for a time.
  const claude = set('CLAUDE_CONFIG_DIR')
    ?.split(',')
    .map((folder) => folder.trim())
    .filter(Boolean) ?? [join(home, '.claude'), join(set('XDG_CONFIG_HOME') ?? join(home, '.config'), 'claude')];
  const codex = set('CODEX_HOME') ?? join(home, '.codex');
  const code = toEditorFolders(platform, env, home);
  return [
    { agent: 'claude-code', paths: claude.map((folder) => join(folder, 'projects')) },
    { agent: 'codex', paths: [join(codex, 'sessions'), join(codex, 'archived_sessions')] },
    { agent: 'gemini-cli', paths: [join(set('GEMINI_CLI_HOME') ?? home, '.gemini', 'tmp')] },
    { agent: 'copilot-cli', paths: [join(set('COPILOT_HOME') ?? join(home, '.copilot'), 'session-state')] },
    { agent: 'opencode', paths: [join(data, 'opencode', 'opencode.db'), join(data, 'opencode', 'storage')] },
    { agent: 'cursor', paths: [join(home, '.cursor', 'projects')] },
    { agent: 'qwen-code', paths: [join(home, '.qwen', 'projects'), join(home, '.qwen', 'tmp')] },
    { agent: 'vscode-chat', paths: code.map((folder) => join(folder, 'User', 'workspaceStorage')) },
    {
      agent: 'cline',
      paths: [join(home, '.cline', 'data', 'tasks'), ...code.map((folder) => join(folder, 'User', 'globalStorage', 'saoudrizwan.claude-dev', 'tasks'))],
    },
  ];
}

/** Visual Studio Code's own folder. */
function toEditorFolders(platform: NodeJS.Platform, env: Machine['env'], home: string): string[] {
  if (platform === 'win32') return [win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Code')];
  if (platform === 'darwin') return [posix.join(home, 'Library', 'Application Support', 'Code')];
  return [posix.join(env['XDG_CONFIG_HOME'] || posix.join(home, '.config'), 'Code')];
}
