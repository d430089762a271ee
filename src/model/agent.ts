import { z } from 'zod';

/** Coding agents whose transcripts Rounds can tell apart. */
export const AGENT_NAMES = [
  'claude-code',
  'codex',
  'gemini-cli',
  'copilot-cli',
  'vscode-chat',
  'opencode',
  'cursor',
  'aider',
  'cline',
  'qwen-code',
  'specstory',
  'entire',
] as const;

export const agentNameSchema = z.enum(AGENT_NAMES);
export type AgentName = z.infer<typeof agentNameSchema>;

/** How an agent's name is written on screen. */
export const AGENT_LABELS: Readonly<Record<AgentName, string>> = Object.freeze({
  'claude-code': 'Claude Code',
  codex: 'Codex',
  'gemini-cli': 'Gemini CLI',
  'copilot-cli': 'Copilot CLI',
  'vscode-chat': 'VS Code chat',
  opencode: 'OpenCode',
  cursor: 'Cursor',
  aider: 'Aider',
  cline: 'Cline',
  'qwen-code': 'Qwen Code',
  specstory: 'SpecStory',
  entire: 'Entire',
});
