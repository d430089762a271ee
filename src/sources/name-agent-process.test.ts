import { expect, test } from 'vitest';
import { nameAgentProcess } from './name-agent-process.ts';

test.each([
  [['claude'], 'claude-code'],
  [['claude --resume'], 'claude-code'],
  [['/usr/bin/node', '--no-warnings', '/x/node_modules/@anthropic-ai/claude-code/cli.js'], 'claude-code'],
  [['/opt/codex/bin/codex', 'exec'], 'codex'],
  [['python3.12', '-m', 'aider'], 'aider'],
  [['/usr/bin/python3', '/home/a/.local/bin/aider', '--yes'], 'aider'],
  [['node', '/usr/local/bin/gemini'], 'gemini-cli'],
  [['vim', 'claude'], null],
  [['node', 'server.js', 'codex'], null],
  [['python3', '-c', 'aider'], null],
  [['grep', '-r', 'codex'], null],
  [[], null],
])('%j is %s', (argv, agent) => expect(nameAgentProcess(argv)).toBe(agent));
