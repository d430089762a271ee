/** Plain data, no schema: the web app's first load names agents without carrying a validator. */
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

export type AgentName = (typeof AGENT_NAMES)[number];

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
