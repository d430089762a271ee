/** Where agents keep their transcripts on this kind of machine, and in a repository. docs/sources.md says it in words. */
import { posix, win32 } from 'node:path';
import type { AgentName } from '../model/agent-names.ts';
import { toEditorFolders, toRemoteEditorFolders } from './editor-folders.ts';
import type { Machine } from './machine.ts';

export interface DefaultPlace {
  readonly agent: AgentName;
  /** Folders or files, whether they are there or not. A segment `*` stands for every folder there. */
  readonly paths: readonly string[];
  /** Names of the sessions' files in them: agents keep other things beside. What a file is, its content still decides. */
  readonly files: RegExp;
  /** Kept in each repository: only that of the current one is looked for. */
  readonly isPerRepository: boolean;
}

const LINES = /\.jsonl$/;
const JSON_OR_LINES = /\.jsonl?$/;
/** Cline and what was forked from it keep their tasks alike. */
const CLINE_EXTENSIONS = ['saoudrizwan.claude-dev', 'rooveterinaryinc.roo-cline', 'kilocode.kilo-code'];

const own = (agent: AgentName, files: RegExp, paths: readonly string[]): DefaultPlace => ({ agent, paths, files, isPerRepository: false });
const perRepository = (agent: AgentName, files: RegExp, paths: readonly string[]): DefaultPlace => ({ agent, paths, files, isPerRepository: true });

export function toDefaultPlaces(machine: Machine): DefaultPlace[] {
  const { platform, env, home, repository } = machine;
  const { join, isAbsolute } = platform === 'win32' ? win32 : posix;
  const set = (name: string): string | undefined => env[name]?.trim() || undefined;

  // Claude Code takes several folders, separated by commas; it also looked in ~/.config/claude for a time.
  const claude = set('CLAUDE_CONFIG_DIR')
    ?.split(',')
    .map((folder) => folder.trim())
    .filter(Boolean) ?? [join(home, '.claude'), join(set('XDG_CONFIG_HOME') ?? join(home, '.config'), 'claude')];
  const codex = set('CODEX_HOME') ?? join(home, '.codex');
  const copilot = set('COPILOT_HOME') ?? join(home, '.copilot');
  const qwen = join(home, '.qwen');
  // OpenCode follows the XDG folders on every system.
  const opencode = join(set('XDG_DATA_HOME') ?? join(home, '.local', 'share'), 'opencode');
  const code = toEditorFolders(machine, ['Code', 'Code - Insiders', 'VSCodium']);
  const editors = [...toEditorFolders(machine, ['Code', 'Code - Insiders', 'VSCodium', 'Cursor', 'Windsurf']), ...toRemoteEditorFolders(machine)];
  const aider = set('AIDER_CHAT_HISTORY_FILE') ?? '.aider.chat.history.md';
  return [
    own(
      'claude-code',
      LINES,
      claude.map((folder) => join(folder, 'projects')),
    ),
    own('codex', LINES, [join(codex, 'sessions'), join(codex, 'archived_sessions')]),
    own('gemini-cli', JSON_OR_LINES, [join(set('GEMINI_CLI_HOME') ?? home, '.gemini', 'tmp', '*', 'chats')]),
    own('copilot-cli', LINES, [join(copilot, 'session-state')]),
    own('opencode', /(?:\.db|\.json)$/, [join(opencode, 'opencode.db'), join(opencode, 'storage', 'session')]),
    own('cursor', /(?:\.vscdb|\.jsonl)$/, [
      ...toEditorFolders(machine, ['Cursor']).map((folder) => join(folder, 'User', 'globalStorage', 'state.vscdb')),
      join(home, '.cursor', 'projects', '*', 'agent-transcripts'),
    ]),
    own('qwen-code', JSON_OR_LINES, [join(qwen, 'projects', '*', 'chats'), join(qwen, 'tmp', '*', 'chats')]),
    own('vscode-chat', JSON_OR_LINES, [
      ...code.map((folder) => join(folder, 'User', 'workspaceStorage', '*', 'chatSessions')),
      ...code.map((folder) => join(folder, 'User', 'workspaceStorage', '*', 'GitHub.copilot-chat', 'transcripts')),
      ...code.map((folder) => join(folder, 'User', 'globalStorage', 'emptyWindowChatSessions')),
    ]),
    // The same task twice: of the two the conversation tells results, exit codes and refusals; the screen's is read where it is named.
    own('cline', /api_conversation_history\.json$/, [
      join(home, '.cline', 'data', 'tasks'),
      ...editors.flatMap((folder) => CLINE_EXTENSIONS.map((extension) => join(folder, 'User', 'globalStorage', extension, 'tasks'))),
    ]),
    perRepository('aider', /$/, [isAbsolute(aider) ? aider : join(repository, aider)]),
    perRepository('specstory', /\.md$/, [join(repository, '.specstory', 'history')]),
    // Its sessions are in git's objects: src/sources/entire/checkpoints finds them.
    perRepository('entire', LINES, []),
  ];
}
