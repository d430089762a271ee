import type { AgentName } from '../model/agent-names.ts';

/** Programs of agents that work in a terminal. Those inside an editor have no process that could be told from the editor's. */
const PROGRAMS: Readonly<Record<string, AgentName>> = {
  claude: 'claude-code',
  codex: 'codex',
  gemini: 'gemini-cli',
  copilot: 'copilot-cli',
  opencode: 'opencode',
  'cursor-agent': 'cursor',
  aider: 'aider',
  cline: 'cline',
  qwen: 'qwen-code',
};

/** Packages they are started from, where the process is called after its interpreter. */
const PACKAGES: readonly (readonly [RegExp, AgentName])[] = [
  [/@anthropic-ai[/\\]claude-code/, 'claude-code'],
  [/@openai[/\\]codex/, 'codex'],
  [/@google[/\\]gemini-cli/, 'gemini-cli'],
  [/@github[/\\]copilot/, 'copilot-cli'],
  [/opencode-ai/, 'opencode'],
  [/@qwen-code[/\\]qwen-code/, 'qwen-code'],
  [/site-packages[/\\]aider/, 'aider'],
];
const INTERPRETER = /^(?:node|nodejs|bun|deno|python[\d.]*|pypy[\d.]*)$/;

const nameOf = (path: string): string => (path.split(/[/\\]/).at(-1) ?? '').replace(/\.(?:exe|[cm]?js|py)$/i, '').toLowerCase();
const toAgent = (word: string): AgentName | null => {
  const name = nameOf(word);
  return Object.hasOwn(PROGRAMS, name) ? (PROGRAMS[name] ?? null) : null;
};

/** The agent that a process is, by the words it was started with; null where it is none that is known. */
export function nameAgentProcess(argv: readonly string[]): AgentName | null {
  // A program that named itself has put its whole title into the first word.
  const [program = '', ...rest] = argv.flatMap((word, at) => (at === 0 ? [word.split(' ')[0] ?? ''] : [word]));
  if (!INTERPRETER.test(nameOf(program))) return toAgent(program);
  const at = rest.findIndex((word) => !word.startsWith('-'));
  const script = rest[at] ?? '';
  if (rest[at - 1] === '-m' || rest[at - 1] === '-c') return rest[at - 1] === '-m' ? toAgent(script) : null;
  return PACKAGES.find(([path]) => path.test(script))?.[1] ?? toAgent(script);
}

/** Variables that agents set for the programs they start. */
export const AGENT_VARIABLES: Readonly<Record<string, AgentName>> = {
  CLAUDECODE: 'claude-code',
  CODEX_SANDBOX: 'codex',
  GEMINI_CLI: 'gemini-cli',
  QWEN_CODE: 'qwen-code',
  CURSOR_AGENT: 'cursor',
  OPENCODE: 'opencode',
};
