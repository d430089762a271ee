import type { Source } from '../source.ts';
import { createClaudeCodeReader } from './create-claude-code-reader.ts';
import { sniffClaudeCode } from './sniff-claude-code.ts';

export const claudeCodeSource: Source = { agent: 'claude-code', sniff: sniffClaudeCode, createReader: createClaudeCodeReader };
